// ISO 8601 in the forms that logs, archives and people write.

#include "base/civil_time.h"

#include <fmt/format.h>

namespace klikpad {
namespace {

// Days since 1970-01-01 of a proleptic Gregorian date (Hinnant, "chrono-Compatible Low-Level Date
// Algorithms", days_from_civil).
std::int64_t DaysFromCivil(std::int64_t y, int m, int d) {
  y -= m <= 2 ? 1 : 0;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t yoe = y - era * 400;
  const std::int64_t doy = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
  const std::int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

int DaysInMonth(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

// Reads exactly `count` digits at `at` and moves on; -1 when they are not there.
int Digits(std::string_view text, std::size_t& at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const char c = text[at + i];
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  at += count;
  return value;
}

bool Take(std::string_view text, std::size_t& at, char c) {
  if (at >= text.size() || text[at] != c) return false;
  ++at;
  return true;
}

// Seconds east of UTC of "Z", "+02:00", "+0200", "+02". Nothing when malformed.
std::optional<std::int64_t> ParseZone(std::string_view text, std::size_t& at) {
  if (Take(text, at, 'Z') || Take(text, at, 'z')) return 0;
  const bool is_east = text[at] == '+';
  if (!is_east && text[at] != '-') return std::nullopt;
  ++at;
  const int hours = Digits(text, at, 2);
  if (hours < 0 || hours > 18) return std::nullopt;
  int minutes = 0;
  if (at < text.size()) {
    Take(text, at, ':');
    minutes = Digits(text, at, 2);
    if (minutes < 0 || minutes > 59) return std::nullopt;
  }
  return (is_east ? 1 : -1) * (hours * 3600 + minutes * 60);
}

}  // namespace

std::optional<CivilTime> ParseCivilTime(std::string_view text) {
  std::size_t at = 0;
  const int year = Digits(text, at, 4);
  if (year < 0 || !Take(text, at, '-')) return std::nullopt;
  const int month = Digits(text, at, 2);
  if (month < 1 || month > 12 || !Take(text, at, '-')) return std::nullopt;
  const int day = Digits(text, at, 2);
  if (day < 1 || day > DaysInMonth(year, month)) return std::nullopt;
  std::int64_t seconds = DaysFromCivil(year, month, day) * 86400;
  if (at == text.size()) return CivilTime{seconds, false, false};
  if (!Take(text, at, 'T') && !Take(text, at, 't') && !Take(text, at, ' ')) return std::nullopt;
  const int hour = Digits(text, at, 2);
  if (hour < 0 || hour > 23 || !Take(text, at, ':')) return std::nullopt;
  const int minute = Digits(text, at, 2);
  if (minute < 0 || minute > 59) return std::nullopt;
  int second = 0;
  if (Take(text, at, ':')) {
    second = Digits(text, at, 2);
    if (second < 0 || second > 60) return std::nullopt;
    if (Take(text, at, '.') || Take(text, at, ',')) {
      if (Digits(text, at, 1) < 0) return std::nullopt;
      while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    }
  }
  seconds += hour * 3600 + minute * 60 + second;
  if (at == text.size()) return CivilTime{seconds, true, false};
  const auto zone = ParseZone(text, at);
  if (!zone || at != text.size()) return std::nullopt;
  return CivilTime{seconds - *zone, true, true};
}

std::optional<std::int64_t> ParseIsoTime(std::string_view text) {
  const auto time = ParseCivilTime(text);
  return time ? std::optional(time->seconds) : std::nullopt;
}

std::string FormatIsoTime(std::int64_t seconds, int offset) {
  std::string text = FormatIsoTime(seconds + offset);
  text.pop_back();
  const int minutes = (offset < 0 ? -offset : offset) / 60;
  return text + fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string FormatIsoTime(std::int64_t seconds) {
  std::int64_t days = seconds / 86400;
  std::int64_t rest = seconds % 86400;
  if (rest < 0) {
    rest += 86400;
    --days;
  }
  // civil_from_days, same source as above.
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t doe = days - era * 146097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  const std::int64_t month = mp < 10 ? mp + 3 : mp - 9;
  const std::int64_t year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  const std::int64_t day = doy - (153 * mp + 2) / 5 + 1;
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", year, month, day, rest / 3600,
                     rest / 60 % 60, rest % 60);
}

}  // namespace klikpad
