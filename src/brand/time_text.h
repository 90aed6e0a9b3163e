// Times as exports of many tools write them, made ISO 8601. Pure: no zone but the one in the text.

#pragma once

#include <string>
#include <string_view>

#include "base/civil_time.h"
#include "brand/timeline_source.h"

namespace klikpad {

struct TimeText {
  std::optional<CivilTime> time;
  // The text is a date of numbers that may be two, and no order was given.
  bool is_ambiguous = false;
};

// ISO 8601, also in its basic form and with a zone behind a space; "Tue Apr 09 08:30:00 +0000 2013"
// (X), "Tue, 09 Apr 2013 10:30:00 +0200" (RFC 5322), "9 april 2013 10:30", "Apr 9, 2013 10:30 PM";
// seconds (with or without parts) and milliseconds since 1970; days since 1900 with a part of a
// day, as spreadsheets count them; "9-4-2013 10:30" and "4/9/13 10:30 PM" with an order. Zones:
// offsets, Z, UTC, GMT, CET, CEST, "UTC+2".
TimeText ReadTimeText(std::string_view text, DateOrder order);

// What a date of numbers tells of its own order: 27-4-2013 is day first, 4/27/2013 month first,
// kNone for all else.
DateOrder OrderShownBy(std::string_view text);

}  // namespace klikpad
