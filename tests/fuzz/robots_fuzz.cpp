// Fuzzes robots.txt: any text is read, and a verdict names a rule exactly when one decided. The
// first byte says where the input divides into path and file.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "fetch/robots.h"
#include "fetch/robots_match.h"

namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::size_t cut = data[0] < text.size() ? data[0] : 0;
  const std::string path = "/" + std::string(text.substr(0, cut));
  const klikpad::Robots robots = klikpad::Robots::Parse(text.substr(cut), "klikpad");
  const klikpad::Robots::Verdict verdict = robots.Check(path);
  Require(verdict.is_allowed || verdict.line > 0);
  Require(verdict.rule.empty() == (verdict.line == 0));
  Require(klikpad::IsValidUtf8(verdict.rule));
  Require(robots.Check("/robots.txt").is_allowed);
  Require(robots.CrawlDelay().value_or(0) >= 0);
  // A path is its own pattern, but for the two characters that mean something there.
  Require(path.ends_with('$') ||
          klikpad::RobotsPatternMatches(klikpad::NormaliseRobotsPattern(path),
                                        klikpad::NormaliseRobotsPath(path)) ||
          path.find('*') != std::string::npos);
  return 0;
}
