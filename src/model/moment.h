// A moment as somebody wrote it down.

#pragma once

#include <cstdint>
#include <string>

namespace klikpad {

struct Moment {
  std::int64_t seconds = 0;  // since 1970 UTC
  std::string iso;           // with the offset of the clock: "2013-04-09T10:30:00+02:00"
  bool has_clock = true;     // false: a date alone, `seconds` is the day's start in UTC
};

}  // namespace klikpad
