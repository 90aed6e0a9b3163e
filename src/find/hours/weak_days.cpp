// Tells abbreviations of days from the common words that they are too.

#include "find/hours/marker.h"

namespace klikpad {
namespace {

// "M-Th 8am-8pm, F 8am-5pm": a letter that goes on after the times of other days.
bool FollowsTime(const std::vector<HoursMarked>& marks, std::size_t index) {
  if (index < 2) return false;
  const HoursMark before = marks[index - 1].mark;
  const bool goes_on =
      before == HoursMark::kList || before == HoursMark::kEnd || before == HoursMark::kLine;
  return goes_on && marks[index - 2].mark == HoursMark::kTime;
}

// "8-12" behind "F": two numbers that a dash makes a span.
bool IsBareSpan(const std::vector<HoursMarked>& marks, std::size_t index) {
  return index + 2 < marks.size() && marks[index].mark == HoursMark::kTime &&
         marks[index + 1].mark == HoursMark::kRange && marks[index + 1].is_dash &&
         marks[index + 2].mark == HoursMark::kTime;
}

// "10am-4pm Sun": a day with which a list or the text ends, behind what surely is a time.
bool EndsSpan(const std::vector<HoursMarked>& marks, std::size_t day) {
  const HoursMarked& time = marks[day - 1];
  const bool is_time = !time.is_bare || time.is_marked || time.meridiem != Meridiem::kNone;
  const bool is_span = day >= 3 && marks[day - 2].mark == HoursMark::kRange &&
                       marks[day - 3].mark == HoursMark::kTime;
  if (!is_time || !is_span) return false;
  if (day + 1 == marks.size()) return true;
  const HoursMark behind = marks[day + 1].mark;
  return behind == HoursMark::kEnd || behind == HoursMark::kLine || behind == HoursMark::kList;
}

bool HasCompany(const std::vector<HoursMarked>& marks, std::size_t index, int step) {
  const bool is_letter = marks[index].needs_range;
  bool has_link = false;
  auto i = static_cast<std::ptrdiff_t>(index) + step;
  for (int steps = 0; steps < 4 && i >= 0 && i < static_cast<std::ptrdiff_t>(marks.size());
       ++steps, i += step) {
    const HoursMarked& other = marks[static_cast<std::size_t>(i)];
    switch (other.mark) {
      case HoursMark::kRange:
      case HoursMark::kList:
        has_link = true;
        continue;
      case HoursMark::kFrom:
      case HoursMark::kLine:
      case HoursMark::kOpen:
      case HoursMark::kBetween:
        continue;
      case HoursMark::kDays:
        return !is_letter || has_link;
      case HoursMark::kTime:
        if (is_letter && steps == 0 && step > 0 &&
            (!other.is_bare || other.is_marked || IsBareSpan(marks, static_cast<std::size_t>(i)))) {
          return FollowsTime(marks, index);
        }
        if (step < 0) return !is_letter && steps == 0 && EndsSpan(marks, index);
        return !is_letter && (!other.is_bare || other.is_marked || steps == 0);
      case HoursMark::kClosed:
      case HoursMark::kAllDay:
        return !is_letter;
      default:
        return false;
    }
  }
  return false;
}

}  // namespace

void DropWeakDays(std::vector<HoursMarked>& marks) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    HoursMarked& mark = marks[i];
    if (mark.mark != HoursMark::kDays || !mark.is_weak) continue;
    if (!HasCompany(marks, i, +1) && !HasCompany(marks, i, -1)) {
      mark.mark = HoursMark::kWord;
      mark.days = 0;
    }
  }
}

}  // namespace klikpad
