// Time zones by ICU: civil time of a place ↔ seconds since 1970-01-01T00:00:00Z, summer time
// included.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

class TimeZone {
 public:
  TimeZone();  // UTC
  // "Europe/Amsterdam" (IANA), "UTC", "Z", "+02:00". Nothing for another name.
  static std::optional<TimeZone> Named(std::string_view name);
  // Zones of a country (ISO 3166-1, "NL"), sorted by name; empty for an unknown one.
  static std::vector<TimeZone> OfCountry(std::string_view country);

  const std::string& Name() const { return name_; }
  // Seconds east of UTC at that moment, summer time included.
  int OffsetAt(std::int64_t utc) const;
  // The moments at which clocks there show `local` (seconds as if UTC): one, or none when the clock
  // skips it in spring, or two when it shows it twice in autumn; earliest first.
  std::vector<std::int64_t> MomentsOf(std::int64_t local) const;

 private:
  struct Zone;
  std::string name_;
  std::shared_ptr<const Zone> zone_;
};

}  // namespace klikpad
