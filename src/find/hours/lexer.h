// Text → tokens of opening hours: days, times, the small words between them. All else is counted as
// words in between.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "rules/hours_words.h"

namespace klikpad {

// Weekdays as bits: Monday is bit 0, Sunday bit 6, public holidays bit 7.
using DayMask = unsigned;
inline constexpr DayMask kWorkingDays = 0b0001'1111;
inline constexpr DayMask kWeekendDays = 0b0110'0000;
inline constexpr DayMask kAllDays = 0b0111'1111;
inline constexpr DayMask kHolidays = 0b1000'0000;

enum class HoursMark {
  kDays,     // `days`; is_single for one weekday, which a range may follow
  kTime,     // `minutes`
  kRange,    // a dash or "t/m", "tot", "bis"
  kList,     // "en", comma, slash
  kFrom,     // "van", "from": before days or a time
  kBetween,  // "tussen": the list word after the first time is a range
  kClosed,   // of the days named
  kAlways,   // 24/7
  kAllDay,   // 24 hours on the days named
  kExcept,   // "behalve": the days after it are closed
  kAppointment,
  kVague,   // office hours: no times
  kSeason,  // what follows is temporary: a word for it, or months without a day
  kBreak,   // the times behind it are closed
  kAnswerTime,
  kDelivery,
  kToday,
  kOpen,  // a word that says that hours are meant
  kDate,  // a day of a month: `month`, `day`
  kEnd,   // end of a sentence, or a semicolon
  kLine,  // a line break: the border of two blocks
  kWord,  // any other word
};

enum class Meridiem { kNone, kAm, kPm };

struct HoursMarked {
  HoursMark mark = HoursMark::kWord;
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  DayMask days = 0;
  bool is_single = false;    // one weekday
  bool is_weak = false;      // an abbreviation: counts only beside a day or a time
  bool needs_range = false;  // one letter or a common word: only in a range or list of days
  bool is_group = false;     // "werkdagen": no range from it
  bool is_dash = false;      // a range by a dash
  bool is_slash = false;     // "/", which may part days, or times, or stand between two times
  int minutes = 0;
  Meridiem meridiem = Meridiem::kNone;
  bool is_bare = false;       // a number alone, which only a range makes a time
  bool is_marked = false;     // followed by "uur", "Uhr", "h", am or pm
  bool is_padded = false;     // two digits before the separator
  bool counts_hours = false;  // "two hours", which are no time of the day
  int month = 0;
  int day = 0;
};

// `text` may hold line breaks: they become kLine.
std::vector<HoursMarked> MarkHours(std::string_view text, const HoursLexicon& lexicon);

}  // namespace klikpad
