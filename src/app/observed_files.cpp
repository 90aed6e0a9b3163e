// Observations and their pictures into an audit.

#include "app/observed_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "base/hash.h"
#include "base/picture.h"
#include "base/text.h"
#include "base/units.h"
#include "brand/derive_metrics.h"
#include "brand/observations.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFileBytes = 4u << 20;
constexpr std::size_t kMostPhotoBytes = 8u << 20;
constexpr std::size_t kMostBytesOfAllPhotos = 64u << 20;

// A picture must be what its name says, since a client's browser opens it.
struct PictureKind {
  const char* type;
  const char* extension;
};
PictureKind KindOf(PictureFormat format) {
  switch (format) {
    case PictureFormat::kJpeg:
      return {"image/jpeg", ".jpg"};
    case PictureFormat::kPng:
      return {"image/png", ".png"};
    default:
      return {"image/webp", ".webp"};
  }
}

// Loads the pictures of one file's notes; mistakes point at the note.
class PhotoLoader {
 public:
  PhotoLoader(const std::string& notes, std::vector<Photo>& photos, std::vector<Error>& errors)
      : notes_(notes), photos_(photos), errors_(errors) {
    for (const Photo& photo : photos) total_ += photo.bytes.size();
  }

  void Load(Noted& noted) {
    if (noted.photo.empty()) return;
    const std::string path = (fs::path(notes_).parent_path() / noted.photo).string();
    std::error_code code;
    if (!fs::is_regular_file(path, code)) {
      return Complain(noted, fmt::format("photo '{}' is not there", noted.photo));
    }
    const auto bytes = ReadFile(path, kMostPhotoBytes);
    if (!bytes) {
      return Complain(noted, fmt::format("photo '{}' cannot be read, or is larger than {}",
                                         noted.photo, FormatSize(kMostPhotoBytes)));
    }
    const auto format = FormatOfPicture(*bytes);
    if (!format) {
      return Complain(noted, fmt::format("photo '{}' is no JPEG, PNG or WebP", noted.photo));
    }
    // The folder goes to a client: where and with what the picture was taken stays out of it.
    const auto plain = WithoutMetadata(*bytes);
    if (!plain) {
      return Complain(noted,
                      fmt::format("photo '{}' is cut off or damaged: save it anew", noted.photo));
    }
    // Equal bytes are one picture; a name made of its bytes never hides another.
    const std::string stem = fs::path(noted.photo).stem().string();
    const PictureKind kind = KindOf(*format);
    noted.photo_file =
        fmt::format("photos/{}-{}{}", Slug(stem), Digest(*plain).substr(0, 8), kind.extension);
    const bool is_known = std::any_of(photos_.begin(), photos_.end(), [&](const Photo& photo) {
      return photo.file == noted.photo_file;
    });
    if (is_known) return;
    total_ += plain->size();
    if (total_ > kMostBytesOfAllPhotos) {
      return Complain(noted, fmt::format("the photos together are larger than {}",
                                         FormatSize(kMostBytesOfAllPhotos)));
    }
    photos_.push_back({noted.photo_file, kind.type, *plain});
  }

 private:
  void Complain(const Noted& noted, std::string message) {
    errors_.push_back({std::move(message), notes_, noted.line, ""});
  }

  const std::string& notes_;
  std::vector<Photo>& photos_;
  std::vector<Error>& errors_;
  std::size_t total_ = 0;
};

void LoadPhotos(Observations& seen, PhotoLoader& loader) {
  for (Probe& probe : seen.probes) loader.Load(probe.noted);
  for (Incident& incident : seen.incidents) loader.Load(incident.noted);
  for (Touchpoint& touchpoint : seen.touchpoints) loader.Load(touchpoint.noted);
  for (Benchmark& benchmark : seen.benchmarks) loader.Load(benchmark.noted);
  for (Metric& metric : seen.metrics) loader.Load(metric.noted);
}

// From the first to the last time that notes of a kind speak of.
struct Span {
  std::string from_at, to_at;
  std::int64_t from_s = 0, to_s = 0;
  void Add(const std::string& iso, std::int64_t seconds) {
    if (iso.empty()) return;
    if (from_at.empty() || seconds < from_s) from_at = iso, from_s = seconds;
    if (to_at.empty() || seconds > to_s) to_at = iso, to_s = seconds;
  }
  void Add(const Moment& moment) { Add(moment.iso, moment.seconds); }
  void Add(const std::optional<Moment>& moment) {
    if (moment) Add(*moment);
  }
  void Add(const Noted& noted) {
    if (noted.on_s && noted.on.size() == 10) Add(noted.on, *noted.on_s);
  }
};

std::pair<std::size_t, Span> Looked(const Observations& seen, LookKind kind) {
  Span span;
  switch (kind) {
    case LookKind::kProbe:
      for (const Probe& probe : seen.probes) {
        span.Add(probe.asked);
        span.Add(probe.answered);
        span.Add(probe.waited);
      }
      return {seen.probes.size(), span};
    case LookKind::kIncident:
      for (const Incident& incident : seen.incidents) {
        span.Add(incident.started);
        span.Add(incident.ended);
      }
      return {seen.incidents.size(), span};
    case LookKind::kBenchmark:
      for (const Benchmark& row : seen.benchmarks) span.Add(row.noted);
      return {seen.benchmarks.size(), span};
    case LookKind::kTouchpoint:
      for (const Touchpoint& row : seen.touchpoints) span.Add(row.noted);
      return {seen.touchpoints.size(), span};
    default:
      for (const Metric& metric : seen.metrics) {
        if (metric.at_s && metric.at.size() == 10) span.Add(metric.at, *metric.at_s);
      }
      return {seen.metrics.size(), span};
  }
}

}  // namespace

std::vector<Error> ObservationMistakes(const BrandFile& file, const Rules& rules,
                                       ObservedFiles* into) {
  std::vector<Error> errors;
  ObservedFiles found;
  for (const std::string& path : file.observations) {
    const auto text = ReadFile(path, kMostFileBytes);
    if (!text) {
      errors.push_back(text.error());
      continue;
    }
    ObservationsReading reading = ParseObservations(*text, path, file.brand, rules);
    PhotoLoader loader(path, found.photos, reading.errors);
    LoadPhotos(reading.observations, loader);
    std::stable_sort(reading.errors.begin(), reading.errors.end(),
                     [](const Error& a, const Error& b) { return a.line < b.line; });
    errors.insert(errors.end(), reading.errors.begin(), reading.errors.end());
    Append(std::move(reading.observations), found.observed);
  }
  std::sort(found.photos.begin(), found.photos.end(),
            [](const Photo& a, const Photo& b) { return a.file < b.file; });
  if (errors.empty() && into != nullptr) *into = std::move(found);
  return errors;
}

void AddObservations(ObservedFiles files, const Rules& rules, Audit& audit) {
  audit.observed = std::move(files.observed);
  for (Incident& incident : audit.observed.incidents) {
    incident.service = rules.messages.SubjectOf(incident.subject);
  }
  audit.photos = std::move(files.photos);
  audit.metrics = audit.observed.metrics;
  for (Metric& metric : audit.metrics) {
    if (const MetricName* known = rules.metrics.Find(metric.name)) {
      metric.title_nl = known->title_nl;
      metric.title_en = known->title_en;
    }
  }
  for (Metric& metric : DeriveMetrics(audit.observed, rules.metrics)) {
    audit.metrics.push_back(std::move(metric));
  }
  for (Coverage& row : audit.coverage) {
    const auto& looked = audit.observed.looked;
    if (std::find(looked.begin(), looked.end(), row.kind) == looked.end()) continue;
    const auto [count, span] = Looked(audit.observed, row.kind);
    row.complete = Complete::kYes;
    row.why.clear();
    row.seen = row.expected = static_cast<int>(count);
    row.from_at = span.from_at;
    row.to_at = span.to_at;
  }
}

}  // namespace klikpad
