// Any bytes as observations.yaml or app.yaml: read without a crash, and what is read is sound. The
// first byte chooses the file.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.h"
#include "brand/app_file.h"
#include "brand/observations.h"

namespace {

const klikpad::Rules& Known() {
  static const klikpad::Rules rules =
      klikpad::LoadRules(std::string(KLIKPAD_ROOT) + "/rules").value();
  return rules;
}

void Require(bool holds) {
  if (!holds) std::abort();
}

void ReadObservations(const std::string& text) {
  klikpad::Brand brand;
  brand.name = "Bank";
  brand.country = "NL";
  const auto reading = klikpad::ParseObservations(text, "observations.yaml", brand, Known());
  for (const klikpad::Error& error : reading.errors) Require(!error.message.empty());
  for (const klikpad::Probe& probe : reading.observations.probes) {
    Require(!probe.channel.empty() && klikpad::IsValidUtf8(probe.question));
    if (probe.answered) Require(probe.answered->seconds >= probe.asked.seconds);
  }
  for (const klikpad::Benchmark& row : reading.observations.benchmarks) {
    if (row.rank) Require(row.of && *row.rank >= 1 && *row.rank <= *row.of);
  }
}

void ReadApp(const std::string& text) {
  const auto reading = klikpad::ReadAppFile(text, "app.yaml", Known().channels);
  const int count = static_cast<int>(reading.walk.screens.size());
  if (reading.errors.empty()) Require(reading.walk.start >= 0 && reading.walk.start < count);
  for (const klikpad::AppScreen& screen : reading.walk.screens) {
    for (const klikpad::AppItem& item : screen.items) Require(item.screen < count);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  if (data[0] % 2 == 0) {
    ReadObservations(text);
  } else {
    ReadApp(text);
  }
  return 0;
}
