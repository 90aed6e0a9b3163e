// Reading and adding the brand's own files.

#include "app/brand_evidence.h"

#include <fmt/format.h>

#include <fstream>

#include "base/files.h"
#include "brand/app_file.h"
#include "brand/timeline.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostFileBytes = 4u << 20;

// The first mistake, and how many more there are.
Result<void> NoMistakes(const std::vector<Error>& errors) {
  if (errors.empty()) return {};
  Error first = errors.front();
  if (errors.size() > 1) {
    first.message +=
        fmt::format(" (and {} more: `klikpad brand check` lists them)", errors.size() - 1);
  }
  return tl::unexpected(std::move(first));
}

Result<void> ReadApp(const BrandFile& file, const Rules& rules, OtherSurfaces& surfaces) {
  if (file.app.empty()) return {};
  return NoMistakes(AppMistakes(file, rules, &surfaces));
}

std::unique_ptr<std::istream> OpenForReading(const std::string& path) {
  auto in = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*in) return nullptr;
  return in;
}

Result<MessageFeed> ReadTimeline(const BrandFile& file, const Rules& rules, bool keep_authors) {
  if (file.timeline.empty()) {
    if (keep_authors) return Fail("--keep-authors has no effect without a timeline in brand.yaml");
    return MessageFeed();
  }
  auto checked = CheckTimeline(file.timeline, file.brand, rules, OpenForReading);
  if (!checked) return tl::unexpected(checked.error());
  TimelineOptions options;
  options.keep_authors = keep_authors;
  return MakeTimelineFeed(file.timeline, file.brand, rules, OpenForReading, options);
}

}  // namespace

std::vector<Error> AppMistakes(const BrandFile& file, const Rules& rules, OtherSurfaces* surfaces) {
  const auto text = ReadFile(file.app, kMostFileBytes);
  if (!text) return {text.error()};
  AppReading reading = ReadAppFile(*text, file.app, rules.channels);
  if (!reading.errors.empty()) return reading.errors;
  AppSurface surface = MakeAppSurface(reading.walk, file.app, file.brand, rules);
  std::vector<Error> errors = surface.errors;
  if (surfaces != nullptr) {
    surfaces->app = std::move(reading.walk);
    surfaces->app_surface = std::move(surface);
  }
  return errors;
}

Result<BrandEvidence> ReadBrandEvidence(const BrandFile& file, const Rules& rules,
                                        bool keep_authors) {
  BrandEvidence evidence;
  if (auto done = ReadApp(file, rules, evidence.surfaces); !done) {
    return tl::unexpected(done.error());
  }
  auto messages = ReadTimeline(file, rules, keep_authors);
  if (!messages) return tl::unexpected(messages.error());
  evidence.messages = std::move(*messages);
  if (auto done = NoMistakes(ObservationMistakes(file, rules, &evidence.observed)); !done) {
    return tl::unexpected(done.error());
  }
  return evidence;
}

void AddBrandEvidence(BrandEvidence evidence, const Rules& rules, Audit& audit) {
  AddObservations(std::move(evidence.observed), rules, audit);
}

}  // namespace klikpad
