// Reading observations.yaml: its head and its sections. The template stands in
// observations_template.cpp.

#include "brand/observations.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "brand/observed_sections.h"

namespace klikpad {
namespace {

struct Section {
  const char* key;
  LookKind look;
  void (*read)(const Yaml&, EntryContext&, Observations&);
};

constexpr Section kSections[] = {
    {"probes", LookKind::kProbe, ReadProbe},
    {"incidents", LookKind::kIncident, ReadIncident},
    {"touchpoints", LookKind::kTouchpoint, ReadTouchpoint},
    {"benchmarks", LookKind::kBenchmark, ReadBenchmark},
    {"followers", LookKind::kMetric, ReadFollowers},
    {"surveys", LookKind::kMetric, ReadSurvey},
    {"metrics", LookKind::kMetric, ReadMetric},
    {"team", LookKind::kMetric, ReadTeam},
};

std::vector<std::string> SectionKeys() {
  std::vector<std::string> keys = {"zone"};
  for (const Section& section : kSections) keys.emplace_back(section.key);
  return keys;
}

// Who and when, for all entries, and the clock by which their times are read.
void ReadHead(EntryReader& head, const Brand& brand) {
  EntryContext& context = head.context();
  const std::string zone = head.Text("zone");
  if (!zone.empty() && !TimeZone::Named(zone)) {
    head.Complain(*head.Find("zone"),
                  fmt::format("'{}' is no time zone, such as Europe/Amsterdam or +01:00", zone));
  } else if (!zone.empty()) {
    context.clock = BrandClock(brand, zone);
  }
  for (const char* key : {"note", "photo"}) {
    if (head.Find(key) != nullptr) {
      head.Complain(*head.Find(key), fmt::format("{}: belongs to an entry, not to the file", key));
    }
  }
  context.noted = head.Note();
  context.noted.note.clear();
  context.noted.photo.clear();
}

template <typename T>
void Move(std::vector<T>& from, std::vector<T>& into) {
  std::move(from.begin(), from.end(), std::back_inserter(into));
}

}  // namespace

ObservationsReading ParseObservations(std::string_view text, const std::string& path,
                                      const Brand& brand, const Rules& rules) {
  ObservationsReading reading;
  auto yaml = Yaml::Parse(text, path);
  if (!yaml) {
    reading.errors.push_back(yaml.error());
    return reading;
  }
  if (yaml->IsNull()) {
    reading.errors.push_back(
        {"is empty: `klikpad audit --template observations` prints one to start from", path, 0,
         ""});
    return reading;
  }
  EntryContext context{rules, brand, BrandClock(brand), {}, {}, {}};
  context.noted.file = std::filesystem::path(path).filename().string();
  EntryReader head(*yaml, SectionKeys(), context);
  if (yaml->IsMap()) {
    ReadHead(head, brand);
    for (const Section& section : kSections) {
      const Yaml* entries = yaml->Find(section.key);
      if (entries == nullptr) continue;
      auto& looked = reading.observations.looked;
      if (std::find(looked.begin(), looked.end(), section.look) == looked.end()) {
        looked.push_back(section.look);
      }
      ReadSection(*entries, context,
                  [&](const Yaml& entry) { section.read(entry, context, reading.observations); });
    }
  }
  reading.observations.said = std::move(context.said);
  reading.errors = std::move(context.errors);
  std::stable_sort(reading.errors.begin(), reading.errors.end(),
                   [](const Error& a, const Error& b) { return a.line < b.line; });
  return reading;
}

void Append(Observations from, Observations& into) {
  Move(from.probes, into.probes);
  Move(from.incidents, into.incidents);
  Move(from.touchpoints, into.touchpoints);
  Move(from.benchmarks, into.benchmarks);
  Move(from.metrics, into.metrics);
  into.said.merge(from.said);
  for (const LookKind look : from.looked) {
    if (std::find(into.looked.begin(), into.looked.end(), look) == into.looked.end()) {
      into.looked.push_back(look);
    }
  }
}

}  // namespace klikpad
