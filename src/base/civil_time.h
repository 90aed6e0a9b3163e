// Civil time without a clock: ISO 8601 text ↔ seconds since 1970-01-01T00:00:00Z.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace klikpad {

// "2013-04-09T10:30:00+02:00", "2013-04-09T08:30:00Z", "2013-04-09" (midnight UTC).
// Nothing for text that is no date; a time without a zone counts as UTC.
std::optional<std::int64_t> ParseIsoTime(std::string_view text);
// "2013-04-09T08:30:00Z".
std::string FormatIsoTime(std::int64_t seconds);
// The same moment as clocks `offset` seconds east of UTC show it: "2013-04-09T10:30:00+02:00".
std::string FormatIsoTime(std::int64_t seconds, int offset);

struct CivilTime {
  std::int64_t seconds = 0;  // since 1970 UTC; without a zone: as if the text meant UTC
  bool has_clock = false;    // a time of day, not a date alone
  bool has_zone = false;
};
// As ParseIsoTime, telling what the text said.
std::optional<CivilTime> ParseCivilTime(std::string_view text);

}  // namespace klikpad
