// Days, dates and single words of opening hours → items.

#include "find/hours/items.h"

#include <optional>

#include "find/hours/item_reader.h"

namespace klikpad {
namespace {

// Days from `first` on to `last`, around the week's end: Saturday to Monday is three days.
DayMask DayRange(DayMask first, DayMask last) {
  DayMask days = first;
  for (DayMask day = first; day != last;) {
    day = day == 0b100'0000 ? 1u : day << 1;
    days |= day;
  }
  return days;
}

}  // namespace

std::vector<HoursItem> HoursItemReader::Run() {
  while (at_ < marks_.size()) ReadOne();
  return std::move(items_);
}

const HoursMarked* HoursItemReader::Peek(std::size_t ahead) const {
  return at_ + ahead < marks_.size() ? &marks_[at_ + ahead] : nullptr;
}

bool HoursItemReader::Is(std::size_t ahead, HoursMark mark) const {
  const HoursMarked* marked = Peek(ahead);
  return marked && marked->mark == mark;
}

const HoursMarked* HoursItemReader::Before() const { return at_ > 0 ? &marks_[at_ - 1] : nullptr; }

HoursItem& HoursItemReader::Push(HoursItemKind kind, std::size_t begin, std::size_t end) {
  HoursItem item;
  item.kind = kind;
  item.begin = begin;
  item.end = end;
  item.words = words_;
  item.lines = lines_;
  item.ends = ends_;
  item.seasons = seasons_;
  words_ = lines_ = ends_ = seasons_ = 0;
  items_.push_back(item);
  return items_.back();
}

void HoursItemReader::ReadOne() {
  const HoursMarked& mark = marks_[at_];
  switch (mark.mark) {
    case HoursMark::kDays:
      ReadDays();
      return;
    case HoursMark::kTime:
      ReadTime();
      return;
    case HoursMark::kDate:
      ReadDate();
      return;
    case HoursMark::kAnswerTime:
      ReadAnswerTime();
      return;
    case HoursMark::kExcept:
      ReadExcept();
      return;
    case HoursMark::kRange:
      ReadUntil();
      return;
    case HoursMark::kWord:
      ++words_;
      break;
    case HoursMark::kLine:
      ++lines_;
      break;
    case HoursMark::kEnd:
      ++ends_;
      break;
    case HoursMark::kClosed:
      Simple(HoursItemKind::kClosed);
      return;
    case HoursMark::kAlways:
      Simple(HoursItemKind::kAlways);
      return;
    case HoursMark::kAllDay:
      Simple(HoursItemKind::kAllDay);
      return;
    case HoursMark::kSeason:
      ++seasons_;
      break;
    case HoursMark::kBreak:
      Simple(HoursItemKind::kBreak);
      return;
    case HoursMark::kAppointment:
      Simple(HoursItemKind::kAppointment);
      return;
    case HoursMark::kVague:
      Simple(HoursItemKind::kVague);
      return;
    case HoursMark::kDelivery:
      Simple(HoursItemKind::kDelivery);
      return;
    case HoursMark::kToday:
      Simple(HoursItemKind::kToday);
      return;
    default:
      break;
  }
  ++at_;
}

void HoursItemReader::Simple(HoursItemKind kind) {
  Push(kind, marks_[at_].begin, marks_[at_].end);
  ++at_;
}

DayMask HoursItemReader::ReadDayRange() {
  const HoursMarked& first = marks_[at_++];
  if (!first.is_single) return first.days;
  std::size_t next = 0;
  while (Is(next, HoursMark::kFrom)) ++next;
  if (!Is(next, HoursMark::kRange)) return first.days;
  ++next;
  while (Is(next, HoursMark::kFrom) || Is(next, HoursMark::kRange)) ++next;
  const HoursMarked* last = Peek(next);
  if (!last || last->mark != HoursMark::kDays || !last->is_single) return first.days;
  at_ += next + 1;
  return DayRange(first.days, last->days);
}

DayMask HoursItemReader::ReadDayList() {
  DayMask days = ReadDayRange();
  while (true) {
    std::size_t next = 0;
    while (Is(next, HoursMark::kList)) ++next;
    if (next == 0) return days;
    while (Is(next, HoursMark::kFrom)) ++next;
    const HoursMarked* other = Peek(next);
    if (!other || other->mark != HoursMark::kDays) return days;
    at_ += next;
    days |= ReadDayRange();
  }
}

void HoursItemReader::ReadDays() {
  const HoursMarked first = marks_[at_];
  const HoursMarked* before = Before();
  // "2 werkdagen", "one business day": a duration; "6pm weekdays" and "9-5 weekdays" are none.
  const bool is_behind_span = before && !items_.empty() &&
                              items_.back().kind == HoursItemKind::kSpan &&
                              items_.back().end == before->end;
  const bool is_duration =
      !is_behind_span && first.is_group && (first.days & kWorkingDays) == kWorkingDays && before &&
      before->mark == HoursMark::kTime && before->is_bare && before->meridiem == Meridiem::kNone &&
      !before->is_marked && first.begin - before->end <= 1;
  const std::size_t from = at_;
  const DayMask days = ReadDayList();
  if (is_duration) {
    ++words_;
    return;
  }
  HoursItem& item = Push(HoursItemKind::kDays, first.begin, marks_[at_ - 1].end);
  item.days = days;
  item.is_group = first.is_group && at_ == from + 1;
}

void HoursItemReader::ReadExcept() {
  const std::size_t begin = marks_[at_].begin;
  ++at_;
  while (Is(0, HoursMark::kFrom) || Is(0, HoursMark::kWord)) {
    if (Is(0, HoursMark::kWord) && !Is(1, HoursMark::kDays)) break;
    ++at_;
  }
  // "behalve tussen 12.30 en 13.00 uur"
  if (Is(0, HoursMark::kBetween) || Is(0, HoursMark::kTime)) {
    Push(HoursItemKind::kBreak, begin, marks_[at_ - 1].end);
    return;
  }
  if (!Is(0, HoursMark::kDays)) return;
  const DayMask days = ReadDayList();
  Push(HoursItemKind::kExceptDays, begin, marks_[at_ - 1].end).days = days;
}

void HoursItemReader::ReadAnswerTime() {
  Push(HoursItemKind::kAnswerTime, marks_[at_].begin, marks_[at_].end);
  ++at_;
  for (int i = 0; i < 4 && at_ < marks_.size(); ++i) {
    const HoursMark mark = marks_[at_].mark;
    if (mark == HoursMark::kLine || mark == HoursMark::kEnd) return;
    if (mark == HoursMark::kVague) return;
    ++at_;
  }
}

void HoursItemReader::ReadDate() {
  const HoursMarked& date = marks_[at_];
  const auto is_near = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      if (marks_[i].mark == HoursMark::kEnd || marks_[i].mark == HoursMark::kLine) return false;
    }
    return true;
  };
  // "gesloten op 25 en 26 december", "25 december gesloten".
  std::optional<std::size_t> closed;
  for (std::size_t i = at_ + 1; i < marks_.size() && i <= at_ + 3; ++i) {
    if (marks_[i].mark == HoursMark::kClosed && is_near(at_, i)) closed = i;
  }
  const bool is_closed_before = !items_.empty() && items_.back().kind == HoursItemKind::kClosed &&
                                words_ <= 2 && lines_ == 0 && ends_ == 0;
  if (closed || is_closed_before) {
    std::size_t begin = date.begin;
    if (is_closed_before) {
      begin = items_.back().begin;
      items_.pop_back();
    }
    HoursItem& item =
        Push(HoursItemKind::kClosedDate, begin, closed ? marks_[*closed].end : date.end);
    item.month = date.month;
    item.day = date.day;
    item.last_day = date.minutes;
    at_ = closed ? *closed + 1 : at_ + 1;
    return;
  }
  ++at_;
  words_ += 3;
  // Hours of one date are no weekly hours.
  std::size_t next = at_;
  while (next < marks_.size() && next < at_ + 3 && marks_[next].mark != HoursMark::kTime &&
         marks_[next].mark != HoursMark::kLine && marks_[next].mark != HoursMark::kDays) {
    ++next;
  }
  if (next + 2 < marks_.size() && marks_[next].mark == HoursMark::kTime &&
      marks_[next + 1].mark == HoursMark::kRange && marks_[next + 2].mark == HoursMark::kTime) {
    at_ = next + 3;
  }
}

std::vector<HoursItem> ReadHoursItems(const std::vector<HoursMarked>& marks) {
  return HoursItemReader(marks).Run();
}

}  // namespace klikpad
