// Clock times as people write them: 8.00, 8:30, 9u30, 17h, 9 am, 12 noon, half 9.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace klikpad {

struct ClockNumber {
  int minutes = 0;
  std::size_t length = 0;  // bytes read
  bool is_bare = false;    // digits alone
  bool is_marked = false;  // its own separator says that it is a time: "9u30", "9h"
  bool is_padded = false;
};

// A number at the start of `text` that can be a time of the day. Nothing for longer numbers, dates,
// decimals, and what is followed by a unit of money or measure.
std::optional<ClockNumber> ReadClockNumber(std::string_view text);

// "am", "a.m.", "PM", "p. m." at the start of `text`: bytes read and whether it is after noon.
struct MeridiemRead {
  std::size_t length = 0;
  bool is_pm = false;
};
std::optional<MeridiemRead> ReadMeridiem(std::string_view text);

}  // namespace klikpad
