// Two times as written → minutes after midnight.

#include "find/hours/items.h"

namespace klikpad {
namespace {

constexpr int kHalfDay = 720;
constexpr int kDay = 1440;

// A time on the 24-hour clock: "14.00pm" is 14:00, "12 am" is midnight.
int OnDay(const HoursMarked& time) {
  int minutes = time.minutes;
  if (time.meridiem == Meridiem::kPm && minutes < kHalfDay) minutes += kHalfDay;
  if (time.meridiem == Meridiem::kAm && minutes >= kHalfDay && minutes < kHalfDay + 60) {
    minutes -= kHalfDay;
  }
  return minutes;
}

}  // namespace

HoursSpan SpanOf(const HoursMarked& from, const HoursMarked& to) {
  int opens = OnDay(from);
  int closes = OnDay(to);
  // "1-5 pm": the first takes the second's half of the day where that keeps their order; "9-5 pm"
  // begins in the morning.
  const bool is_afternoon = to.meridiem == Meridiem::kPm && from.meridiem == Meridiem::kNone;
  if (is_afternoon && opens < kHalfDay && opens + kHalfDay < closes) opens += kHalfDay;
  // No clock of twelve hours has an hour zero: "08:00 - 00:30" ends at night. "00:00 - 00:00" is as
  // often a day without hours as one of 24.
  const bool is_by_night = closes < 60 && to.meridiem == Meridiem::kNone;
  if (is_by_night && opens == closes) return {-1, -1, from.begin};
  if (is_by_night) {
    closes += kDay;
  } else if (closes <= opens) {
    // "12-6" is an afternoon, "12:00-01:00" a night.
    const bool is_from_noon = from.meridiem == Meridiem::kNone && opens < kHalfDay + 60;
    const bool is_open_evening = opens >= kHalfDay && !(is_from_noon && !to.is_padded);
    const bool may_be_afternoon =
        to.meridiem == Meridiem::kNone && closes < kHalfDay && closes + kHalfDay > opens;
    if (!is_open_evening && may_be_afternoon) {
      closes += kHalfDay;  // "8:30-5:30"
    } else {
      closes += kDay;  // past midnight
    }
  } else if (from.meridiem == Meridiem::kNone && to.meridiem == Meridiem::kNone &&
             !from.is_padded && !to.is_padded && opens >= 60 && opens < 5 * 60 &&
             closes <= 9 * 60) {
    opens += kHalfDay;  // "1:00 - 5:00": nobody opens at one at night
    closes += kHalfDay;
  }
  return {opens, closes, from.begin};
}

}  // namespace klikpad
