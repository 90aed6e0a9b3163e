// What brand.yaml says of a timeline: its files and how to read them. rules/README.md tells the
// user.

#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "model/words.h"
#include "rules/channels.h"

namespace klikpad {

enum class TimelineFormat { kCsv, kJsonl, kJson, kXArchive };
template <>
struct Words<TimelineFormat> {
  static constexpr std::array kList{"csv"sv, "jsonl"sv, "json"sv, "x-archive"sv};
};

// The order of numbers in dates that are not ISO 8601. kNone: such dates are refused, since
// 3/4/2013 is two days.
enum class DateOrder { kNone, kDayFirst, kMonthFirst };
template <>
struct Words<DateOrder> {
  static constexpr std::array kList{"iso"sv, "day-first"sv, "month-first"sv};
};

struct TimelineSource {
  std::string file;                      // path
  std::optional<TimelineFormat> format;  // nothing: by the file's name
  std::string channel = "twitter";       // of messages whose row names none
  std::vector<std::string> accounts;     // the brand's, lower case without @, beside its handles
  std::string zone;                      // "" = the brand's
  DateOrder dates = DateOrder::kNone;
  // field → name of the column or member; "a.b" is member b of member a
  std::vector<std::pair<std::string, std::string>> columns;
  std::optional<bool> is_complete;  // as the consultant says
  int line = 0;                     // in brand.yaml

  TimelineFormat Format() const;
};

// The value of `timeline:`: one file, a map, or a list of them. Files must exist.
Result<std::vector<TimelineSource>> ParseTimelineSources(const Yaml& yaml,
                                                         const Channels& channels);

}  // namespace klikpad
