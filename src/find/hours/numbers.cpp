// Numbers in a text of opening hours: times, dates, and what is neither.

#include <algorithm>
#include <optional>
#include <string>

#include "find/hours/marker.h"
#include "find/hours/times.h"

namespace klikpad {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool HoursMarker::IsAfterMoney() const {
  std::size_t before = at_;
  while (before > 0 && text_[before - 1] == ' ') --before;
  const std::string_view head = text_.substr(0, before);
  return head.ends_with("€") || head.ends_with("$") || head.ends_with("£") || head.ends_with("+");
}

void HoursMarker::ReadNumber(const TextWord& word) {
  const std::string_view rest = text_.substr(at_);
  const bool is_digit_before = at_ > 0 && (text_[at_ - 1] == '.' || text_[at_ - 1] == ',') &&
                               at_ > 1 && IsDigit(text_[at_ - 2]);
  const std::optional<ClockNumber> clock =
      is_digit_before || IsAfterMoney() ? std::nullopt : ReadClockNumber(rest);
  if (ReadDate()) return;
  if (!clock) {
    PushLongNumber(word);
    return;
  }
  const ClockNumber read = clock.value_or(ClockNumber{});  // by value: g++ 12 doubts `clock` below
  HoursMarked& time = Push(HoursMark::kTime, read.length);
  time.minutes = read.minutes;
  time.is_bare = read.is_bare;
  time.is_marked = read.is_marked;
  time.is_padded = read.is_padded;
  ReadAfterTime();
  time.counts_hours = time.counts_hours && read.length <= 2;  // not "1700 hours"
}

void HoursMarker::ReadAfterTime() {
  HoursMarked& time = marks_.back();
  const std::string_view rest = text_.substr(at_);
  if (const auto meridiem = ReadMeridiem(rest)) {
    time.meridiem = meridiem->is_pm ? Meridiem::kPm : Meridiem::kAm;
    time.is_marked = true;
    at_ += meridiem->length;
    time.end = at_;
    return;
  }
  std::size_t next = at_;
  while (next < text_.size() && text_[next] == ' ') ++next;
  const PhraseSet::Hit* hit = HitAt(next);
  std::string_view glued = text_.substr(next);
  for (const std::string_view mark : {"uur", "Uhr", "uhr", "hrs", "UUR", "UHR", "ore"}) {
    // "17 uurmaandag": elements without a space between them. "17uur" is two words.
    if (!glued.starts_with(mark)) continue;
    std::size_t end = mark.size();
    while (end < glued.size() && ((glued[end] | 32) >= 'a' && (glued[end] | 32) <= 'z')) ++end;
    const std::string_view behind = glued.substr(mark.size(), end - mark.size());
    const bool is_day =
        behind.size() >= 5 && !lexicon_.set.FindWhole(SplitWordsAndNumbers(behind)).empty();
    if (is_day) {
      time.is_marked = true;
      at_ = next + mark.size();
      time.end = at_;
      return;
    }
  }
  if (!hit) return ReadHalfOfDay();
  const HoursWord& word = lexicon_.words[static_cast<std::size_t>(hit->id)];
  if (word.kind == HoursKind::kTimeMark) {
    time.is_marked = true;
    time.counts_hours = word.counts_hours;
    at_ = hit->end;
    time.end = at_;
    ReadSplitMinutes();
    ReadHalfOfDay();
    return;
  } else if (word.kind == HoursKind::kNoon && time.minutes == 720) {
    time.meridiem = Meridiem::kPm;
    time.is_marked = true;
  } else if (word.kind == HoursKind::kMidnight && time.minutes == 720) {
    time.minutes = 1440;
    time.is_marked = true;
  } else {
    return ReadHalfOfDay();
  }
  at_ = hit->end;
  time.end = at_;
}

void HoursMarker::ReadSplitMinutes() {
  HoursMarked& time = marks_.back();
  if (!time.is_bare || time.end - time.begin > 4 || text_.substr(at_, 1) != " ") return;
  const std::string_view rest = text_.substr(at_ + 1);
  const bool is_two = rest.size() >= 2 && rest[0] >= '0' && rest[0] <= '5' && IsDigit(rest[1]) &&
                      (rest.size() == 2 || rest[2] == ' ' || rest[2] == ',' || rest[2] == ';');
  if (!is_two) return;
  time.minutes += (rest[0] - '0') * 10 + (rest[1] - '0');
  time.is_bare = false;
  at_ += 3;
  time.end = at_;
}

bool HoursMarker::ReadDate() {
  std::size_t next = at_;
  int number = 0;
  while (next < text_.size() && IsDigit(text_[next]) && next - at_ < 3) {
    number = number * 10 + (text_[next++] - '0');
  }
  if (next - at_ > 2 || number < 1 || number > 31) return false;
  // A day before further days of the month: "25 en 26 december".
  const std::size_t limit = std::min(text_.size(), next + 24);
  int last_day = number;
  std::size_t scan = next;
  for (const std::string_view ordinal : {"st", "nd", "rd", "th", "er"}) {
    if (text_.substr(next, 2) == ordinal) scan = next + 2;  // "2nd July"
  }
  while (scan < limit) {
    const PhraseSet::Hit* hit = HitAt(scan);
    if (hit && KindOf(*hit) == HoursKind::kMonth) {
      const int month = lexicon_.words[static_cast<std::size_t>(hit->id)].value;
      PushDate(month, number, last_day, hit->end);
      return true;
    }
    const char c = text_[scan];
    if (IsDigit(c)) {
      std::size_t end = scan;
      while (end < limit && IsDigit(text_[end])) ++end;
      if (end - scan > 2) return false;
      last_day = std::stoi(std::string(text_.substr(scan, end - scan)));
      scan = end;
      continue;
    }
    if (hit && (KindOf(*hit) == HoursKind::kList || KindOf(*hit) == HoursKind::kRange)) {
      scan = hit->end;
      continue;
    }
    if (c != ' ' && c != '.' && c != '-' && c != '&' && c != ',') return false;
    ++scan;
  }
  return false;
}

void HoursMarker::PushDate(int month, int day, int last_day, std::size_t end) {
  // "maandag 1 april": the weekday belongs to the date.
  if (!marks_.empty() && marks_.back().mark == HoursMark::kDays && marks_.back().is_single) {
    at_ = marks_.back().begin;
    marks_.pop_back();
  }
  HoursMarked& date = Push(HoursMark::kDate, end - at_);
  date.month = month;
  date.day = day;
  date.minutes = last_day;
  // A year behind it.
  std::size_t next = at_;
  while (next < text_.size() && (text_[next] == ' ' || text_[next] == ',')) ++next;
  std::size_t digits = next;
  while (digits < text_.size() && IsDigit(text_[digits])) ++digits;
  if (digits - next == 4 && (text_.substr(next, 2) == "19" || text_.substr(next, 2) == "20")) {
    at_ = digits;
    date.end = digits;
  }
}

void HoursMarker::PushLongNumber(const TextWord& word) {
  std::size_t end = word.end;
  while (end + 1 < text_.size() && (text_[end] == '.' || text_[end] == ',' || text_[end] == ':') &&
         IsDigit(text_[end + 1])) {
    ++end;
    while (end < text_.size() && IsDigit(text_[end])) ++end;
  }
  Push(HoursMark::kWord, std::max<std::size_t>(end - at_, 1));
}

bool HoursMarker::ReadMonthFirst(const PhraseSet::Hit& hit, int month) {
  std::size_t next = hit.end;
  while (next < text_.size() && text_[next] == ' ') ++next;
  std::size_t end = next;
  while (end < text_.size() && IsDigit(text_[end])) ++end;
  if (end == next || end - next > 2) return false;
  PushDate(month, std::stoi(std::string(text_.substr(next, end - next))), 0, end);
  marks_.back().minutes = marks_.back().day;
  return true;
}

}  // namespace klikpad
