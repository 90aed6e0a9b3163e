#include "find/hours_lexer.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "find/hours_times.h"

namespace klikpad {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The bytes of the dashes that people put between days and times: U+2010 to U+2015, U+2212, U+00AD,
// arrows, the tilde, and U+FFFD, which a dash in an undeclared
// charset becomes.
std::size_t DashLength(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == '-' || text[0] == '~') return 1;
  for (const std::string_view dash : {"‐", "‑", "‒", "–", "—", "―", "−", "\uFFFD", "→", "›", "»"}) {
    if (text.starts_with(dash)) return dash.size();
  }
  return 0;
}

class Marker {
 public:
  Marker(std::string_view text, const HoursLexicon& lexicon) : text_(text), lexicon_(lexicon) {
    words_ = SplitWordsAndNumbers(text);
    // A phrase may have several readings ("di": Tuesday and Sunday); the first, which is of the
    // page's language, counts.
    for (const PhraseSet::Hit& hit : lexicon.set.FindAll(words_)) {
      const auto same = hits_.find(hit.begin);
      if (same == hits_.end()) hits_.emplace(hit.begin, hit);
    }
  }

  std::vector<HoursMarked> Run() {
    std::size_t word = 0;
    while (at_ < text_.size()) {
      while (word < words_.size() && words_[word].end <= at_) ++word;
      if (word < words_.size() && words_[word].begin == at_) {
        ReadWord(words_[word]);
      } else if (word < words_.size() && words_[word].begin < at_) {
        ReadInsideWord(words_[word]);
      } else {
        ReadSymbol();
      }
    }
    DropWeakDays();
    return std::move(marks_);
  }

 private:
  HoursMarked& Push(HoursMark mark, std::size_t length) {
    HoursMarked marked;
    marked.mark = mark;
    marked.begin = at_;
    marked.end = at_ + length;
    marks_.push_back(marked);
    at_ += length;
    return marks_.back();
  }

  bool EndsSentence() const {
    const std::size_t next = at_ + 1;
    if (next < text_.size() && text_[next] != ' ' && text_[next] != '\n') return false;
    // "Mo. - Fr.", "a.m.", "tel.": a point after an abbreviation ends nothing.
    if (marks_.empty() || marks_.back().end != at_) return true;
    const HoursMarked& last = marks_.back();
    if (last.mark == HoursMark::kDays && last.end - last.begin <= 5) return false;
    if (last.mark == HoursMark::kExcept || last.mark == HoursMark::kRange) return false;
    return !(last.mark == HoursMark::kWord && last.end - last.begin <= 3);
  }

  void ReadSymbol() {
    const std::string_view rest = text_.substr(at_);
    const char c = rest[0];
    if (c == '\n') {
      Push(HoursMark::kLine, 1);
    } else if (const std::size_t dash = DashLength(rest)) {
      Push(HoursMark::kRange, dash).is_dash = true;
    } else if (c == ',' || c == '&' || c == '+' || c == '/') {
      Push(HoursMark::kList, 1);
    } else if (c == ';' || ((c == '.' || c == '!' || c == '?') && EndsSentence())) {
      Push(HoursMark::kEnd, 1);
    } else {
      ++at_;
    }
  }

  void ReadWord(const TextWord& word) {
    const auto hit = hits_.find(word.begin);
    // A digit may begin a phrase ("24 uur per dag") or a time.
    if (hit != hits_.end() && ReadPhrase(hit->second)) return;
    if (IsDigit(text_[at_])) {
      ReadNumber(word);
      return;
    }
    Push(HoursMark::kWord, word.end - at_);
  }

  // What is left of a word of which a number took the beginning: "9uur", "8am-5pm" is none.
  void ReadInsideWord(const TextWord& word) {
    const std::string_view rest = text_.substr(at_, word.end - at_);
    if (IsDigit(rest[0])) {
      ReadNumber(word);
    } else {
      Push(HoursMark::kWord, rest.size());
    }
  }

  bool IsAfterMoney() const {
    std::size_t before = at_;
    while (before > 0 && text_[before - 1] == ' ') --before;
    const std::string_view head = text_.substr(0, before);
    return head.ends_with("€") || head.ends_with("$") || head.ends_with("£") || head.ends_with("+");
  }

  void ReadNumber(const TextWord& word) {
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
    HoursMarked& time = Push(HoursMark::kTime, clock->length);
    time.minutes = clock->minutes;
    time.is_bare = clock->is_bare;
    time.is_marked = clock->is_marked;
    time.is_padded = clock->is_padded;
    ReadAfterTime();
  }

  // am, pm, noon or a time mark after a number, which belong to it.
  void ReadAfterTime() {
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
    const auto hit = hits_.find(next);
    std::string_view glued = text_.substr(next);
    for (const std::string_view mark : {"uur", "Uhr", "uhr", "hrs", "UUR", "UHR", "ore"}) {
      // "17uur": the mark is no word of its own.
      const bool ends = glued.size() == mark.size() ||
                        (glued.size() > mark.size() &&
                         !((glued[mark.size()] | 32) >= 'a' && (glued[mark.size()] | 32) <= 'z'));
      if (next == at_ && glued.starts_with(mark) && ends) {
        time.is_marked = true;
        at_ = next + mark.size();
        time.end = at_;
        return;
      }
    }
    if (hit == hits_.end()) return;
    const HoursWord& word = lexicon_.words[static_cast<std::size_t>(hit->second.id)];
    if (word.kind == HoursKind::kTimeMark) {
      time.is_marked = true;
      at_ = hit->second.end;
      time.end = at_;
      ReadSplitMinutes();
      return;
    } else if (word.kind == HoursKind::kNoon && time.minutes == 720) {
      time.meridiem = Meridiem::kPm;
      time.is_marked = true;
    } else if (word.kind == HoursKind::kMidnight && time.minutes == 720) {
      time.minutes = 1440;
      time.is_marked = true;
    } else {
      return;
    }
    at_ = hit->second.end;
    time.end = at_;
  }

  // "12 h 30": minutes apart from their hour.
  void ReadSplitMinutes() {
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

  // "9 april", "April 9", "1 januari 2014", "12-05-2014" are dates, and a weekday before one is
  // part of it.
  bool ReadDate() {
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
      const auto hit = hits_.find(scan);
      if (hit != hits_.end() && KindOf(hit->second) == HoursKind::kMonth) {
        const int month = lexicon_.words[static_cast<std::size_t>(hit->second.id)].value;
        PushDate(month, number, last_day, hit->second.end);
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
      if (hit != hits_.end() &&
          (KindOf(hit->second) == HoursKind::kList || KindOf(hit->second) == HoursKind::kRange)) {
        scan = hit->second.end;
        continue;
      }
      if (c != ' ' && c != '.' && c != '-' && c != '&' && c != ',') return false;
      ++scan;
    }
    return false;
  }

  HoursKind KindOf(const PhraseSet::Hit& hit) const {
    return lexicon_.words[static_cast<std::size_t>(hit.id)].kind;
  }

  void PushDate(int month, int day, int last_day, std::size_t end) {
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

  // A number that is no time, with the digits that belong to it: phone numbers, years, decimals.
  void PushLongNumber(const TextWord& word) {
    std::size_t end = word.end;
    while (end + 1 < text_.size() &&
           (text_[end] == '.' || text_[end] == ',' || text_[end] == ':') &&
           IsDigit(text_[end + 1])) {
      ++end;
      while (end < text_.size() && IsDigit(text_[end])) ++end;
    }
    Push(HoursMark::kWord, std::max<std::size_t>(end - at_, 1));
  }

  bool PushNamedTime(const PhraseSet::Hit& hit, int minutes) {
    HoursMarked& time = Push(HoursMark::kTime, hit.end - at_);
    time.minutes = minutes;
    time.is_marked = true;
    return true;
  }

  // "half 9", "kwart over 8", "half past eight": the number after the phrase.
  bool ReadFraction(const PhraseSet::Hit& hit, int offset) {
    std::size_t next = hit.end;
    while (next < text_.size() && text_[next] == ' ') ++next;
    int hour = 0;
    std::size_t end = next;
    const auto number = hits_.find(next);
    if (number != hits_.end() && KindOf(number->second) == HoursKind::kNumber) {
      hour = lexicon_.words[static_cast<std::size_t>(number->second.id)].value;
      end = number->second.end;
    } else {
      while (end < text_.size() && IsDigit(text_[end]) && end - next < 2) {
        hour = hour * 10 + (text_[end++] - '0');
      }
    }
    if (hour < 1 || hour > 24) return false;
    HoursMarked& time = Push(HoursMark::kTime, end - at_);
    time.minutes = hour * 60 + offset;
    time.is_marked = true;
    ReadAfterTime();
    return true;
  }

  bool ReadPhrase(const PhraseSet::Hit& hit) {
    const HoursWord& word = lexicon_.words[static_cast<std::size_t>(hit.id)];
    const std::size_t length = hit.end - at_;
    switch (word.kind) {
      case HoursKind::kDay: {
        const bool is_upper = text_[at_] >= 'A' && text_[at_] <= 'Z';
        if (length == 1 && !is_upper) return false;
        HoursMarked& day = PushDays(length, 1u << (word.value - 1));
        day.is_single = true;
        day.is_weak = word.is_short;
        day.needs_range = word.needs_range;
        return true;
      }
      case HoursKind::kWorkingDays:
        PushDays(length, kWorkingDays).is_group = true;
        return true;
      case HoursKind::kWorkingDaysAndSaturday:
        PushDays(length, kWorkingDays | 0b10'0000).is_group = true;
        return true;
      case HoursKind::kWeekend:
        PushDays(length, kWeekendDays).is_group = true;
        return true;
      case HoursKind::kEveryDay:
        PushDays(length, kAllDays).is_group = true;
        return true;
      case HoursKind::kPublicHoliday:
        PushDays(length, kHolidays).is_group = true;
        return true;
      case HoursKind::kSundayAndHolidays:
        PushDays(length, kHolidays | 0b100'0000).is_group = true;
        return true;
      case HoursKind::kNoon:
        return PushNamedTime(hit, 720);
      case HoursKind::kMidnight:
        return PushNamedTime(hit, 1440);
      case HoursKind::kHalfTo:
        return ReadFraction(hit, -30);
      case HoursKind::kHalfPast:
        return ReadFraction(hit, 30);
      case HoursKind::kQuarterPast:
        return ReadFraction(hit, 15);
      case HoursKind::kQuarterTo:
        return ReadFraction(hit, -15);
      case HoursKind::kNumber: {
        HoursMarked& time = Push(HoursMark::kTime, length);
        time.minutes = word.value * 60;
        time.is_bare = true;
        return true;
      }
      case HoursKind::kMonth:
        return ReadMonthFirst(hit, word.value);
      case HoursKind::kTimeMark:
      case HoursKind::kZone:
        at_ = hit.end;  // says nothing by itself
        return true;
      default:
        Push(MarkOf(word.kind), length);
        return true;
    }
  }

  HoursMarked& PushDays(std::size_t length, DayMask days) {
    HoursMarked& marked = Push(HoursMark::kDays, length);
    marked.days = days;
    return marked;
  }

  // "April 9", "December 25 and 26".
  bool ReadMonthFirst(const PhraseSet::Hit& hit, int month) {
    std::size_t next = hit.end;
    while (next < text_.size() && text_[next] == ' ') ++next;
    std::size_t end = next;
    while (end < text_.size() && IsDigit(text_[end])) ++end;
    if (end == next || end - next > 2) return false;
    PushDate(month, std::stoi(std::string(text_.substr(next, end - next))), 0, end);
    marks_.back().minutes = marks_.back().day;
    return true;
  }

  static HoursMark MarkOf(HoursKind kind) {
    switch (kind) {
      case HoursKind::kClosed:
        return HoursMark::kClosed;
      case HoursKind::kAlways:
        return HoursMark::kAlways;
      case HoursKind::kAllDay:
        return HoursMark::kAllDay;
      case HoursKind::kRange:
        return HoursMark::kRange;
      case HoursKind::kBetween:
        return HoursMark::kBetween;
      case HoursKind::kList:
        return HoursMark::kList;
      case HoursKind::kFrom:
        return HoursMark::kFrom;
      case HoursKind::kExcept:
        return HoursMark::kExcept;
      case HoursKind::kAppointment:
        return HoursMark::kAppointment;
      case HoursKind::kVague:
        return HoursMark::kVague;
      case HoursKind::kSeason:
        return HoursMark::kSeason;
      case HoursKind::kAnswerTime:
        return HoursMark::kAnswerTime;
      case HoursKind::kDelivery:
        return HoursMark::kDelivery;
      case HoursKind::kToday:
        return HoursMark::kToday;
      case HoursKind::kOpen:
        return HoursMark::kOpen;
      default:
        return HoursMark::kWord;
    }
  }

  // An abbreviation is a day only beside a day or a time: "do" is Thursday in "wo en do", not in
  // "do not".
  void DropWeakDays() {
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      HoursMarked& mark = marks_[i];
      if (mark.mark != HoursMark::kDays || !mark.is_weak) continue;
      if (!HasCompany(i, +1) && !HasCompany(i, -1)) {
        mark.mark = HoursMark::kWord;
        mark.days = 0;
      }
    }
  }

  bool HasCompany(std::size_t index, int step) const {
    const bool is_letter = marks_[index].needs_range;
    bool has_link = false;
    auto i = static_cast<std::ptrdiff_t>(index) + step;
    for (int steps = 0; steps < 4 && i >= 0 && i < static_cast<std::ptrdiff_t>(marks_.size());
         ++steps, i += step) {
      const HoursMarked& other = marks_[static_cast<std::size_t>(i)];
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
          return !is_letter && step > 0 && (!other.is_bare || steps == 0);
        case HoursMark::kClosed:
        case HoursMark::kAllDay:
          return !is_letter;
        default:
          return false;
      }
    }
    return false;
  }

  std::string_view text_;
  const HoursLexicon& lexicon_;
  std::vector<TextWord> words_;
  std::map<std::size_t, PhraseSet::Hit> hits_;
  std::vector<HoursMarked> marks_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<HoursMarked> MarkHours(std::string_view text, const HoursLexicon& lexicon) {
  return Marker(text, lexicon).Run();
}

}  // namespace klikpad
