// What reports show of a timeline, in words.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "model/audit.h"
#include "report/say.h"

namespace klikpad {

struct ToldAnswers {
  std::string name;  // "all questions", "Monday", "8-9"
  std::string questions, answered, median, p90, within_hour, within_day;
};

struct ToldTimeline {
  std::vector<std::string> sentences;                      // how much was read, from when to when
  std::vector<std::pair<std::string, std::string>> facts;  // name, share or time
  std::vector<ToldAnswers> all, weekdays, hours;
  std::vector<std::string> incidents;
  std::vector<std::string> remarks;  // rows that could not be read, times that come twice …
};

ToldTimeline TellTimeline(const Audit& audit, const Say& say);

// Of the HTML report; false when there is no timeline.
Json TimelineView(const Audit& audit, const Say& say);
// Of the Markdown report; "" when there is no timeline.
std::string TimelineMarkdown(const Audit& audit, const Say& say);

}  // namespace klikpad
