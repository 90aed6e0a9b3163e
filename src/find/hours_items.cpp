#include "find/hours_items.h"

#include <optional>

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

class ItemReader {
 public:
  explicit ItemReader(const std::vector<HoursMarked>& marks) : marks_(marks) {}

  std::vector<HoursItem> Run() {
    while (at_ < marks_.size()) ReadOne();
    return std::move(items_);
  }

 private:
  const HoursMarked* Peek(std::size_t ahead = 0) const {
    return at_ + ahead < marks_.size() ? &marks_[at_ + ahead] : nullptr;
  }
  bool Is(std::size_t ahead, HoursMark mark) const {
    const HoursMarked* marked = Peek(ahead);
    return marked && marked->mark == mark;
  }
  const HoursMarked* Before() const { return at_ > 0 ? &marks_[at_ - 1] : nullptr; }

  HoursItem& Push(HoursItemKind kind, std::size_t begin, std::size_t end) {
    HoursItem item;
    item.kind = kind;
    item.begin = begin;
    item.end = end;
    item.words = words_;
    item.lines = lines_;
    item.ends = ends_;
    words_ = lines_ = ends_ = 0;
    items_.push_back(item);
    return items_.back();
  }

  void ReadOne() {
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

  void Simple(HoursItemKind kind) {
    Push(kind, marks_[at_].begin, marks_[at_].end);
    ++at_;
  }

  // One day or group, with the range it begins; `at_` moves behind it.
  DayMask ReadDayRange() {
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

  // "ma, wo en vr", "Mo-Fr and Sa": lists of days and ranges.
  DayMask ReadDayList() {
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

  void ReadDays() {
    const HoursMarked first = marks_[at_];
    const HoursMarked* before = Before();
    // "2 werkdagen", "one business day": a duration.
    const bool is_duration = first.is_group && (first.days & kWorkingDays) == kWorkingDays &&
                             before && before->mark == HoursMark::kTime && before->is_bare;
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

  void ReadExcept() {
    const std::size_t begin = marks_[at_].begin;
    ++at_;
    while (Is(0, HoursMark::kFrom) || Is(0, HoursMark::kWord)) {
      if (Is(0, HoursMark::kWord) && !Is(1, HoursMark::kDays)) break;
      ++at_;
    }
    if (!Is(0, HoursMark::kDays)) return;
    const DayMask days = ReadDayList();
    Push(HoursItemKind::kExceptDays, begin, marks_[at_ - 1].end).days = days;
  }

  // "binnen 24 uur", "within 2 business days": what follows is a duration.
  void ReadAnswerTime() {
    Push(HoursItemKind::kAnswerTime, marks_[at_].begin, marks_[at_].end);
    ++at_;
    for (int i = 0; i < 4 && at_ < marks_.size(); ++i) {
      const HoursMark mark = marks_[at_].mark;
      if (mark == HoursMark::kLine || mark == HoursMark::kEnd) return;
      if (mark == HoursMark::kVague) return;
      ++at_;
    }
  }

  void ReadDate() {
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

  // Days stand close before or behind, which makes bare numbers hours.
  bool IsBesideDays(std::size_t first, std::size_t behind) const {
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
    return behind < marks_.size() && marks_[behind].mark == HoursMark::kDays &&
           !marks_[behind].is_group;
  }

  void ReadTime() {
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
    if ((!is_range && !is_pair) || next >= marks_.size() || marks_[next].mark != HoursMark::kTime) {
      ReadLoneTime();
      return;
    }
    const HoursMarked& to = marks_[next];
    const bool is_marked = from.is_marked || to.is_marked;
    const bool is_bare = from.is_bare && to.is_bare;
    const bool is_from = first > 0 && marks_[first - 1].mark == HoursMark::kFrom;
    if (is_bare && !is_marked && !IsBesideDays(first, next + 1) && !(is_word_range && is_from)) {
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

  // Cells of a table may hold a time each, and the dash between them: the index behind the line
  // breaks at `from` when `mark` stands there, else `from`.
  std::size_t BehindLines(std::size_t from, HoursMark mark) const {
    std::size_t next = from;
    while (next < marks_.size() && next < from + 2 && marks_[next].mark == HoursMark::kLine) ++next;
    return next < marks_.size() && marks_[next].mark == mark ? next : from;
  }

  bool IsAfterBetween() const {
    for (std::size_t i = at_; i > 0 && at_ - i < 3; --i) {
      if (marks_[i - 1].mark == HoursMark::kBetween) return true;
      if (marks_[i - 1].mark == HoursMark::kTime) return false;
    }
    return false;
  }

  // "ab 9 Uhr", "vanaf 8.00 uur".
  void ReadLoneTime() {
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

  // "tot 21.00 uur" without a start.
  void ReadUntil() {
    const bool is_dash = marks_[at_].is_dash;
    const std::size_t begin = marks_[at_].begin;
    ++at_;
    const HoursMarked* time = Peek();
    if (is_dash || !time || time->mark != HoursMark::kTime || (time->is_bare && !time->is_marked)) {
      return;
    }
    HoursItem& item = Push(HoursItemKind::kSpan, begin, time->end);
    item.closes = SpanOf(*time, *time).opens;
    if (item.closes == 0) item.closes = 24 * 60;
    item.is_certain = time->is_marked;
    ++at_;
  }

  const std::vector<HoursMarked>& marks_;
  std::vector<HoursItem> items_;
  std::size_t at_ = 0;
  int words_ = 0, lines_ = 0, ends_ = 0;
};

}  // namespace

std::vector<HoursItem> ReadHoursItems(const std::vector<HoursMarked>& marks) {
  return ItemReader(marks).Run();
}

}  // namespace klikpad
