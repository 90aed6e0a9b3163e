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

}  // namespace klikpad
