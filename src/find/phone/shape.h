// How a candidate number is written: its groups, what parts them, and where it may begin and end.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "find/phone/text.h"

namespace klikpad {

// How a number is written, apart from its digits.
struct NumberShape {
  std::string digits;
  std::vector<std::size_t> sizes;  // of its groups
  bool has_plus = false;
  bool has_parens = false;
  bool has_marks = false;  // "-" or "." between groups
  bool is_glued = false;   // one group
  bool is_tied = false;    // the last two groups by "-" or ".", the area code by that or brackets
  bool ends_in_exchange = false;  // a lone zero behind a hyphen

  // "(555) 555-0100", "555-555-0100", "1 555.555.0100": only North America writes so.
  bool IsNanpStrong() const { return IsNanpGrouped() && is_tied; }
  bool IsNanpGrouped() const;
  bool HasLeadingOne() const { return sizes.size() > 1 && sizes[0] == 1 && digits[0] == '1'; }
  bool IsNanpLength() const {
    return digits.size() == 10 || (digits.size() == 11 && digits[0] == '1');
  }
  // "020 624 11 11", "01452 912958"
  bool IsTrunkGrouped() const;
  // "1 2 3 4": single digits after the first group.
  bool HasLoneDigits() const;
  // "0431 / 555 01-0", "040 / 23 12 5-0": the exchange of a German firm.
  bool IsExchange() const { return ends_in_exchange && sizes.size() >= 3 && digits.size() >= 8; }
};

// The shape of groups [first, last) of a run; `text` is PlainText::text.
NumberShape ShapeOf(std::string_view text, const DigitRun& run, std::size_t first, std::size_t last,
                    bool has_plus, bool has_open);
// One past the last group that may belong to a number begun at `first`.
std::size_t LastGroup(std::string_view text, const DigitRun& run, std::size_t first, bool has_plus);
// False when what follows `end` shows that the digits are no number, or not all of it.
bool EndsWell(std::string_view text, std::size_t end, const NumberShape& shape);
// The end of an extension right after a number ("ext. 12", "x12", "toestel 12"), or `at`.
std::size_t ExtensionEnd(std::string_view text, std::size_t at);
// "020-6241111/12": past the groups after a slash that only replace the last digits.
std::size_t SkipAlternatives(std::string_view text, const DigitRun& run, std::size_t next);

}  // namespace klikpad
