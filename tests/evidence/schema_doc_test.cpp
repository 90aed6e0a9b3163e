// rules/README.md says exactly what the schema has.

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <map>

#include "base/files.h"
#include "base/text.h"
#include "evidence/schema.h"

namespace klikpad {

namespace {

using Columns = std::vector<std::string>;  // "name TYPE"

std::map<std::string, Columns> DocumentedTables(const std::string& markdown) {
  std::map<std::string, Columns> tables;
  std::string table;
  bool is_inside = false;
  for (std::string_view line : Split(markdown, '\n')) {
    if (line.starts_with("## ")) is_inside = line == "## Evidence tables";
    if (!is_inside) continue;
    if (line.starts_with("### `")) {
      table = std::string(line.substr(5, line.size() - 6));
      tables[table];
    } else if (line.starts_with("| ") && !line.starts_with("| column ")) {
      const auto cells = Split(line, '|');
      REQUIRE(cells.size() >= 4);
      CHECK_MESSAGE(!Trim(cells[3]).empty(), std::string(line));
      tables[table].push_back(std::string(Trim(cells[1])) + " " + std::string(Trim(cells[2])));
    }
  }
  return tables;
}

std::map<std::string, Columns> RealTables() {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(":memory:", &db) == SQLITE_OK);
  REQUIRE(sqlite3_exec(db, (SchemaSql() + LookIndexSql() + WaysIndexSql() + IndexSql()).c_str(),
                       nullptr, nullptr, nullptr) == SQLITE_OK);
  std::map<std::string, Columns> tables;
  for (const std::string& table : EvidenceTables()) {
    sqlite3_stmt* rows = nullptr;
    sqlite3_prepare_v2(db, ("PRAGMA table_xinfo(" + table + ")").c_str(), -1, &rows, nullptr);
    while (sqlite3_step(rows) == SQLITE_ROW) {
      const auto text = [&](int i) {
        return std::string(reinterpret_cast<const char*>(sqlite3_column_text(rows, i)));
      };
      tables[table].push_back(text(1) + " " + text(2));
    }
    sqlite3_finalize(rows);
  }
  sqlite3_close(db);
  return tables;
}

}  // namespace

TEST_CASE("every table and column is documented with its type, and nothing else is") {
  auto real = RealTables();
  auto documented = DocumentedTables(*ReadFile(std::string(KLIKPAD_ROOT) + "/rules/README.md"));
  for (const std::string& table : EvidenceTables()) {
    CAPTURE(table);
    // An expression in a view (page_clicks + clickable) has no declared type.
    if (real[table].size() == documented[table].size()) {
      for (std::size_t i = 0; i < real[table].size(); ++i) {
        if (real[table][i].ends_with(" ")) real[table][i] = documented[table][i];
      }
    }
    CHECK(Join(documented[table], ", ") == Join(real[table], ", "));
  }
  CHECK(documented.size() == real.size());
}

}  // namespace klikpad
