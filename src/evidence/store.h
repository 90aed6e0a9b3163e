// The evidence as SQLite tables (schema in evidence/schema.h, documented in rules/README.md).
// sqlite3 is seen only in this folder and in ledger.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "evidence/evidence_db.h"
#include "model/audit.h"
#include "rules/rules.h"

namespace klikpad {

// What is known of a timeline only when its messages have been written.
struct TimelineLook {
  TimelineFigures figures;
  std::vector<Metric> metrics;     // of the figures, behind those of the audit
  std::vector<Coverage> coverage;  // timeline, timeline/conversations; empty without a timeline
};

// An evidence database in the making, beside the place where it will stand: a full disk or a broken
// run leaves no file that looks whole.
class EvidenceDraft {
 public:
  static Result<EvidenceDraft> Begin(const std::string& path);
  EvidenceDraft(EvidenceDraft&&) noexcept;
  EvidenceDraft& operator=(EvidenceDraft&&) noexcept;
  ~EvidenceDraft();  // removes what was not finished

  // Pages with their clicks, roles, texts and links, which is most of what there is. Once.
  Result<void> WriteLook(const SiteLook& look);
  // Contacts, hours and reach of the same look. Once; at the same time as WriteLook, in another
  // thread, if the caller likes: each has a file of its own until the end.
  Result<void> WriteWays(const Audit& audit);
  // After both. All else: audit.brand's facts, coverage and routes, and the messages that
  // `messages` feeds (null: no timeline). Then the database stands in its place.
  Result<TimelineLook> Finish(const Audit& audit, const Rules& rules,
                              const MessageFeed& messages = nullptr);

 private:
  struct State;
  explicit EvidenceDraft(std::unique_ptr<State> state);
  Error Failure(const Error& why) const;
  std::unique_ptr<State> state_;
};

// The whole of it as a new database at `path`, atomically.
Result<TimelineLook> WriteEvidence(const Audit& audit, const Rules& rules, const std::string& path,
                                   const MessageFeed& messages = nullptr);
// Puts it into the audit: its coverage takes the place of "no timeline was given".
void AddTimeline(TimelineLook timeline, Audit& audit);

// One SELECT over the evidence at `path`, read-only and guarded (default-deny authorizer, limits,
// step budget). Rows as JSON objects in the order SQLite gives them, at most `max_rows`.
struct QueryResult {
  std::vector<Json> rows;
  bool is_cut = false;  // more rows than max_rows
};
Result<QueryResult> QueryEvidence(const std::string& path, const std::string& sql,
                                  std::size_t max_rows = 10'000, TermFinder terms = {});

}  // namespace klikpad
