// Opening hours in the syntax of OSM, and the way from a text to them.

#include "find/hours/parse.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::array<const char*, 8> kDayNames{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH"};

// "Mo-We,Fr", "Sa,Su": three days or more in a row are a range.
std::string DaysText(DayMask days) {
  std::vector<std::string> parts;
  for (std::size_t day = 0; day < 7; ++day) {
    if (!(days >> day & 1u)) continue;
    std::size_t last = day;
    while (last + 1 < 7 && (days >> (last + 1) & 1u)) ++last;
    if (last - day >= 2) {
      parts.push_back(fmt::format("{}-{}", kDayNames[day], kDayNames[last]));
      day = last;
    } else {
      parts.emplace_back(kDayNames[day]);
    }
  }
  if (days & kHolidays) parts.emplace_back(kDayNames[7]);
  return Join(parts, ",");
}

std::string SpanText(const HoursSpan& span) {
  const auto time = [](int minutes) {
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
  };
  if (span.opens < 0) return "-" + time(span.closes);
  if (span.closes < 0) return time(span.opens) + "+";
  return time(span.opens) + "-" + time(span.closes);
}

std::string RuleText(const HoursRule& rule) {
  const bool is_always = rule.days == kAllDays && rule.spans.size() == 1 &&
                         rule.spans[0].opens == 0 && rule.spans[0].closes == 24 * 60;
  if (is_always) return "24/7";
  std::vector<std::string> parts;
  if (rule.days != 0) parts.push_back(DaysText(rule.days));
  if (rule.is_closed) {
    parts.emplace_back("off");
  } else if (rule.spans.empty()) {
    parts.emplace_back("open");
  } else {
    std::vector<std::string> spans;
    for (const HoursSpan& span : rule.spans) spans.push_back(SpanText(span));
    parts.push_back(Join(spans, ","));
  }
  return Join(parts, " ");
}

}  // namespace

std::string ParsedHours::Text() const {
  if (!instead.empty()) return instead;
  std::vector<std::string> parts;
  for (const HoursRule& rule : rules) parts.push_back(RuleText(rule));
  for (const std::string& date : closed_dates) parts.push_back(date + " off");
  if (by_appointment) parts.emplace_back("by appointment");
  if (is_contradictory) parts.emplace_back("contradictory");
  return Join(parts, "; ");
}

ParsedHours ParseHours(std::string_view text, std::string_view language,
                       const Vocabulary& vocabulary) {
  return ReadHoursRules(ReadHoursItems(MarkHours(text, vocabulary.HoursWordsOf(language))));
}

}  // namespace klikpad
