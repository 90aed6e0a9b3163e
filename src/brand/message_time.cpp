// Times of rows: what the text tells, on the clocks of the source.

#include "brand/message_time.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"
#include "brand/time_text.h"

namespace klikpad {
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
  const auto [time, is_ambiguous] = ReadTimeText(text, order_);
  if (is_ambiguous) {
    return tl::unexpected(
        fmt::format("time '{}' could be day or month first: say 'dates: day-first' or "
                    "'month-first' in brand.yaml",
                    ToValidUtf8(text)));
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
