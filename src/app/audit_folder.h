// The audit folder: written beside, then moved in, so that it never holds half an audit.

#pragma once

#include <memory>
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

// An audit folder in the making: all is written in a folder within it, which goes again unless
// Finish moved its content in.
class AuditDraft {
 public:
  static Result<AuditDraft> Begin(const std::string& folder);
  AuditDraft(AuditDraft&&) noexcept;
  AuditDraft& operator=(AuditDraft&&) = delete;
  ~AuditDraft();  // waits for what is still being written

  // Writes the pages into the evidence, in a thread of its own. Pages, links and texts of `look`
  // stay as and where they are until Finish.
  void WriteLook(const SiteLook& look);
  // Writes the rest of the evidence, judges it (which fills the findings and tallies of `audit`),
  // then writes audit.json and the formats. `recording` is moved in as crawl.warc.gz, unless it is
  // that; "" = none, and an old one goes. `messages` feeds the timeline, null without one.
  Result<void> Finish(Audit& audit, const Rules& rules, const Library& library,
                      const std::vector<Report>& reports, const std::vector<OutputFormat>& formats,
                      const std::string& recording, const MessageFeed& messages = nullptr);

 private:
  struct State;
  explicit AuditDraft(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace klikpad
