// Reading times: other spellings become ISO 8601, which base reads.

#include "brand/message_time.h"

#include <fmt/format.h>

#include <array>
#include <set>

#include "base/civil_time.h"
#include "base/text.h"

namespace klikpad {
namespace {

std::vector<std::string_view> SplitAtSpaces(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : Split(text, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

bool IsDigits(std::string_view text) {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

int Month(std::string_view word) {
  static constexpr std::array kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (EqualsIgnoreAsciiCase(word, kMonths[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::string Iso(std::string_view year, int month, std::string_view day, std::string_view clock,
                std::string_view zone) {
  return fmt::format("{}-{:02}-{:0>2}T{}{}", year, month, day, clock, zone);
}

// "Tue Apr 09 08:30:00 +0000 2013" and "Tue, 09 Apr 2013 10:30:00 +0200"; "" for neither.
std::string FromNamedMonth(const std::vector<std::string_view>& words) {
  if (words.size() == 6 && Month(words[1]) > 0) {
    return Iso(words[5], Month(words[1]), words[2], words[3], words[4]);
  }
  if (words.size() == 6 && Month(words[2]) > 0) {
    const std::string_view zone = words[5] == "GMT" ? "Z" : words[5];
    return Iso(words[3], Month(words[2]), words[1], words[4], zone);
  }
  return "";
}

// "9-4-2013 10:30", "4/9/2013 10:30 PM"; "" for another shape.
std::string FromNumbers(const std::vector<std::string_view>& words, DateOrder order) {
  if (words.size() < 2 || words.size() > 3) return "";
  const char mark = words[0].find('/') != words[0].npos   ? '/'
                    : words[0].find('.') != words[0].npos ? '.'
                                                          : '-';
  const auto parts = Split(words[0], mark);
  if (parts.size() != 3 || !IsDigits(parts[0]) || !IsDigits(parts[1]) || parts[2].size() != 4) {
    return "";
  }
  const bool is_day_first = order == DateOrder::kDayFirst;
  const auto clock = Split(words[1], ':');
  if (clock.size() < 2 || !IsDigits(clock[0]) || clock[0].size() > 2) return "";
  int hour =
      clock[0].size() == 1 ? clock[0][0] - '0' : 10 * (clock[0][0] - '0') + (clock[0][1] - '0');
  if (words.size() == 3) {
    const bool is_pm = EqualsIgnoreAsciiCase(words[2], "pm");
    if ((!is_pm && !EqualsIgnoreAsciiCase(words[2], "am")) || hour < 1 || hour > 12) return "";
    hour = hour % 12 + (is_pm ? 12 : 0);
  }
  return fmt::format("{}-{:0>2}-{:0>2}T{:02}{}", parts[2], is_day_first ? parts[1] : parts[0],
                     is_day_first ? parts[0] : parts[1], hour, words[1].substr(clock[0].size()));
}

}  // namespace

MessageClock::MessageClock(const Brand& brand, const TimelineSource& source)
    : order_(source.dates) {
  const std::string& name = source.zone.empty() ? brand.zone : source.zone;
  if (name.empty()) {
    zones_ = TimeZone::OfCountry(brand.country);
  } else if (auto zone = TimeZone::Named(name)) {
    zones_.push_back(std::move(*zone));
  }
}

tl::expected<MessageTime, std::string> MessageClock::Read(std::string_view text) const {
  text = Trim(text);
  if (text.size() > 60) text = text.substr(0, 60);
  if (text.empty()) return tl::unexpected(std::string("has no time"));
  auto time = ParseCivilTime(text);
  if (!time && IsDigits(text) && (text.size() == 10 || text.size() == 13)) {
    std::int64_t seconds = 0;
    for (const char c : text.substr(0, 10)) seconds = 10 * seconds + (c - '0');
    return MessageTime{seconds, ClockTrouble::kNone};
  }
  if (!time) {
    const auto words = SplitAtSpaces(text);
    std::string iso = FromNamedMonth(words);
    if (iso.empty() && order_ != DateOrder::kNone) iso = FromNumbers(words, order_);
    if (!iso.empty()) time = ParseCivilTime(iso);
    if (!time && order_ == DateOrder::kNone && !FromNumbers(words, DateOrder::kDayFirst).empty()) {
      return tl::unexpected(
          fmt::format("time '{}' could be day or month first: say 'dates: day-first' or "
                      "'month-first' in brand.yaml",
                      ToValidUtf8(text)));
    }
  }
  if (!time) return tl::unexpected(fmt::format("'{}' is no time", ToValidUtf8(text)));
  if (!time->has_clock) {
    return tl::unexpected(fmt::format("'{}' lacks a time of day", ToValidUtf8(text)));
  }
  if (time->has_zone) return MessageTime{time->seconds, ClockTrouble::kNone};
  return Local(time->seconds);
}

tl::expected<MessageTime, std::string> MessageClock::Local(std::int64_t local) const {
  if (zones_.empty()) {
    return tl::unexpected(
        std::string("its time has no zone: say 'zone: Europe/Amsterdam' in brand.yaml"));
  }
  // Where a country has several zones, those that show this time at one moment are as good as one.
  std::set<std::vector<std::int64_t>> readings;
  for (const TimeZone& zone : zones_) readings.insert(zone.MomentsOf(local));
  if (readings.size() > 1) {
    return tl::unexpected(
        fmt::format("its time has no zone, and the country has several: say 'zone: {}' in "
                    "brand.yaml",
                    zones_.front().Name()));
  }
  const std::vector<std::int64_t>& moments = *readings.begin();
  if (moments.empty()) {
    const std::int64_t before = zones_.front().OffsetAt(local - 86400);
    return MessageTime{local - before, ClockTrouble::kSkipped};
  }
  return MessageTime{moments.front(),
                     moments.size() > 1 ? ClockTrouble::kTwice : ClockTrouble::kNone};
}

int MessageClock::OffsetAt(std::int64_t utc) const {
  if (zones_.empty()) return 0;
  const std::int64_t quarter = utc >= 0 ? utc / 900 : (utc - 899) / 900;
  if (quarter != quarter_) {
    quarter_ = quarter;
    offset_ = zones_.front().OffsetAt(utc);
  }
  return offset_;
}

std::string MessageClock::Name() const { return zones_.empty() ? "UTC" : zones_.front().Name(); }

}  // namespace klikpad
