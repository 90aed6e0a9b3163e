// The text is cut into words; zone, clock and date are found among them whatever their order.

#include "brand/time_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include "base/text.h"

namespace klikpad {
namespace {

using WordList = std::vector<std::string>;

bool IsDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

int NumberOf(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// Dutch and English, whole or cut to three letters (CLDR 44); 0 for other words.
int MonthOf(std::string_view word) {
  static constexpr std::array<std::array<std::string_view, 4>, 12> kMonths = {{
      {"january", "januari", "jan", "jan"},
      {"february", "februari", "feb", "feb"},
      {"march", "maart", "mar", "mrt"},
      {"april", "april", "apr", "apr"},
      {"may", "mei", "may", "mei"},
      {"june", "juni", "jun", "jun"},
      {"july", "juli", "jul", "jul"},
      {"august", "augustus", "aug", "aug"},
      {"september", "september", "sep", "sept"},
      {"october", "oktober", "oct", "okt"},
      {"november", "november", "nov", "nov"},
      {"december", "december", "dec", "dec"},
  }};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (std::find(kMonths[i].begin(), kMonths[i].end(), word) != kMonths[i].end()) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

// WordList that say nothing: weekdays, "om", "at", "uur".
bool IsFiller(std::string_view word) {
  static constexpr std::array kFillers = {
      "mon",     "tue",     "tues",     "wed",       "thu",       "thur",     "thurs",  "fri",
      "sat",     "sun",     "monday",   "tuesday",   "wednesday", "thursday", "friday", "saturday",
      "sunday",  "ma",      "di",       "wo",        "do",        "vr",       "za",     "zo",
      "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag",   "zaterdag", "zondag", "om",
      "at",      "uur",     "u",        "-"};
  return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

// "z", "+0200", "utc", "(cest)", "gmt+2" → "Z", "+02:00"; "" for what is no zone.
std::string ZoneOf(std::string_view word) {
  if (word.starts_with('(') && word.ends_with(')')) word = word.substr(1, word.size() - 2);
  for (const auto& [name, offset] :
       {std::pair{"z", "Z"}, std::pair{"utc", "Z"}, std::pair{"gmt", "Z"},
        std::pair{"cet", "+01:00"}, std::pair{"cest", "+02:00"}}) {
    if (word == name) return offset;
  }
  if (word.starts_with("utc") || word.starts_with("gmt")) word.remove_prefix(3);
  if (word.size() < 2 || (word[0] != '+' && word[0] != '-')) return "";
  std::string digits;
  for (const char c : word.substr(1)) {
    if (c == ':' && digits.size() <= 2) continue;
    if (c < '0' || c > '9') return "";
    digits += c;
  }
  if (digits.size() == 1 || digits.size() == 3) digits.insert(0, "0");
  if (digits.size() == 2) digits += "00";
  if (digits.size() != 4) return "";
  return word[0] + digits.substr(0, 2) + ":" + digits.substr(2);
}

struct Clock {
  int hour = 0;
  std::string rest;  // ":30:00.5"
};

// "10:30", "8:30:05.25", "10:30pm"; "10.30" where `has_points`. Nothing for other words.
std::optional<Clock> ClockOf(std::string_view word, bool has_points) {
  bool is_pm = false, has_half = false;
  if (word.size() > 2 && (word.ends_with("am") || word.ends_with("pm"))) {
    is_pm = word.ends_with("pm");
    has_half = true;
    word.remove_suffix(2);
  }
  const std::size_t mark = word.find(has_points ? '.' : ':');
  if (mark == word.npos || mark == 0 || mark > 2 || !IsDigits(word.substr(0, mark))) {
    return std::nullopt;
  }
  Clock clock{NumberOf(word.substr(0, mark)), ":" + std::string(word.substr(mark + 1))};
  if (clock.rest.find_first_not_of("0123456789:.") != std::string::npos) return std::nullopt;
  if (has_half) {
    if (clock.hour < 1 || clock.hour > 12) return std::nullopt;
    clock.hour = clock.hour % 12 + (is_pm ? 12 : 0);
  }
  return clock;
}

// Lower case; commas part words unless a digit follows ("10:30:00,123").
WordList WordsOf(std::string_view text) {
  std::string plain = AsciiLower(text);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const bool is_last = i + 1 == plain.size();
    if (plain[i] == ',' && (is_last || plain[i + 1] < '0' || plain[i + 1] > '9')) plain[i] = ' ';
    if (plain[i] == ',' && !is_last) plain[i] = '.';
    if (plain[i] == 't' && i == 10 && !is_last && plain[i + 1] >= '0' && plain[i + 1] <= '9') {
      plain[i] = ' ';
    }
  }
  WordList words;
  for (const std::string_view word : Split(plain, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

// "am" and "pm" by themselves belong to the word before; "10.30" is a clock before "uur".
void JoinHalves(WordList& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string half = ReplaceAll(words[i], ".", "");
    if (half == "am" || half == "pm") {
      words[i - 1] += half;
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
}

std::string Year(std::string_view digits) {
  if (digits.size() == 4) return std::string(digits);
  if (digits.size() != 2) return "";
  return (NumberOf(digits) < 70 ? "20" : "19") + std::string(digits);
}

std::string Day(std::string_view year, int month, std::string_view day) {
  if (year.empty() || month == 0 || !IsDigits(day) || day.size() > 2) return "";
  return fmt::format("{}-{:02}-{:0>2}", year, month, day);
}

// The pieces of a date that is written as one word, or is three words.
WordList PiecesOf(const WordList& words) {
  if (words.size() != 1) return words;
  WordList pieces;
  for (const char mark : {'-', '/', '.'}) {
    if (words[0].find(mark) == std::string::npos) continue;
    for (const std::string_view piece : Split(words[0], mark)) pieces.emplace_back(piece);
    return pieces;
  }
  const std::string& basic = words[0];
  if (basic.size() != 8 || !IsDigits(basic)) return {};
  return {basic.substr(0, 4), basic.substr(4, 2), basic.substr(6)};
}

struct Date {
  std::string iso;  // "" for none
  bool is_ambiguous = false;
};

Date DateOf(const WordList& words, DateOrder order) {
  WordList pieces = PiecesOf(words);
  if (pieces.size() != 3) return {};
  for (std::string& piece : pieces) {
    if (piece.ends_with('.')) piece.pop_back();
  }
  if (IsDigits(pieces[0]) && pieces[0].size() == 4) {
    const int month = IsDigits(pieces[1]) ? NumberOf(pieces[1]) : MonthOf(pieces[1]);
    return {Day(pieces[0], month, pieces[2])};
  }
  if (MonthOf(pieces[1]) > 0) return {Day(Year(pieces[2]), MonthOf(pieces[1]), pieces[0])};
  if (MonthOf(pieces[0]) > 0) return {Day(Year(pieces[2]), MonthOf(pieces[0]), pieces[1])};
  const bool are_numbers = IsDigits(pieces[0]) && IsDigits(pieces[1]) && IsDigits(pieces[2]) &&
                           pieces[0].size() <= 2 && pieces[1].size() <= 2;
  if (!are_numbers || Year(pieces[2]).empty()) return {};
  if (order == DateOrder::kNone) return {"", true};
  const bool is_day_first = order == DateOrder::kDayFirst;
  const std::string& month = is_day_first ? pieces[1] : pieces[0];
  const std::string& day = is_day_first ? pieces[0] : pieces[1];
  return {Day(Year(pieces[2]), NumberOf(month), day)};
}

// Numbers alone: since 1970 in seconds or milliseconds, or a spreadsheet's days.
std::optional<CivilTime> FromNumber(std::string_view text) {
  const std::string plain = ReplaceAll(std::string(text), ",", ".");
  const std::size_t mark = plain.find('.');
  const std::string_view whole = std::string_view(plain).substr(0, mark);
  const std::string_view part = mark == plain.npos ? "" : std::string_view(plain).substr(mark + 1);
  if (!IsDigits(whole) || (mark != plain.npos && !IsDigits(part))) return std::nullopt;
  if (whole.size() == 10 || (whole.size() == 13 && part.empty())) {
    std::int64_t seconds = 0;
    for (const char c : whole.substr(0, 10)) seconds = 10 * seconds + (c - '0');
    return CivilTime{seconds, true, true};
  }
  // ECMA-376, 18.17.4.1: days since 1899-12-30 on the writer's clocks. 20000 is 1954.
  if (whole.size() != 5 || whole < "20000" || part.empty() || part.size() > 15) return std::nullopt;
  constexpr std::int64_t kEpoch = 25'569, kDay = 86'400;
  double fraction = 0;
  for (auto c = part.rbegin(); c != part.rend(); ++c) fraction = (fraction + (*c - '0')) / 10;
  const auto seconds =
      static_cast<std::int64_t>(std::llround(fraction * static_cast<double>(kDay)));
  return CivilTime{(NumberOf(whole) - kEpoch) * kDay + seconds, true, false};
}

// "20130409T103000Z" (ISO 8601, basic).
std::string FromBasic(std::string_view text) {
  const bool fits = text.size() >= 15 && IsDigits(text.substr(0, 8)) &&
                    (text[8] == 'T' || text[8] == 't') && IsDigits(text.substr(9, 6));
  if (!fits) return "";
  return fmt::format("{}-{}-{}T{}:{}:{}{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2),
                     text.substr(9, 2), text.substr(11, 2), text.substr(13, 2), text.substr(15));
}

}  // namespace

TimeText ReadTimeText(std::string_view text, DateOrder order) {
  if (auto time = ParseCivilTime(text)) return {time};
  if (auto time = FromNumber(text)) return {time};
  if (const std::string basic = FromBasic(text); !basic.empty()) return {ParseCivilTime(basic)};
  WordList words = WordsOf(text);
  JoinHalves(words);
  const bool has_points = std::find(words.begin(), words.end(), "uur") != words.end();
  WordList date;
  std::string zone;
  std::optional<Clock> clock;
  for (const std::string& word : words) {
    if (IsFiller(word)) continue;
    if (auto found = ClockOf(word, has_points && word.find(':') == word.npos); found && !clock) {
      clock = std::move(found);
    } else if (std::string found_zone = ZoneOf(word); clock && !found_zone.empty()) {
      if (!zone.empty()) return {};
      zone = std::move(found_zone);
    } else {
      date.push_back(word);
    }
  }
  const Date day = DateOf(date, order);
  if (day.is_ambiguous) return {std::nullopt, true};
  if (day.iso.empty()) return {};
  if (!clock) return {ParseCivilTime(day.iso)};
  return {ParseCivilTime(fmt::format("{}T{:02}{}{}", day.iso, clock->hour, clock->rest, zone))};
}

DateOrder OrderShownBy(std::string_view text) {
  if (!ReadTimeText(text, DateOrder::kNone).is_ambiguous) return DateOrder::kNone;
  const bool can_be_day_first = ReadTimeText(text, DateOrder::kDayFirst).time.has_value();
  const bool can_be_month_first = ReadTimeText(text, DateOrder::kMonthFirst).time.has_value();
  if (can_be_day_first == can_be_month_first) return DateOrder::kNone;
  return can_be_day_first ? DateOrder::kDayFirst : DateOrder::kMonthFirst;
}

}  // namespace klikpad
