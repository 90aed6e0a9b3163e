// Values, parameters, functions of our own, and evidence from rows written by hand.

#include <doctest/doctest.h>

#include "evidence/sample.h"
#include "evidence/store.h"

namespace klikpad {

namespace {

EvidenceDb SampleDb(TermFinder terms = {}) {
  std::vector<EvidenceSource> rows = {
      // Deliberately before the page that it refers to.
      {"contacts", {{"page_id", 1}, {"channel", "twitter"}, {"quote", "Volg ons"}}, "twin.yaml", 3},
      {"pages", {{"id", 1}, {"url", "https://a.example/"}, {"title", "Één"}}, "twin.yaml", 1},
      {"probes",
       {{"channel", "twitter"}, {"asked_at", "2013-04-09T10:30:00+02:00"}, {"quote", "?"}},
       "twin.yaml",
       5},
  };
  auto db = EvidenceDb::FromRows(rows, SampleRules().channels, std::move(terms));
  REQUIRE_MESSAGE(db.has_value(), (db ? "" : db.error().Text()));
  return std::move(*db);
}

// The single cell of a query, as JSON.
std::string Cell(const EvidenceDb& db, const std::string& expression) {
  const auto result = db.Run("SELECT " + expression + " AS x");
  if (!result) return "error: " + result.error().error.Text();
  return result->rows.at(0).at(0).Text(-1);
}

}  // namespace

TEST_CASE("values keep their type") {
  const EvidenceDb db = SampleDb();
  CHECK(Cell(db, "1") == "1");
  CHECK(Cell(db, "1.5") == "1.5");
  CHECK(Cell(db, "NULL") == "null");
  CHECK(Cell(db, "'é'") == "\"é\"");
  CHECK(Cell(db, "9007199254740993") == "9007199254740993");
  CHECK(Cell(db, "CAST(x'ff41' AS TEXT)") ==
        "\"\xEF\xBF\xBD"
        "A\"");
}

TEST_CASE("parameters are bound with their type, and all of them must be given") {
  const EvidenceDb db = SampleDb();
  const std::string sql = "SELECT :n * 2 <= :m AS x";
  const auto run = [&](const NamedValues& values) {
    const auto result = db.Run(sql, values);
    return result ? result->rows[0][0].Text(-1) : result.error().error.Text();
  };
  CHECK(run({{"n", 1}, {"m", 0}}) == "0");
  CHECK(run({{"n", 1}, {"m", "0"}}) == "1");  // any number sorts before any text: hence the types
  CHECK(run({{"n", 1}}) == "no value for the parameter :m");
  CHECK(run({{"n", 1}, {"m", 0}, {"o", 0}}) == "the query has no parameter :o");
  const auto shape = db.Shape("SELECT ref, quote FROM pages WHERE id = :id OR clicks < :clicks");
  CHECK(shape->columns == std::vector<std::string>{"ref", "quote"});
  CHECK(shape->parameters == std::vector<std::string>{"id", "clicks"});
  CHECK(!db.Shape("SELECT ?1 AS x"));
}

TEST_CASE("our own functions behave as documented") {
  const EvidenceDb db = SampleDb(
      [](std::string_view list, std::string_view text) -> Result<std::optional<std::string>> {
        if (list != "jargon")
          return Fail("unknown list '" + std::string(list) + "'", "", 0, "jargon");
        if (text.find("webcare") == std::string_view::npos) return std::nullopt;
        return "webcare";
      });
  struct Case {
    std::string expression, value;
  };
  const Case cases[] = {
      {"'abc' REGEXP 'b.'", "1"},
      {"'abc' REGEXP '^b'", "0"},
      {"'ÉÉN' REGEXP '(?i)één'", "1"},
      {"NULL REGEXP 'a'", "null"},
      {"'a' REGEXP NULL", "null"},
      {"'' REGEXP ''", "1"},
      {"term('jargon', 'ons webcareteam')", "\"webcare\""},
      {"term('jargon', 'ons team')", "null"},
      {"term('jargon', NULL)", "null"},
      {"term('jargn', 'x')", "error: unknown list 'jargn' (did you mean 'jargon'?)"},
      {"instr('één twee', 'twee')", "5"},
      {"instr('abc', 'd')", "0"},
      {"instr('', '')", "1"},
      {"instr('abc', NULL)", "null"},
      {"'Twitter' LIKE 'twit%'", "1"},
      {"'Twitter' LIKE '%tt_r'", "1"},
      {"'één' LIKE '__n'", "1"},
      {"'een' LIKE 'ee'", "0"},
      {"'aab' LIKE '%ab'", "1"},
      {"'abcabd' LIKE '%ab%d'", "1"},
      {"'' LIKE '%'", "1"},
      {"'a' LIKE NULL", "null"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.expression);
    CHECK(Cell(db, c.expression) == c.value);
  }
}

TEST_CASE("rows written by hand may stand in any order; seconds are filled in") {
  const EvidenceDb db = SampleDb();
  CHECK(Cell(db, "(SELECT asked_s FROM probes)") == "1365496200");
  CHECK(Cell(db, "(SELECT page_url FROM contacts_on_pages)") == "\"https://a.example/\"");
  CHECK(Cell(db, "(SELECT family FROM channels WHERE channel='phone')") == "\"voice\"");
}

TEST_CASE("mistakes in rows written by hand name their line") {
  struct Case {
    std::string name;
    EvidenceSource row;
    std::string error;
  };
  const Case cases[] = {
      {"table",
       {"page", {}, "t.yaml", 4},
       "t.yaml:4: unknown table 'page' (did you mean 'pages'?)"},
      {"column",
       {"pages", {{"ulr", "x"}}, "t.yaml", 4},
       "t.yaml:4: unknown column 'ulr' of pages (did you mean 'url'?)"},
      {"not a name",
       {"pages", {{"url) VALUES('x'); DROP TABLE pages; --", "x"}}, "t.yaml", 4},
       "t.yaml:4: unknown column 'url) VALUES('x'); DROP TABLE pages; --' of pages"},
      {"time",
       {"probes", {{"channel", "chat"}, {"asked_at", "soon"}, {"quote", "?"}}, "t.yaml", 4},
       "t.yaml:4: 'soon' is no ISO 8601 time"},
      {"reference",
       {"links", {{"page_id", 7}, {"url", "x"}}, "t.yaml", 4},
       "links/1 refers to a row of pages that is not there"},
      {"word",
       {"pages", {{"url", "x"}, {"surface", "web"}}, "t.yaml", 4},
       "t.yaml:4: CHECK constraint failed: surface IN ('site','app','store')"},
      {"type",
       {"pages", {{"url", "x"}, {"clicks", "two"}}, "t.yaml", 4},
       "t.yaml:4: cannot store TEXT value in INTEGER column pages.clicks"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto db = EvidenceDb::FromRows({c.row}, SampleRules().channels);
    REQUIRE(!db);
    CHECK(db.error().Text() == c.error);
  }
}

}  // namespace klikpad
