// One audit → one database file, whole or not at all.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <system_error>

#include "evidence/schema.h"
#include "evidence/store.h"
#include "evidence/timeline_metrics.h"
#include "evidence/timeline_writer.h"
#include "evidence/writer.h"

namespace klikpad {
namespace {

Result<Database> NewDatabase(const std::string& path, const std::string& schema) {
  auto db = OpenDatabase(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
  if (!db) return db;
  // The file is thrown away on any failure, so nothing is spent on undoing or syncing. Ids and
  // words come from our own enums and counters: testing each again would be half of the cost, so
  // the schema's conditions are held by a test (integrity_check and foreign_key_check of real
  // audits).
  const Result<void> set =
      Execute(db->get(),
              "PRAGMA page_size=8192; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
              "PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-8192;"
              "PRAGMA temp_store=FILE; PRAGMA foreign_keys=OFF;"
              "PRAGMA ignore_check_constraints=ON; BEGIN;" +
                  schema);
  if (!set) return tl::unexpected(set.error());
  return db;
}

// Table by table, page by page of the file: SQLite's transfer of equal tables, which looks into no
// row (https://sqlite.org/src, insert.c, xferOptimization). The destination is empty.
Result<void> CopyWays(sqlite3* db, const std::string& from) {
  char* quoted = sqlite3_mprintf("%Q", from.c_str());
  std::string sql = "COMMIT; ATTACH ";
  sql.append(quoted).append(" AS ways; BEGIN;").append(WaysIndexSql());
  sqlite3_free(quoted);
  for (const std::string& table : WaysTables()) {
    sql.append("INSERT INTO main.").append(table).append(" SELECT * FROM ways.").append(table);
    sql.append(";");
  }
  return Execute(db, sql + "COMMIT; DETACH ways; BEGIN;");
}

// What stands beside pages, contacts and reach.
Result<TimelineLook> WriteRest(sqlite3* db, const Audit& audit, const Rules& rules,
                               const RowIds& ids, const MessageFeed& messages) {
  const auto failed = [](const auto& done) { return tl::unexpected(done.error()); };
  if (auto done = WriteFacts(db, audit, rules); !done) return failed(done);
  if (auto done = WriteHosts(db, audit.look); !done) return failed(done);
  if (auto done = WriteListings(db, audit, ids); !done) return failed(done);
  if (auto done = WriteRoutes(db, audit, ids); !done) return failed(done);
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

}  // namespace

struct EvidenceDraft::State {
  std::string path;
  std::string draft;  // "" once it stands at `path`
  std::string ways;   // contacts, hours and reach until they are copied
  Database db;
  ~State() {
    db.reset();
    std::error_code ignored;
    if (!draft.empty()) std::filesystem::remove(draft, ignored);
    std::filesystem::remove(ways, ignored);
  }
};

EvidenceDraft::EvidenceDraft(std::unique_ptr<State> state) : state_(std::move(state)) {}
EvidenceDraft::EvidenceDraft(EvidenceDraft&&) noexcept = default;
EvidenceDraft& EvidenceDraft::operator=(EvidenceDraft&&) noexcept = default;
EvidenceDraft::~EvidenceDraft() = default;

Error EvidenceDraft::Failure(const Error& why) const {
  // A file of the brand's that cannot be read is no fault of the evidence's.
  const bool is_ours = why.file.empty() || why.file == state_->draft || why.file == state_->ways;
  if (!is_ours) return why;
  return {"cannot write the evidence: " + why.message, state_->path, 0, ""};
}

Result<EvidenceDraft> EvidenceDraft::Begin(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  if (const fs::path parent = fs::path(path).parent_path(); !parent.empty()) {
    fs::create_directories(parent, ignored);
  }
  EvidenceDraft draft(std::make_unique<State>());
  draft.state_->path = path;
  draft.state_->draft = path + ".new";
  draft.state_->ways = path + ".ways";
  fs::remove(draft.state_->draft, ignored);
  fs::remove(draft.state_->ways, ignored);
  auto db = NewDatabase(draft.state_->draft, SchemaSql());
  if (!db) return tl::unexpected(draft.Failure(db.error()));
  draft.state_->db = std::move(*db);
  return draft;
}

Result<void> EvidenceDraft::WriteLook(const SiteLook& look) {
  sqlite3* db = state_->db.get();
  auto done = WritePages(db, look, NumberRows(look));
  if (done) done = Execute(db, LookIndexSql());
  return done.map_error([this](const Error& why) { return Failure(why); });
}

Result<void> EvidenceDraft::WriteWays(const Audit& audit) {
  auto db = NewDatabase(state_->ways, WaysSchemaSql());
  if (!db) return tl::unexpected(Failure(db.error()));
  const RowIds ids = NumberRows(audit.look);
  auto done = WriteContacts(db->get(), audit.look, ids);
  if (done) done = WriteReach(db->get(), audit, ids);
  if (done) done = Execute(db->get(), WaysIndexSql() + "COMMIT");
  return done.map_error([this](const Error& why) { return Failure(why); });
}

Result<TimelineLook> EvidenceDraft::Finish(const Audit& audit, const Rules& rules,
                                           const MessageFeed& messages) {
  State& state = *state_;
  const auto copied = CopyWays(state.db.get(), state.ways);
  if (!copied) return tl::unexpected(Failure(copied.error()));
  auto timeline = WriteRest(state.db.get(), audit, rules, NumberRows(audit.look), messages);
  if (!timeline) return tl::unexpected(Failure(timeline.error()));
  // Closing writes nothing more, but a network file system may complain only here.
  if (sqlite3_close(state.db.release()) != SQLITE_OK) {
    return tl::unexpected(Failure({"cannot close the database", "", 0, ""}));
  }
  if (std::rename(state.draft.c_str(), state.path.c_str()) != 0) {
    return tl::unexpected(Failure({"cannot rename it", "", 0, ""}));
  }
  state.draft.clear();
  return timeline;
}

Result<TimelineLook> WriteEvidence(const Audit& audit, const Rules& rules, const std::string& path,
                                   const MessageFeed& messages) {
  auto draft = EvidenceDraft::Begin(path);
  if (!draft) return tl::unexpected(draft.error());
  if (auto done = draft->WriteLook(audit.look); !done) return tl::unexpected(done.error());
  if (auto done = draft->WriteWays(audit); !done) return tl::unexpected(done.error());
  return draft->Finish(audit, rules, messages);
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
