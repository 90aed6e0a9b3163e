// Times in a row of tokens: spans, starts, ends.

#include <algorithm>

#include "find/hours/item_reader.h"

namespace klikpad {

bool HoursItemReader::IsBesideDays(std::size_t first, std::size_t behind) const {
  std::size_t before = first;
  while (before > 0 && (marks_[before - 1].mark == HoursMark::kFrom ||
                        marks_[before - 1].mark == HoursMark::kList ||
                        marks_[before - 1].mark == HoursMark::kOpen ||
                        marks_[before - 1].mark == HoursMark::kLine)) {
    --before;
  }
  if (before > 0 && marks_[before - 1].mark == HoursMark::kDays) return true;
  if (!items_.empty() && items_.back().kind == HoursItemKind::kSpan && words_ == 0) return true;
  while (behind < marks_.size() &&
         (marks_[behind].mark == HoursMark::kFrom || marks_[behind].mark == HoursMark::kList)) {
    ++behind;
  }
  if (behind >= marks_.size() || marks_[behind].mark != HoursMark::kDays) return false;
  // "9-5 weekdays", but "2-3 werkdagen" takes so long.
  return !marks_[behind].is_group || marks_[first].minutes > marks_[behind - 1].minutes;
}

void HoursItemReader::ReadTime() {
  const std::size_t first = at_;
  const HoursMarked& from = marks_[first];
  std::size_t next = BehindLines(at_ + 1, HoursMark::kRange);
  bool is_range = false;
  bool is_word_range = false;
  const bool is_between = IsAfterBetween();
  while (next < marks_.size() && (marks_[next].mark == HoursMark::kRange ||
                                  (is_between && marks_[next].mark == HoursMark::kList) ||
                                  (is_range && marks_[next].mark == HoursMark::kFrom))) {
    is_range = true;
    is_word_range = is_word_range || !marks_[next].is_dash;
    next = BehindLines(next + 1, HoursMark::kTime);
  }
  const bool is_pair = from.meridiem != Meridiem::kNone && next < marks_.size() &&
                       marks_[next].mark == HoursMark::kTime &&
                       marks_[next].meridiem == Meridiem::kPm && !is_range;
  if (!is_range && IsSlashRange(first)) {
    is_range = true;
    next = first + 2;
  }
  const bool is_in_cells = !is_range && !is_pair && IsPairOfCells(first);
  if (is_in_cells) next = first + 2;
  if ((!is_range && !is_pair && !is_in_cells) || next >= marks_.size() ||
      marks_[next].mark != HoursMark::kTime) {
    ReadLoneTime();
    return;
  }
  const HoursMarked& to = marks_[next];
  const bool is_marked = from.is_marked || to.is_marked;
  const bool is_bare = from.is_bare && to.is_bare;
  const bool is_from = first > 0 && marks_[first - 1].mark == HoursMark::kFrom;
  if (is_bare && !is_marked && !IsBesideDays(first, next + 1) && !(is_word_range && is_from) &&
      !IsBeforeSpan(next)) {
    ++words_;
    ++at_;
    return;
  }
  const HoursSpan span = SpanOf(from, to);
  if (span.closes - span.opens > 24 * 60 || span.opens == span.closes) {
    ++words_;
    ++at_;
    return;
  }
  HoursItem& item = Push(HoursItemKind::kSpan, from.begin, to.end);
  item.opens = span.opens;
  item.closes = span.closes;
  item.is_certain = is_marked;
  at_ = next + 1;
}

// "12-14 & 18-21:30": numbers that a list joins to a later span that is surely one of times.
bool HoursItemReader::IsBeforeSpan(std::size_t to) const {
  std::size_t next = to + 1;
  if (next >= marks_.size() || marks_[next].mark != HoursMark::kList) return false;
  while (next < marks_.size() &&
         (marks_[next].mark == HoursMark::kList || marks_[next].mark == HoursMark::kFrom)) {
    ++next;
  }
  if (next + 2 >= marks_.size() || marks_[next + 1].mark != HoursMark::kRange) return false;
  const HoursMarked& from = marks_[next];
  const HoursMarked& end = marks_[next + 2];
  if (from.mark != HoursMark::kTime || end.mark != HoursMark::kTime) return false;
  const bool is_time = !from.is_bare || !end.is_bare || from.is_marked || end.is_marked;
  return is_time && marks_[to].minutes <= from.minutes;
}

// "10.00/19.30" as Italians write a span, but not the second half of "9.00-12.00/13.00-17.00".
bool HoursItemReader::IsSlashRange(std::size_t first) const {
  const auto is = [&](std::size_t i, HoursMark mark) {
    return i < marks_.size() && marks_[i].mark == mark;
  };
  if (!is(first + 1, HoursMark::kList) || !marks_[first + 1].is_slash) return false;
  if (!is(first + 2, HoursMark::kTime)) return false;
  const HoursMarked& from = marks_[first];
  const HoursMarked& to = marks_[first + 2];
  if (from.is_bare || to.is_bare || to.minutes <= from.minutes) return false;
  const bool leads_on = is(first + 3, HoursMark::kRange) && is(first + 4, HoursMark::kTime);
  const bool is_pair_of_slashes = leads_on && is(first + 5, HoursMark::kList) &&
                                  marks_[first + 5].is_slash && is(first + 6, HoursMark::kTime);
  return !leads_on || is_pair_of_slashes;
}

// "Maandag | 08:00 | 17:00": two times in cells behind a day, and no third, which would make a
// timetable of them.
bool HoursItemReader::IsPairOfCells(std::size_t first) const {
  const auto is = [&](std::size_t i, HoursMark mark) {
    return i < marks_.size() && marks_[i].mark == mark;
  };
  if (first < 2 || !is(first - 1, HoursMark::kLine) || !is(first - 2, HoursMark::kDays)) {
    return false;
  }
  if (!is(first + 1, HoursMark::kLine) || !is(first + 2, HoursMark::kTime)) return false;
  const HoursMarked& from = marks_[first];
  const HoursMarked& to = marks_[first + 2];
  const bool has_halves = from.meridiem != Meridiem::kNone && to.meridiem != Meridiem::kNone;
  const bool is_in_order =
      has_halves ? SpanOf(from, to).closes <= 24 * 60 : to.minutes > from.minutes;
  if (!has_halves && (from.is_bare || to.is_bare)) return false;
  if (!is_in_order) return false;
  return !is(first + 3, HoursMark::kTime) &&
         !(is(first + 3, HoursMark::kLine) && is(first + 4, HoursMark::kTime));
}

std::size_t HoursItemReader::BehindLines(std::size_t from, HoursMark mark) const {
  std::size_t next = from;
  while (next < marks_.size() && next < from + 2 && marks_[next].mark == HoursMark::kLine) ++next;
  return next < marks_.size() && marks_[next].mark == mark ? next : from;
}

bool HoursItemReader::IsAfterBetween() const {
  for (std::size_t i = at_; i > 0 && at_ - i < 3; --i) {
    if (marks_[i - 1].mark == HoursMark::kBetween) return true;
    if (marks_[i - 1].mark == HoursMark::kTime) return false;
  }
  return false;
}

void HoursItemReader::ReadLoneTime() {
  const HoursMarked& time = marks_[at_];
  const HoursMarked* before = Before();
  const bool is_from = before && before->mark == HoursMark::kFrom && !time.is_bare;
  const bool is_marked_from =
      before && before->mark == HoursMark::kFrom && time.is_bare && time.is_marked;
  ++at_;
  if (!is_from && !is_marked_from) {
    ++words_;
    return;
  }
  const HoursMarked opening = time;
  HoursItem& item = Push(HoursItemKind::kSpan, opening.begin, opening.end);
  item.opens = SpanOf(opening, opening).opens;
  item.is_certain = opening.is_marked;
}

// "..., op vrijdag tot vier uur": right behind days, after times of other days, and with nothing
// behind it that it could count ("vrijdag tot twee uur gratis parkeren", "vrijdag tot vier
// personen").
bool HoursItemReader::IsOtherEnd(std::size_t range) const {
  std::size_t before = range;
  while (before > 0 && marks_[before - 1].mark == HoursMark::kOpen) --before;
  if (before == 0 || marks_[before - 1].mark != HoursMark::kDays) return false;
  const bool has_start = std::any_of(items_.begin(), items_.end(), [](const HoursItem& item) {
    return item.kind == HoursItemKind::kSpan && item.opens >= 0;
  });
  const std::size_t time = range + 1;
  if (!has_start || time >= marks_.size() || marks_[time].counts_hours) return false;
  std::size_t behind = time + 1;
  if (behind < marks_.size() && marks_[behind].mark == HoursMark::kList) {
    while (behind < marks_.size() && marks_[behind].mark == HoursMark::kList) ++behind;
    // "en op zaterdag"
    const bool is_before_days = behind + 1 < marks_.size() &&
                                marks_[behind].mark == HoursMark::kWord &&
                                marks_[behind + 1].mark == HoursMark::kDays;
    if (is_before_days) return true;
  }
  if (behind >= marks_.size()) return true;
  switch (marks_[behind].mark) {
    case HoursMark::kEnd:
    case HoursMark::kLine:
    case HoursMark::kDays:
    case HoursMark::kClosed:
    case HoursMark::kExcept:
    case HoursMark::kAppointment:
      return true;
    default:
      return false;
  }
}

void HoursItemReader::ReadUntil() {
  const bool is_dash = marks_[at_].is_dash;
  const bool is_other_end = IsOtherEnd(at_);
  const std::size_t begin = marks_[at_].begin;
  ++at_;
  const HoursMarked* time = Peek();
  if (is_dash || !time || time->mark != HoursMark::kTime) return;
  if (time->is_bare && (!time->is_marked || time->counts_hours) && !is_other_end) return;
  HoursItem& item = Push(HoursItemKind::kSpan, begin, time->end);
  item.closes = SpanOf(*time, *time).opens;
  item.is_half_day_open = is_other_end && time->meridiem == Meridiem::kNone;
  if (item.closes == 0) item.closes = 24 * 60;
  item.is_certain = time->is_marked;
  ++at_;
}

}  // namespace klikpad
