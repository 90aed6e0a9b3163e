// The reports that an audit can be asked for (-f), ready to write: each a pure function of the
// audit, with the wording and templates of the data folder inside.

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/text_sink.h"
#include "model/audit.h"
#include "report/junit_report.h"

namespace klikpad {

struct Report {
  std::string name;      // of -f; a report in two languages stands twice
  std::string file;      // in the audit folder
  std::string language;  // "nl", "en"; "" when it has no versions by language
  std::function<Result<void>(const Audit&, const TextSink&)> write;
};

// Templates and wording from `data_folder`/reports, units and names from its rules/wording.yaml.
// `accepted` tells a CI server's report what a baseline accepts.
Result<std::vector<Report>> LoadReports(
    const std::string& data_folder, std::function<AcceptedFindings(const Audit&)> accepted =
                                        [](const Audit&) { return AcceptedFindings(); });

// The language for a report that goes to one file: Dutch when the brand speaks it, else English.
std::string ReportLanguage(const Brand& brand);

}  // namespace klikpad
