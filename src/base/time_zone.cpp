// ICU's zones, whose rules come with the library: no folder of the machine is read.

#include "base/time_zone.h"

#include <unicode/strenum.h>
#include <unicode/timezone.h>

#include <algorithm>

#include "base/civil_time.h"

namespace klikpad {

struct TimeZone::Zone {
  std::unique_ptr<icu::TimeZone> icu;  // null: a fixed offset
  int offset = 0;
};

namespace {

// ICU accepts names without meaning and makes GMT of them.
std::unique_ptr<icu::TimeZone> MakeIcu(const std::string& name) {
  std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  if (!zone || *zone == icu::TimeZone::getUnknown()) return nullptr;
  return zone;
}

}  // namespace

TimeZone::TimeZone() : name_("UTC"), zone_(std::make_shared<Zone>()) {}

std::optional<TimeZone> TimeZone::Named(std::string_view name) {
  TimeZone result;
  if (name == "UTC" || name == "Z") return result;
  result.name_ = std::string(name);
  auto zone = std::make_shared<Zone>();
  if (!name.empty() && (name[0] == '+' || name[0] == '-')) {
    const auto midnight = ParseCivilTime("1970-01-01T00:00" + result.name_);
    if (!midnight) return std::nullopt;
    zone->offset = static_cast<int>(-midnight->seconds);
  } else {
    // Abbreviations ("CET", "EST") and ICU's own "GMT+2" are refused: they mislead about summer.
    if (name.size() > 64 || name.find('/') == name.npos) return std::nullopt;
    zone->icu = MakeIcu(result.name_);
    if (!zone->icu) return std::nullopt;
  }
  result.zone_ = std::move(zone);
  return result;
}

std::vector<TimeZone> TimeZone::OfCountry(std::string_view country) {
  std::vector<std::string> names;
  if (country.size() == 2) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> ids(icu::TimeZone::createTimeZoneIDEnumeration(
        UCAL_ZONE_TYPE_CANONICAL_LOCATION, std::string(country).c_str(), nullptr, status));
    while (ids && U_SUCCESS(status)) {
      const char* id = ids->next(nullptr, status);
      if (id == nullptr) break;
      names.emplace_back(id);
    }
  }
  std::sort(names.begin(), names.end());
  std::vector<TimeZone> zones;
  for (const std::string& name : names) {
    if (auto zone = Named(name)) zones.push_back(std::move(*zone));
  }
  return zones;
}

int TimeZone::OffsetAt(std::int64_t utc) const {
  if (!zone_->icu) return zone_->offset;
  std::int32_t raw = 0, summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone_->icu->getOffset(static_cast<UDate>(utc) * 1000, false, raw, summer, status);
  return U_SUCCESS(status) ? (raw + summer) / 1000 : 0;
}

std::vector<std::int64_t> TimeZone::MomentsOf(std::int64_t local) const {
  // No zone changes its clock twice within two days: one of these offsets holds.
  std::vector<std::int64_t> moments;
  for (const std::int64_t about : {local - 86400, local + 86400}) {
    const std::int64_t utc = local - OffsetAt(about);
    const bool is_known = std::find(moments.begin(), moments.end(), utc) != moments.end();
    if (!is_known && utc + OffsetAt(utc) == local) moments.push_back(utc);
  }
  std::sort(moments.begin(), moments.end());
  return moments;
}

}  // namespace klikpad
