// Civil times to moments, never guessing a zone.

#include "brand/brand_clock.h"

#include <fmt/format.h>

#include <set>

#include "base/civil_time.h"
#include "base/text.h"

namespace klikpad {

BrandClock::BrandClock(const Brand& brand) : BrandClock(brand, "") {}

BrandClock::BrandClock(const Brand& brand, const std::string& zone) : country_(brand.country) {
  const std::string& name = zone.empty() ? brand.zone : zone;
  if (name.empty()) {
    zones_ = TimeZone::OfCountry(brand.country);
  } else if (auto named = TimeZone::Named(name)) {
    zones_.push_back(std::move(*named));
  }
}

tl::expected<Moment, std::string> BrandClock::Read(std::string_view text) const {
  const auto time = ParseCivilTime(Trim(text));
  if (!time) {
    return tl::unexpected(
        std::string("is no time, such as 2013-04-09 10:30 or 2013-04-09T10:30:00+02:00"));
  }
  if (!time->has_clock) return Moment{time->seconds, std::string(Trim(text)), false};
  if (time->has_zone) {
    return Moment{time->seconds, FormatIsoTime(time->seconds, OffsetAt(time->seconds)), true};
  }
  if (zones_.empty()) {
    return tl::unexpected(
        std::string("has no zone: write +01:00 behind it, or 'zone: Europe/Amsterdam' in the file "
                    "or in brand.yaml"));
  }
  // Where a country has several zones, those that show this time at one moment are as good as one.
  std::set<std::vector<std::int64_t>> readings;
  for (const TimeZone& zone : zones_) readings.insert(zone.MomentsOf(time->seconds));
  if (readings.size() > 1) {
    return tl::unexpected(
        fmt::format("is another moment in each zone of {}: say 'zone: {}' in the file or in "
                    "brand.yaml",
                    country_, zones_.front().Name()));
  }
  const std::vector<std::int64_t>& moments = *readings.begin();
  if (moments.empty()) {
    return tl::unexpected(
        fmt::format("is a time that clocks in {} skip in spring", zones_.front().Name()));
  }
  if (moments.size() > 1) {
    return tl::unexpected(
        fmt::format("comes twice on clocks in {} in autumn: write the offset behind it, such as "
                    "+02:00",
                    zones_.front().Name()));
  }
  return Moment{moments[0], FormatIsoTime(moments[0], OffsetAt(moments[0])), true};
}

int BrandClock::OffsetAt(std::int64_t utc) const {
  return zones_.empty() ? 0 : zones_.front().OffsetAt(utc);
}

}  // namespace klikpad
