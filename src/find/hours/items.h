// Tokens of opening hours → items: which days, from when to when, closed, by appointment. Items
// know what stood between them, which tells what belongs together.

#pragma once

#include <cstddef>
#include <vector>

#include "find/hours/lexer.h"

namespace klikpad {

enum class HoursItemKind {
  kDays,
  kSpan,  // opens to closes; -1 for the one that is not said
  kClosed,
  kAlways,
  kAllDay,
  kExceptDays,  // closed on `days`, whatever else is said
  kClosedDate,  // closed on a date, or on several days of a month
  kBreak,       // the span behind it is closed
  kAppointment,
  kVague,
  kAnswerTime,
  kDelivery,
  kToday,
};

struct HoursItem {
  HoursItemKind kind = HoursItemKind::kDays;
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  DayMask days = 0;
  bool is_group = false;  // "werkdagen", "dagelijks"
  int opens = -1;         // minutes
  int closes = -1;
  bool is_half_day_open = false;  // as in HoursSpan
  bool is_certain = false;        // a span that reads as hours even without days: marked as time
  int month = 0, day = 0, last_day = 0;
  // Between the item before and this one:
  int words = 0;    // other words
  int lines = 0;    // borders of blocks
  int ends = 0;     // ends of sentences
  int seasons = 0;  // words that say that what follows is temporary
};

// In the order of the text.
std::vector<HoursItem> ReadHoursItems(const std::vector<HoursMarked>& marks);

// From two times as written to minutes: "9 to 5" is 540 to 1020, "5 am to 12 am" 300 to 1440,
// "20:00-2:00" 1200 to 1560.
struct HoursSpan {
  int opens = 0;
  int closes = 0;
  std::size_t begin = 0;  // bytes in the text
  // "vrijdag tot vier uur": which half of the day is meant, the start tells, which stands
  // elsewhere.
  bool is_half_day_open = false;
};
HoursSpan SpanOf(const HoursMarked& from, const HoursMarked& to);

}  // namespace klikpad
