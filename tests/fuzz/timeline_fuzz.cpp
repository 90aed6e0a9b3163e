// Any bytes as a timeline of any format: read, masked and classed without a crash, and every row
// counted.

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <sstream>
#include <string>

#include "base/text.h"
#include "brand/timeline.h"

namespace {

const klikpad::Rules& Known() {
  static const klikpad::Rules rules =
      klikpad::LoadRules(std::string(KLIKPAD_ROOT) + "/rules").value();
  return rules;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  klikpad::TimelineSource source;
  source.file = "t";
  source.accounts = {"bank"};
  source.format = static_cast<klikpad::TimelineFormat>(data[0] % 4);
  source.dates = klikpad::DateOrder::kDayFirst;
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  klikpad::Brand brand;
  brand.country = "NL";
  const klikpad::OpenFile open = [&text](const std::string&) {
    return std::make_unique<std::istringstream>(text);
  };
  std::int64_t used = 0;
  const auto feed = klikpad::MakeTimelineFeed({source}, brand, Known(), open, {});
  const auto counts = feed([&](const klikpad::Message& message) {
    ++used;
    if (!klikpad::IsValidUtf8(message.text)) std::abort();
  });
  if (counts && counts->rows != used + counts->bad) std::abort();
  return 0;
}
