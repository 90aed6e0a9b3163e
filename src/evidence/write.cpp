// WriteEvidence: one audit → one database file, whole or not at all.

#include <cstdio>
#include <filesystem>
#include <system_error>

#include "base/civil_time.h"
#include "evidence/schema.h"
#include "evidence/source_rows.h"
#include "evidence/store.h"
#include "evidence/writer.h"

namespace klikpad {

namespace {

std::optional<std::int64_t> Seconds(const std::string& iso) {
  return iso.empty() ? std::nullopt : ParseIsoTime(iso);
}

Result<void> Fill(sqlite3* db, const Audit& audit, const Rules& rules) {
  if (auto done = Execute(db, "BEGIN"); !done) return done;
  if (auto done = Execute(db, SchemaSql()); !done) return done;
  if (auto done = WriteFacts(db, audit, rules); !done) return done;
  auto ids = WritePages(db, audit.look);
  if (!ids) return tl::unexpected(ids.error());
  if (auto done = WriteContacts(db, audit.look, *ids); !done) return done;
  if (auto done = WriteWays(db, audit, *ids); !done) return done;
  return Execute(db, IndexSql() + "COMMIT");
}

Result<void> WriteDatabase(const Audit& audit, const Rules& rules, const std::string& path) {
  auto db = OpenDatabase(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
  if (!db) return tl::unexpected(db.error());
  sqlite3* raw = db->get();
  // The file is thrown away on any failure, so nothing is spent on undoing or syncing.
  Result<void> done =
      Execute(raw,
              "PRAGMA page_size=8192; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
              "PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-65536;"
              "PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON");
  if (done) done = Fill(raw, audit, rules);
  if (!done) return done;
  // Closing writes nothing more, but a network file system may complain only here.
  if (sqlite3_close(db->release()) != SQLITE_OK) return Fail("cannot close the database");
  return {};
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
  fact("schema", std::to_string(kSchemaVersion));
  fact("tool", "klikpad");
  Result<void> outcome = facts.Done();
  AddChannels(db, rules.channels, outcome);
  if (!outcome) return outcome;

  Inserter coverage(db, "coverage",
                    {"kind", "scope", "complete", "why", "seen", "expected", "from_at", "from_s",
                     "to_at", "to_s"});
  for (const Coverage& c : audit.coverage) {
    coverage.Add(Word(c.kind), c.scope, Word(c.complete), OrNull(c.why), c.seen, c.expected,
                 OrNull(c.from_at), Seconds(c.from_at), OrNull(c.to_at), Seconds(c.to_at));
  }
  return coverage.Done();
}

Result<void> WriteEvidence(const Audit& audit, const Rules& rules, const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  if (const fs::path parent = fs::path(path).parent_path(); !parent.empty()) {
    fs::create_directories(parent, ignored);
  }
  const std::string draft = path + ".new";
  fs::remove(draft, ignored);
  Result<void> done = WriteDatabase(audit, rules, draft);
  if (done && std::rename(draft.c_str(), path.c_str()) != 0) done = Fail("cannot rename it");
  if (done) return {};
  fs::remove(draft, ignored);
  return Fail("cannot write the evidence: " + done.error().message, path);
}

}  // namespace klikpad
