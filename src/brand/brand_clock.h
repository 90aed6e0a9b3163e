// Times as people write them in a brand's files: ISO 8601 with a zone, or as the clocks of the
// brand show them.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "base/time_zone.h"
#include "model/brand.h"
#include "model/moment.h"

namespace klikpad {

class BrandClock {
 public:
  // By `brand.zone`, else by the zones of its country, else no time without a zone can be read.
  explicit BrandClock(const Brand& brand);
  // A zone of the file's own goes before the brand's.
  BrandClock(const Brand& brand, const std::string& zone);

  // "2013-04-09 10:30", "2013-04-09T10:30:00+02:00", "2013-04-09". The failure is half a sentence
  // that follows the quoted text: "is no time, such as 2013-04-09 10:30".
  tl::expected<Moment, std::string> Read(std::string_view text) const;
  // Seconds east of UTC of the brand's clocks; 0 when it has none.
  int OffsetAt(std::int64_t utc) const;

 private:
  std::vector<TimeZone> zones_;  // several where a country has several
  std::string country_;
};

}  // namespace klikpad
