// Evidence is written without the database testing each word and reference again; here it does,
// over whole audits.

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <memory>
#include <string>

#include "app/fixture_audit.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

// All rows, their columns joined.
std::string Cells(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* raw = nullptr;
  REQUIRE(sqlite3_prepare_v2(db, sql.c_str(), -1, &raw, nullptr) == SQLITE_OK);
  const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(raw, sqlite3_finalize);
  std::string all;
  while (sqlite3_step(raw) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count(raw); ++i) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(raw, i));
      all += std::string(text ? text : "-") + " ";
    }
  }
  return all;
}

// "ok" is how integrity_check says that all is well.
std::string Complaints(sqlite3* db, const std::string& pragma) {
  return Cells(db, "PRAGMA " + pragma);
}

}  // namespace

TEST_CASE("every word and reference in the evidence of a fixture is one that its table allows") {
  for (const std::string name : {"ing-2013", "luchtbrug", "stil", "klein", "waldbach"}) {
    CAPTURE(name);
    const TempDir folder;
    AuditSite(FixtureFolder(name), folder / "audit");
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open((folder / "audit/evidence.sqlite").c_str(), &raw) == SQLITE_OK);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> db(raw, sqlite3_close);
    CHECK(Complaints(raw, "integrity_check") == "ok ");
    CHECK(Complaints(raw, "foreign_key_check") == "");
    CHECK(Cells(raw, "SELECT count(*) > 0 FROM reach") == "1 ");
    CHECK(Cells(raw,
                "SELECT ref FROM reach GROUP BY target_kind, target, page_id, tier, uses_search "
                "HAVING count(*) > 1") == "");
    // The pragmas must be able to complain.
    REQUIRE(sqlite3_exec(raw,
                         "PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON;"
                         "INSERT INTO page_roles(page_id, role) VALUES(999999, 'contcat');"
                         "PRAGMA ignore_check_constraints=OFF",
                         nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(Complaints(raw, "integrity_check").find("CHECK constraint") != std::string::npos);
    CHECK(Complaints(raw, "foreign_key_check").find("page_roles") != std::string::npos);
  }
}

}  // namespace klikpad
