// The times of messages, as the exports of many tools write them.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "base/time_zone.h"
#include "brand/timeline_source.h"
#include "model/brand.h"

namespace klikpad {

enum class ClockTrouble { kNone, kTwice, kSkipped };

struct MessageTime {
  std::int64_t seconds = 0;  // since 1970 UTC
  ClockTrouble trouble = ClockTrouble::kNone;
};

class MessageClock {
 public:
  // By the source's zone, else the brand's, else that of its country.
  MessageClock(const Brand& brand, const TimelineSource& source);

  // What brand/time_text.h reads, with a time of day. The failure is half a sentence. A time that
  // comes twice is the first; one that clocks skip is read by the offset before.
  tl::expected<MessageTime, std::string> Read(std::string_view text) const;
  // Seconds east of UTC of these clocks, 0 without a zone.
  int OffsetAt(std::int64_t utc) const;
  // "Europe/Amsterdam", "UTC" without a zone.
  std::string Name() const;

 private:
  tl::expected<MessageTime, std::string> Local(std::int64_t local) const;

  std::vector<TimeZone> zones_;  // several where a country has several
  DateOrder order_ = DateOrder::kNone;
  // The last answer: messages in order of time ask for the same offset again and again. Zones
  // change at full quarters of an hour at the earliest.
  mutable std::int64_t quarter_ = INT64_MIN;
  mutable int offset_ = 0;
};

}  // namespace klikpad
