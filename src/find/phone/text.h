// Text → runs of digit groups that could hold phone numbers. Cheap: no number plan is asked here.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

// A block's text with one byte for each digit and separator, whatever script or dash it was written
// in; characters that are neither letter nor number are spaces.
struct PlainText {
  std::string text;
  std::vector<std::uint32_t> origin;  // byte offset in the original of each byte; empty: the same
  std::size_t Origin(std::size_t at) const { return origin.empty() ? at : origin[at]; }
};
PlainText Plain(std::string_view text);

struct DigitGroup {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

// Groups that only separators part ("020 624 11 11"). May hold several numbers, or none.
struct DigitRun {
  std::vector<DigitGroup> groups;
};
std::vector<DigitRun> FindDigitRuns(std::string_view masked);

// How many ASCII digits `text` holds, counted up to `enough`.
std::size_t CountDigits(std::string_view text, std::size_t enough);

}  // namespace klikpad
