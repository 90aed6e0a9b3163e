// The reader behind ReadHoursItems, in two files: days and the rest in items.cpp, times in
// item_times.cpp.

#pragma once

#include <cstddef>
#include <vector>

#include "find/hours/items.h"

namespace klikpad {

class HoursItemReader {
 public:
  explicit HoursItemReader(const std::vector<HoursMarked>& marks) : marks_(marks) {}
  std::vector<HoursItem> Run();

 private:
  const HoursMarked* Peek(std::size_t ahead = 0) const;
  bool Is(std::size_t ahead, HoursMark mark) const;
  const HoursMarked* Before() const;
  HoursItem& Push(HoursItemKind kind, std::size_t begin, std::size_t end);
  void ReadOne();
  void Simple(HoursItemKind kind);
  // One day or group, with the range it begins; `at_` moves behind it.
  DayMask ReadDayRange();
  // "ma, wo en vr", "Mo-Fr and Sa": lists of days and ranges.
  DayMask ReadDayList();
  void ReadDays();
  void ReadExcept();
  // "binnen 24 uur", "within 2 business days": what follows is a duration.
  void ReadAnswerTime();
  void ReadDate();

  // Days stand close before or behind, which makes bare numbers hours.
  bool IsBesideDays(std::size_t first, std::size_t behind) const;
  void ReadTime();
  bool IsBeforeSpan(std::size_t to) const;
  bool IsSlashRange(std::size_t first) const;
  bool IsPairOfCells(std::size_t first) const;
  // Cells of a table may hold a time each, and the dash between them: the index behind the line
  // breaks at `from` when `mark` stands there, else `from`.
  std::size_t BehindLines(std::size_t from, HoursMark mark) const;
  bool IsAfterBetween() const;
  // "ab 9 Uhr", "vanaf 8.00 uur".
  void ReadLoneTime();
  // The time behind that range is another end on the days before it.
  bool IsOtherEnd(std::size_t range) const;
  // "tot 21.00 uur" without a start.
  void ReadUntil();

  const std::vector<HoursMarked>& marks_;
  std::vector<HoursItem> items_;
  std::size_t at_ = 0;
  int words_ = 0, lines_ = 0, ends_ = 0, seasons_ = 0;  // since the last item
};

}  // namespace klikpad
