// Opening hours in a text → rules: which days, from when to when. Pure.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "find/hours/items.h"
#include "rules/vocabulary.h"

namespace klikpad {

struct HoursRule {
  DayMask days = 0;  // 0 when the days are not named
  // Minutes after midnight; -1 where it is not said; closes may pass 1440. Empty when closed or
  // when no times are said.
  std::vector<HoursSpan> spans;
  bool is_closed = false;
  std::size_t begin = 0;  // bytes in the text
  std::size_t end = 0;
  bool is_certain = false;  // reads as hours even without days
};

struct ParsedHours {
  std::vector<HoursRule> rules;
  bool is_contradictory = false;  // two rules say different things about a day
  bool by_appointment = false;
  // When there are no rules: "unknown" (office hours), "today only", "answer time", "delivery",
  // "by appointment"; "" for nothing at all.
  std::string instead;
  std::vector<std::string> closed_dates;  // "Dec 25-26"

  // In the syntax of OSM opening_hours: "Mo-Fr 09:00-17:00; Su off".
  std::string Text() const;
};

// Items that belong together, as a reader of the text would take them.
ParsedHours ReadHoursRules(const std::vector<HoursItem>& items);

// All of `text`, in the words of `language` (a BCP 47 tag; "" for English and the names of days of
// all).
ParsedHours ParseHours(std::string_view text, std::string_view language,
                       const Vocabulary& vocabulary);

}  // namespace klikpad
