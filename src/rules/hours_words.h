// The words of opening hours in one language, ready for matching (rules/vocabulary/hours.yaml).

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/words.h"
#include "rules/phrases.h"

namespace klikpad {

// What a word of opening hours does. The words stand as keys in hours.yaml, which explains them;
// the last two come from its days and months.
enum class HoursKind {
  kClosed,
  kPublicHoliday,
  kSundayAndHolidays,
  kWorkingDays,
  kWorkingDaysAndSaturday,
  kWeekend,
  kEveryDay,
  kAlways,
  kAllDay,
  kRange,
  kBetween,
  kList,
  kFrom,
  kTimeMark,
  kNoon,
  kMidnight,
  kHalfTo,
  kHalfPast,
  kQuarterPast,
  kQuarterTo,
  kNumber,
  kExcept,
  kAppointment,
  kVague,
  kSeason,
  kBreak,
  kAnswerTime,
  kDelivery,
  kToday,
  kOpen,
  kZone,
  kBeforeNoon,
  kAfterNoon,
  kDayPart,
  kDay,
  kMonth,
};
template <>
struct Words<HoursKind> {
  static constexpr std::array kList{"closed"sv,
                                    "public_holiday"sv,
                                    "sunday_and_holidays"sv,
                                    "working_days"sv,
                                    "working_days_and_saturday"sv,
                                    "weekend"sv,
                                    "every_day"sv,
                                    "always"sv,
                                    "all_day"sv,
                                    "range"sv,
                                    "between"sv,
                                    "list"sv,
                                    "from"sv,
                                    "time_mark"sv,
                                    "noon"sv,
                                    "midnight"sv,
                                    "half_to"sv,
                                    "half_past"sv,
                                    "quarter_past"sv,
                                    "quarter_to"sv,
                                    "number"sv,
                                    "except"sv,
                                    "appointment"sv,
                                    "vague"sv,
                                    "season"sv,
                                    "break"sv,
                                    "answer_time"sv,
                                    "delivery"sv,
                                    "today"sv,
                                    "open"sv,
                                    "zone"sv,
                                    "before_noon"sv,
                                    "after_noon"sv,
                                    "day_part"sv,
                                    "day"sv,
                                    "month"sv};
};

struct HoursWord {
  HoursKind kind = HoursKind::kOpen;
  int value = 0;              // weekday 1 to 7, month 1 to 12, number 1 to 12; else 0
  bool is_short = false;      // an abbreviation or common word: a day only beside a day or a time
  bool needs_range = false;   // a letter, or a common word ("we"): only in a range or list of days
  bool counts_hours = false;  // a time mark that is a measure, too: "hours"
};

// The words of one language with those of the others that cannot be mistaken.
struct HoursLexicon {
  PhraseSet set;  // ids: index in `words`
  std::vector<HoursWord> words;
};

// As written in hours.yaml, by language.
struct HoursWords {
  std::map<HoursKind, std::vector<std::string>> words;  // of kNumber in order
  std::vector<std::vector<std::string>> days;           // 7, Monday first
  std::vector<std::vector<std::string>> months;         // 12 or none
};

// "donderdagavond", "Freitagnachmittag": the full name of day `day` (0 Monday) with each part of a
// day that runs together with it.
std::vector<std::string> DayCompounds(const HoursWords& words, std::size_t day);

// The words of `lang`, English beside it, and full names of days of all others. An unknown `lang`
// gives English with the full names of all.
HoursLexicon MakeHoursLexicon(const std::map<std::string, HoursWords>& all, std::string_view lang);

}  // namespace klikpad
