// The audit folder: written beside, then moved in, so that it never holds half an audit.

#pragma once

#include <string>
#include <vector>

#include "app/options.h"
#include "app/reports.h"
#include "base/result.h"
#include "judge/library.h"
#include "model/audit.h"
#include "rules/rules.h"

namespace klikpad {

// Every asked format with the path it is written to ("" = its usual place in the folder). An error
// for an unknown one.
Result<std::vector<OutputFormat>> CheckFormats(const std::vector<OutputFormat>& asked,
                                               const std::vector<Report>& reports);

// Writes the evidence, judges it (which fills the findings and tallies of `audit`), then writes
// audit.json and the formats. `recording` is moved in as crawl.warc.gz, unless it is that; "" =
// none, and an old one goes. `messages` feeds the timeline, null without one.
Result<void> WriteAuditFolder(Audit& audit, const Rules& rules, const Library& library,
                              const std::vector<Report>& reports, const std::string& folder,
                              const std::vector<OutputFormat>& formats,
                              const std::string& recording, const MessageFeed& messages = nullptr);

}  // namespace klikpad
