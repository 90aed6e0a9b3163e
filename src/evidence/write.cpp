// WriteEvidence: one audit → one database file, whole or not at all.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <system_error>

#include "base/civil_time.h"
#include "evidence/schema.h"
#include "evidence/source_rows.h"
#include "evidence/store.h"
#include "evidence/timeline_metrics.h"
#include "evidence/timeline_writer.h"
#include "evidence/writer.h"

namespace klikpad {

namespace {

std::optional<std::int64_t> Seconds(const std::string& iso) {
  return iso.empty() ? std::nullopt : ParseIsoTime(iso);
}

Result<TimelineLook> Fill(sqlite3* db, const Audit& audit, const Rules& rules,
                          const MessageFeed& messages) {
  const auto failed = [](const auto& done) { return tl::unexpected(done.error()); };
  if (auto done = Execute(db, "BEGIN"); !done) return failed(done);
  if (auto done = Execute(db, SchemaSql()); !done) return failed(done);
  if (auto done = WriteFacts(db, audit, rules); !done) return failed(done);
  if (auto done = WriteHosts(db, audit.look); !done) return failed(done);
  auto ids = WritePages(db, audit.look);
  if (!ids) return failed(ids);
  if (auto done = WriteContacts(db, audit.look, *ids); !done) return failed(done);
  if (auto done = WriteListings(db, audit, *ids); !done) return failed(done);
  if (auto done = WriteWays(db, audit, *ids); !done) return failed(done);
  if (auto done = WriteObserved(db, audit); !done) return failed(done);
  TimelineLook timeline;
  if (messages) {
    auto written = WriteTimeline(db, messages, rules.messages);
    if (!written) return written;
    timeline = std::move(*written);
  }
  std::vector<Coverage> coverage;
  for (const Coverage& row : audit.coverage) {
    if (!messages || row.kind != LookKind::kTimeline) coverage.push_back(row);
  }
  coverage.insert(coverage.end(), timeline.coverage.begin(), timeline.coverage.end());
  if (auto done = WriteCoverage(db, coverage); !done) return failed(done);
  if (auto done = Execute(db, IndexSql() + "COMMIT"); !done) return failed(done);
  if (auto done = CountTimeline(db, timeline.figures); !done) return failed(done);
  timeline.metrics = TimelineMetrics(timeline.figures, rules.metrics);
  if (auto done = WriteMetrics(db, timeline.metrics); !done) return failed(done);
  return timeline;
}

Result<TimelineLook> WriteDatabase(const Audit& audit, const Rules& rules, const std::string& path,
                                   const MessageFeed& messages) {
  auto db = OpenDatabase(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
  if (!db) return tl::unexpected(db.error());
  sqlite3* raw = db->get();
  // The file is thrown away on any failure, so nothing is spent on undoing or syncing. Ids and
  // words come from our own enums and counters: testing each again would be half of the cost, so
  // the schema's conditions are held by a test (integrity_check and foreign_key_check of real
  // audits).
  const Result<void> set =
      Execute(raw,
              "PRAGMA page_size=8192; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
              "PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-8192;"
              "PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=OFF;"
              "PRAGMA ignore_check_constraints=ON");
  if (!set) return tl::unexpected(set.error());
  auto timeline = Fill(raw, audit, rules, messages);
  if (!timeline) return timeline;
  // Closing writes nothing more, but a network file system may complain only here.
  if (sqlite3_close(db->release()) != SQLITE_OK) return Fail("cannot close the database");
  return timeline;
}

}  // namespace

Result<void> WriteFacts(sqlite3* db, const Audit& audit, const Rules& rules) {
  // Never the brand: no rule may know it.
  Inserter facts(db, "audit", {"name", "value"});
  const auto fact = [&](const char* name, const std::string& value) {
    if (!value.empty()) facts.Add(name, value);
  };
  fact("country", audit.brand.country);
  fact("language", audit.brand.languages.empty() ? "" : audit.brand.languages.front());
  fact("sector", audit.brand.sector);
  fact("rules", rules.digest);
  fact("knowledge", rules.knowledge_digest);
  fact("schema", std::to_string(kSchemaVersion));
  fact("tool", "klikpad");
  Result<void> outcome = facts.Done();
  AddChannels(db, rules.channels, outcome);
  return outcome;
}

Result<void> WriteCoverage(sqlite3* db, const std::vector<Coverage>& rows) {
  Inserter coverage(db, "coverage",
                    {"kind", "scope", "complete", "why", "seen", "expected", "from_at", "from_s",
                     "to_at", "to_s"});
  for (const Coverage& c : rows) {
    coverage.Add(Word(c.kind), c.scope, Word(c.complete), OrNull(c.why), c.seen, c.expected,
                 OrNull(c.from_at), Seconds(c.from_at), OrNull(c.to_at), Seconds(c.to_at));
  }
  return coverage.Done();
}

Result<TimelineLook> WriteEvidence(const Audit& audit, const Rules& rules, const std::string& path,
                                   const MessageFeed& messages) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  if (const fs::path parent = fs::path(path).parent_path(); !parent.empty()) {
    fs::create_directories(parent, ignored);
  }
  const std::string draft = path + ".new";
  fs::remove(draft, ignored);
  auto timeline = WriteDatabase(audit, rules, draft, messages);
  if (timeline && std::rename(draft.c_str(), path.c_str()) == 0) return timeline;
  fs::remove(draft, ignored);
  const Error why = timeline ? Error{"cannot rename it", "", 0, ""} : timeline.error();
  // A file of the brand's that cannot be read is no fault of the evidence's.
  if (!why.file.empty() && why.file != draft) return tl::unexpected(why);
  return Fail("cannot write the evidence: " + why.message, path);
}

void AddTimeline(TimelineLook timeline, Audit& audit) {
  if (timeline.coverage.empty()) return;
  const auto is_timeline = [](const Coverage& row) { return row.kind == LookKind::kTimeline; };
  auto at = std::find_if(audit.coverage.begin(), audit.coverage.end(), is_timeline);
  const auto index = at - audit.coverage.begin();
  std::erase_if(audit.coverage, is_timeline);
  audit.coverage.insert(
      audit.coverage.begin() + std::min<std::ptrdiff_t>(index, std::ssize(audit.coverage)),
      timeline.coverage.begin(), timeline.coverage.end());
  audit.timeline = std::move(timeline.figures);
  std::move(timeline.metrics.begin(), timeline.metrics.end(), std::back_inserter(audit.metrics));
}

}  // namespace klikpad
