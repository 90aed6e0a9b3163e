// What an untrusted query may not do. After https://www.sqlite.org/security.html and what was seen
// to pass without a guard on SQLite 3.40.

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>

#include "base/files.h"
#include "evidence/sample.h"
#include "evidence/store.h"
#include "support/temp_dir.h"

namespace klikpad {

namespace {

struct Evidence {
  TempDir folder;
  std::string path = folder / "e.sqlite";
  Evidence() { REQUIRE(WriteEvidence(SampleAudit(), SampleRules(), path).has_value()); }
  std::string Error(const std::string& sql) const {
    const auto result = QueryEvidence(path, sql);
    return result ? "" : result.error().Text();
  }
};

std::string Repeat(const std::string& text, int count, const std::string& between = "") {
  std::string all;
  for (int i = 0; i < count; ++i) all += (i ? between : "") + text;
  return all;
}

}  // namespace

TEST_CASE("only SELECT over the evidence tables passes; nothing is written anywhere") {
  const Evidence evidence;
  const std::string other = evidence.folder / "other.sqlite";
  const std::string before = *ReadFile(evidence.path);
  const std::string refused[] = {
      "ATTACH '" + other + "' AS o",
      "VACUUM INTO '" + other + "'",
      "VACUUM",
      "DETACH main",
      "DELETE FROM pages",
      "UPDATE pages SET title='x'",
      "INSERT INTO audit(name, value) VALUES('a','b')",
      "INSERT INTO audit(name, value) VALUES('a','b') RETURNING name",
      "DROP TABLE pages",
      "CREATE TABLE t(a)",
      "CREATE TEMP TABLE t(a)",
      "CREATE TEMP VIEW v AS SELECT 1",
      "REINDEX",
      "ANALYZE",
      "BEGIN",
      "COMMIT",
      "SAVEPOINT s",
      "PRAGMA table_list",
      "PRAGMA query_only=0",
      "PRAGMA writable_schema=1",
      "SELECT * FROM sqlite_master",
      "SELECT count(*) FROM sqlite_master",
      "SELECT * FROM sqlite_schema",
      "SELECT * FROM sqlite_temp_master",
      "SELECT * FROM sqlite_stat1",
      "SELECT count(*) FROM sqlite_stat1",
      "SELECT * FROM pragma_table_info('pages')",
      "SELECT * FROM pragma_database_list",
      "SELECT * FROM dbstat",
      "SELECT * FROM sqlite_stmt",
      "SELECT * FROM json_tree('[1]')",
      "SELECT * FROM generate_series(1,10)",
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<5) SELECT i FROM n",
      "EXPLAIN SELECT 1",
      "EXPLAIN QUERY PLAN SELECT * FROM pages",
      "SELECT 1; SELECT 2",
      "SELECT 1; DROP TABLE pages",
      "SELECT 1 AS a; -- more",
      "",
      ";",
      "-- nothing",
  };
  for (const std::string& sql : refused) {
    CAPTURE(sql);
    CHECK(evidence.Error(sql) != "");
  }
  CHECK(*ListFiles(evidence.folder.Path()) == std::vector<std::string>{"e.sqlite"});
  CHECK(*ReadFile(evidence.path) == before);
}

TEST_CASE("functions that load code, read the clock, draw numbers or blow up texts are refused") {
  const Evidence evidence;
  const std::string calls[] = {"load_extension('x')",
                               "fts3_tokenizer('simple')",
                               "randomblob(9)",
                               "random()",
                               "zeroblob(100000000)",
                               "printf('%1000000000d', 1)",
                               "format('%d', 1)",
                               "replace('aaaa','a','bbbb')",
                               "hex('a')",
                               "char(65)",
                               "quote('a')",
                               "json_group_array(1)",
                               "json_group_object('a',1)",
                               "json_object('a',1)",
                               "glob('*','a')",
                               "'a' GLOB '*'",
                               "date('now')",
                               "time('now')",
                               "datetime('now')",
                               "julianday('now')",
                               "unixepoch('now')",
                               "strftime('%s','now')",
                               "current_timestamp",
                               "current_date",
                               "current_time",
                               "sqlite_version()",
                               "sqlite_source_id()",
                               "sqlite_compileoption_get(1)",
                               "last_insert_rowid()",
                               "changes()",
                               "total_changes()",
                               "typeof(1)",
                               "unicode('a')",
                               "likelihood(1, 0.5)",
                               "trim('aaa','a')",
                               "'a' LIKE 'b' ESCAPE 'c'",
                               "'a' MATCH 'b'"};
  for (const std::string& call : calls) {
    CAPTURE(call);
    CHECK(evidence.Error("SELECT " + call + " AS x") != "");
  }
}

TEST_CASE("what checks need is allowed") {
  const Evidence evidence;
  const std::string allowed[] = {
      "SELECT count(*) AS n FROM pages",
      "WITH p AS (SELECT id FROM pages) SELECT count(*) AS n FROM p",
      "SELECT count(*) AS n FROM (SELECT 1 UNION ALL SELECT 2)",
      "SELECT value FROM json_each('[1,2]')",
      "SELECT id FROM pages WHERE id IN (SELECT value FROM json_each('[1,2]'))",
      "SELECT row_number() OVER (PARTITION BY page_id ORDER BY id) AS n FROM links",
      "SELECT group_concat(label, ', ') AS l, min(id), max(id), sum(id), avg(id), total(id) FROM "
      "links",
      "SELECT iif(1, coalesce(NULL, 'a'), ifnull(NULL, 'b')) AS x, nullif(1, 1), abs(-1), "
      "round(1.5)",
      "SELECT lower('A') AS a, upper('a'), trim(' a '), substr('abc', 2), instr('abc', 'c'), "
      "length('a')",
      "SELECT json_extract('{\"a\":1}', '$.a') AS a, json_array_length('[1]')",
      "SELECT CASE WHEN 'a' LIKE 'A%' THEN CAST('1' AS INTEGER) || 'x' END AS a",
      "SELECT id FROM pages WHERE title REGEXP '^Voor'",
      "SELECT rowid, _rowid_ FROM pages",
      "SELECT * FROM contacts_on_pages JOIN links_on_pages USING (page_id)",
      "SELECT 1 AS x; ",
      "/* what */ SELECT 1 AS x -- why",
  };
  for (const std::string& sql : allowed) {
    CAPTURE(sql);
    CHECK(evidence.Error(sql) == "");
  }
}

TEST_CASE("a double-quoted word is a column, never silently a text") {
  const Evidence evidence;
  CHECK(evidence.Error("SELECT id FROM contacts WHERE channel = \"twitter\"") ==
        "unknown column 'twitter'");
}

TEST_CASE("mistakes get the name that was meant") {
  const Evidence evidence;
  struct Case {
    std::string sql, error;
  };
  const Case cases[] = {
      {"SELECT chanel FROM contacts", "unknown column 'chanel' (did you mean 'channel'?)"},
      {"SELECT c.quotee FROM contacts c", "unknown column 'c.quotee' (did you mean 'quote'?)"},
      {"SELECT id FROM contact", "unknown table 'contact' (did you mean 'contacts'?)"},
      {"SELECT cuont(id) FROM pages", "unknown function 'cuont' (did you mean 'count'?)"},
      {"SELECT date('now') AS d", "the function 'date' is not allowed in evidence queries"},
      {"SELECT FROM pages", "near \"FROM\": syntax error"},
      {"SELECT id FROM pages WHERE id = :id", "no value for the parameter :id"},
      {"SELECT id FROM pages WHERE id = ?", "parameters are written as :name"},
      {"SELECT id FROM pages WHERE title REGEXP '('", "bad REGEXP pattern: missing ): ("},
      {"SELECT term('jargon', title) AS t FROM pages", "term(): no vocabulary is loaded"},
      {"SELECT 1 AS x; SELECT 2", "one statement only: there is more after the first"},
      {"DELETE FROM pages", "only SELECT over the evidence tables is allowed"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sql);
    CHECK(evidence.Error(c.sql) == c.error);
  }
}

TEST_CASE("queries that run away end with an error, never with no rows") {
  const Evidence evidence;
  auto db = EvidenceDb::Open(evidence.path);
  REQUIRE(db.has_value());
  // Each level names the one below six times: 6^8 copies of a select.
  std::string laughs = "WITH a0 AS (SELECT 1 AS x)";
  for (int i = 1; i <= 8; ++i) {
    const std::string below = "a" + std::to_string(i - 1);
    laughs += ", a" + std::to_string(i) + " AS (" +
              Repeat("SELECT x FROM " + below, 6, " UNION ALL ") + ")";
  }
  laughs += " SELECT count(*) AS n FROM a8";
  // A thousand million rows of 1,000 bytes, sorted.
  const std::string digits = "SELECT value FROM json_each('[0,1,2,3,4,5,6,7,8,9]')";
  std::string doubling = "WITH d0 AS (SELECT 'aaaaaaaaaaaaaaaa' AS x)";
  for (int i = 1; i <= 24; ++i) {
    const std::string n = std::to_string(i), below = std::to_string(i - 1);
    doubling += ", d" + n + " AS (SELECT x||x AS x FROM d" + below + " LIMIT 1)";
  }
  doubling += " SELECT x FROM d24";
  struct Case {
    std::string name, sql;
  };
  const Case cases[] = {
      {"steps", "WITH d AS (" + digits +
                    ") SELECT count(*) AS n FROM d a, d b, d c, d e, d f, d g, d h, d i"},
      {"sorter",
       "WITH d AS (" + digits +
           ") SELECT a.value, (SELECT group_concat(url) FROM links) || a.value || b.value || "
           "c.value || e.value || f.value || g.value AS x FROM d a, d b, d c, d e, d f, d g "
           "ORDER BY x DESC"},
      {"laughs", laughs},
      {"long text", doubling},
  };
  QueryLimits limits;
  limits.steps = 20'000'000;
  limits.heap_bytes = 16 << 20;
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto result = db->Run(c.sql, {}, limits);
    REQUIRE(!result);
    CHECK_MESSAGE(result.error().ran_out, result.error().error.Text());
  }
  // The limits are gone afterwards.
  CHECK(db->Run("SELECT count(*) AS n FROM pages").has_value());
}

TEST_CASE("queries that are too large or too deep are refused") {
  const Evidence evidence;
  const std::string refused[] = {
      "SELECT " + Repeat("(", 300) + "1" + Repeat(")", 300) + " AS x",
      "SELECT 1" + Repeat("+1", 200) + " AS x",
      Repeat("SELECT 1 AS x", 20, " UNION ALL "),
      "SELECT " + Repeat("1", 300, ",") + "",
      "SELECT '" + Repeat("a", 20'000) + "' AS x",
      "SELECT coalesce(1,2,3,4,5,6,7,8,9,10) AS x",
      "SELECT 1 AS x WHERE 'a' LIKE '" + Repeat("a", 150) + "'",
      "SELECT " + Repeat(":p", 1) + "1" + " AS x",
      "SELECT 'a' REGEXP '" + Repeat("a", 2'000) + "' AS x",
      "SELECT 'a' REGEXP '((a{100}){100}){100}' AS x",
      std::string("SELECT 1 AS x\0 FROM pages", 24),
  };
  for (const std::string& sql : refused) {
    CAPTURE(sql.substr(0, 60));
    CHECK(evidence.Error(sql) != "");
  }
  // More parameters than a check could need; a program of more steps than SQLite may compile.
  std::string many = "SELECT 1 AS x WHERE 1 IN (:p0";
  for (int i = 1; i < 40; ++i) many += ", :p" + std::to_string(i);
  CHECK(evidence.Error(many + ")").find("too many SQL variables") != std::string::npos);
  std::string program = "SELECT id FROM links WHERE 1";
  for (int i = 0; i < 90; ++i) program += " AND id IN (" + Repeat("id", 60, ",") + ")";
  CHECK(evidence.Error(program) != "");
  // Planned in time, then stopped or answered; never a crash.
  std::string join = "SELECT count(*) AS n FROM links l0";
  for (int i = 1; i < 60; ++i) join += ", links l" + std::to_string(i);
  CHECK(evidence.Error(join) != "");
}

TEST_CASE("rows are capped, and the cut is said") {
  const Evidence evidence;
  const auto result = QueryEvidence(evidence.path, "SELECT id FROM links ORDER BY id", 2);
  REQUIRE(result.has_value());
  CHECK(result->rows.size() == 2);
  CHECK(result->is_cut);
  CHECK(!QueryEvidence(evidence.path, "SELECT id FROM links", 4)->is_cut);
}

TEST_CASE("a file that is no evidence is refused, and a missing one is not made") {
  const TempDir folder;
  const std::string text = folder.Write("text.sqlite", Repeat("no database ", 1'000));
  const std::string empty = folder.Write("empty.sqlite", "");
  CHECK(!QueryEvidence(text, "SELECT 1 AS x"));
  CHECK(!QueryEvidence(empty, "SELECT * FROM pages"));
  CHECK(!QueryEvidence(folder / "missing.sqlite", "SELECT 1 AS x"));
  CHECK(ListFiles(folder.Path())->size() == 2);
}

TEST_CASE("a database that was made to hurt cannot reach beyond the guard") {
  const TempDir folder;
  const std::string path = folder / "hostile?#%.sqlite";
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
  REQUIRE(sqlite3_exec(
              db,
              "PRAGMA journal_mode=WAL; CREATE TABLE secret(a); INSERT INTO secret VALUES(1);"
              "CREATE VIEW pages AS SELECT a AS id FROM secret;"
              "CREATE VIEW links AS SELECT load_extension('x') AS id;"
              "CREATE VIEW texts AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n)"
              " SELECT i AS id FROM n; PRAGMA wal_checkpoint(TRUNCATE)",
              nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(db);
  for (const std::string table : {"pages", "links", "texts", "secret"}) {
    CAPTURE(table);
    CHECK(!QueryEvidence(path, "SELECT * FROM " + table));
  }
  CHECK(ListFiles(folder.Path())->size() == 1);  // no -wal, no -shm
}

}  // namespace klikpad
