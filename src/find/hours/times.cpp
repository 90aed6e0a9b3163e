// Reads one clock time.

#include "find/hours/times.h"

#include <array>

namespace klikpad {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::size_t DigitsAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && IsDigit(text[end])) ++end;
  return end - at;
}

int Number(std::string_view digits) {
  int number = 0;
  for (char c : digits) number = number * 10 + (c - '0');
  return number;
}

std::size_t SpacesAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == ' ') ++end;
  return end - at;
}

// After the number stands what makes it an amount: money, a measure, a percentage.
bool IsAmount(std::string_view rest) {
  rest.remove_prefix(SpacesAt(rest, 0));
  static constexpr std::array<std::string_view, 14> kUnits{
      "%", "€", "$", "£", "euro", "eur", "km", "kg", "cm", "mm", "gb", "mb", "ct", "cent"};
  for (const std::string_view unit : kUnits) {
    if (rest.size() < unit.size()) continue;
    bool is_same = true;
    for (std::size_t i = 0; i < unit.size(); ++i) is_same = is_same && Lower(rest[i]) == unit[i];
    const bool is_whole =
        !IsLetter(unit.back()) || rest.size() == unit.size() || !IsLetter(rest[unit.size()]);
    if (is_same && is_whole) return true;
  }
  return false;
}

// A letter that stands for the hour (9u30, 9h) and ends there.
bool IsHourLetter(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = Lower(text[at]);
  return (c == 'u' || c == 'h') && (at + 1 == text.size() || !IsLetter(text[at + 1]));
}

// "13.00" with the separator of the time before it.
bool IsPlainTime(std::string_view text, char separator) {
  const std::size_t hours = DigitsAt(text, 0);
  return hours >= 1 && hours <= 2 && Number(text.substr(0, hours)) <= 24 && hours < text.size() &&
         text[hours] == separator && DigitsAt(text, hours + 1) == 2 &&
         Number(text.substr(hours + 1, 2)) <= 59;
}

}  // namespace

std::optional<ClockNumber> ReadClockNumber(std::string_view text) {
  const std::size_t hours = DigitsAt(text, 0);
  if (hours == 0 || (hours > 2 && hours != 4)) return std::nullopt;
  ClockNumber clock;
  clock.is_padded = hours == 2;
  clock.length = hours;
  int hour = Number(text.substr(0, hours));
  int minute = 0;
  if (hours == 4) {  // 0830
    minute = hour % 100;
    hour /= 100;
    clock.is_bare = true;
    if (minute % 15 != 0 || text.size() < 4) return std::nullopt;
  } else {
    const char separator = hours < text.size() ? Lower(text[hours]) : '\0';
    const bool is_letter = separator == 'u' || separator == 'h';
    const bool is_point = separator == ':' || separator == '.' || separator == ',';
    const std::size_t minutes = is_letter || is_point ? DigitsAt(text, hours + 1) : 0;
    if (minutes == 2) {
      minute = Number(text.substr(hours + 1, 2));
      clock.length = hours + 3;
      clock.is_marked = is_letter || separator == ':';
      if (IsHourLetter(text, clock.length)) {
        ++clock.length;
        clock.is_marked = true;
      }
    } else if (minutes != 0) {
      return std::nullopt;
    } else if (IsHourLetter(text, hours)) {
      clock.length = hours + 1;
      clock.is_marked = true;
    } else {
      clock.is_bare = true;
    }
  }
  if (hour > 24 || minute > 59 || (hour == 24 && minute != 0)) return std::nullopt;
  const std::string_view rest = text.substr(clock.length);
  // More digits behind a point are a date, a decimal or an address; behind a slash a further time.
  const bool is_before_time = !clock.is_bare && rest.size() > 1 && rest[0] == '/' &&
                              IsPlainTime(rest.substr(1), text[hours]);
  if (!is_before_time && rest.size() >= 2 &&
      (rest[0] == '.' || rest[0] == ',' || rest[0] == ':' || rest[0] == '/') && IsDigit(rest[1]) &&
      !(clock.is_marked && rest[0] == ',')) {
    const bool is_seconds = rest[0] == ':' && rest.size() >= 3 && rest.substr(1, 2) == "00" &&
                            (rest.size() == 3 || !IsDigit(rest[3]));
    if (!is_seconds || clock.is_bare) return std::nullopt;
    clock.length += 3;
  }
  if (!rest.empty() && IsDigit(rest[0])) return std::nullopt;
  if (!clock.is_marked && IsAmount(rest)) return std::nullopt;
  clock.minutes = hour * 60 + minute;
  return clock;
}

std::optional<MeridiemRead> ReadMeridiem(std::string_view text) {
  std::size_t at = SpacesAt(text, 0);
  if (at >= text.size()) return std::nullopt;
  const char first = Lower(text[at]);
  if (first != 'a' && first != 'p') return std::nullopt;
  ++at;
  if (at < text.size() && text[at] == '.') ++at;
  at += SpacesAt(text, at);
  if (at >= text.size() || Lower(text[at]) != 'm') return std::nullopt;
  ++at;
  // "pmTuesday": elements without a space between them.
  const bool is_capital =
      at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && text[at - 1] == 'm';
  if (at < text.size() && IsLetter(text[at]) && !is_capital) return std::nullopt;
  if (at < text.size() && text[at] == '.' && text[at - 2] == '.') ++at;
  return MeridiemRead{at, first == 'p'};
}

}  // namespace klikpad
