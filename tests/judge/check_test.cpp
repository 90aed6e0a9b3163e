// What a check may look like, and every mistake that SQL alone would accept in silence.

#include "judge/check.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/files.h"
#include "evidence/terms.h"
#include "judge/knowledge.h"
#include "judge/sql_text.h"

namespace klikpad {

namespace {

Result<Check> Parse(const std::string& text) {
  const Rules& rules = KnownRules();
  static const EvidenceDb empty = *EvidenceDb::FromRows({}, rules.channels);
  return ParseCheck(text, "mine", "mine.sql", empty, {&rules.channels, &rules.vocabulary});
}

}  // namespace

TEST_CASE("a check gives its header, its columns and its parameters") {
  const auto check = Parse(
      "-- row: a contact\n"
      "-- takes: channel channel = twitter, uses list of use = [contact, follow]\n"
      "-- takes: most integer\n"
      "-- rests on: site, timeline\n"
      "-- Why it is so.\n"
      "SELECT c.ref, c.page_id, c.quote FROM contacts c WHERE c.channel = :channel\n"
      "  AND c.use IN (SELECT value FROM json_each(:uses)) AND c.position < :most\n");
  REQUIRE_MESSAGE(check.has_value(), (check ? "" : check.error().Text()));
  CHECK(check->row == "a contact");
  CHECK(check->columns == std::vector<std::string>{"ref", "page_id", "quote"});
  CHECK(check->rests_on == std::vector<std::string>{"site", "timeline"});
  REQUIRE(check->parameters.size() == 3);
  CHECK(check->parameters[1].type.Text() == "list of use");
  CHECK(std::get<std::string>(check->parameters[1].by_default[0].value) ==
        "[\"contact\", \"follow\"]");
  CHECK(check->parameters[2].by_default.empty());
}

TEST_CASE("mistakes in a check name file, line and the word that was meant") {
  struct Case {
    std::string name, text, error;
  };
  const std::string row = "-- row: a page\n";
  const Case cases[] = {
      {"no header", "SELECT ref, quote FROM pages", "mine.sql:1: a check begins with '-- row: …'"},
      {"unknown header", "-- row: a page\n-- take: x word\nSELECT ref, quote FROM pages",
       "mine.sql:2: unknown header 'take' (did you mean 'takes'?)"},
      {"unknown column", row + "SELECT ref,\n quoet AS quote FROM pages",
       "mine.sql:3: unknown column 'quoet' (did you mean 'quote'?)"},
      {"unknown table", row + "SELECT ref, quote\nFROM page",
       "mine.sql:3: unknown table 'page' (did you mean 'pages'?)"},
      {"unknown function", row + "SELECT ref,\ncoalesc(quote, '') AS quote FROM pages",
       "mine.sql:3: unknown function 'coalesc' (did you mean 'coalesce'?)"},
      {"forbidden function", row + "SELECT ref, quote,\n date('now') AS at FROM pages",
       "mine.sql:3: the function 'date' is not allowed"},
      {"column outside the set", row + "SELECT ref, quote,\n  value AS lable FROM audit",
       "mine.sql:3: column 'lable' is none of ref, page_id, at, label, value, unit, quote (did you "
       "mean 'label'?)"},
      {"column twice", row + "SELECT ref, quote, ref FROM pages", "mine.sql:2: column 'ref' twice"},
      {"no quote", row + "SELECT ref FROM pages", "mine.sql:2: no column 'quote'"},
      {"no ref", row + "SELECT quote FROM pages", "mine.sql:2: no column 'ref'"},
      {"value without unit", row + "SELECT ref, quote,\n clicks AS value FROM pages",
       "mine.sql:3: columns 'value' and 'unit' go together"},
      {"undeclared parameter",
       row + "-- takes: role role\nSELECT ref, quote FROM pages\nWHERE title = :rolle",
       "mine.sql:4: the query uses :rolle, which 'takes' does not declare (did you mean 'role'?)"},
      {"unused parameter",
       row + "-- takes: n integer\n-- takes: role role\nSELECT ref, quote FROM pages\n"
             "WHERE clicks = :n",
       "mine.sql:3: 'takes' declares 'role', which the query does not use"},
      {"unknown type", row + "-- takes: role rol\nSELECT ref, quote FROM pages WHERE title = :role",
       "mine.sql:2: unknown type 'rol' (did you mean 'role'?)"},
      {"no type", row + "-- takes: role\nSELECT ref, quote FROM pages WHERE title = :role",
       "mine.sql:2: a parameter is written as 'name type'"},
      {"bad default",
       row + "-- takes: role role = contcat\nSELECT ref, quote FROM pages WHERE title = :role",
       "mine.sql:2: unknown role 'contcat' for 'role' (did you mean 'contact'?)"},
      {"default of another type",
       row + "-- takes: n integer = two\nSELECT ref, quote FROM pages WHERE clicks < :n",
       "mine.sql:2: "},
      {"twice",
       row + "-- takes: n integer, n integer\nSELECT ref, quote FROM pages WHERE clicks < :n",
       "mine.sql:2: parameter 'n' twice"},
      {"literal that is no word", row + "SELECT ref, quote FROM contacts\nWHERE use = 'contcat'",
       "mine.sql:3: 'contcat' is no word of the model; make it a parameter (did you mean "
       "'contact'?)"},
      {"double quotes", row + "SELECT ref, quote FROM contacts WHERE use = \"contact\"",
       "mine.sql:2: unknown column 'contact'"},
      {"absence unsaid",
       row + "SELECT ref, quote FROM pages p WHERE\nNOT EXISTS (SELECT 1 FROM links)",
       "mine.sql:3: 'not exists' may rest on a complete look"},
      {"not in unsaid",
       row + "SELECT ref, quote FROM pages WHERE id NOT  IN (SELECT page_id FROM links)",
       "'not in' may rest"},
      {"left join unsaid",
       row + "SELECT p.ref, p.quote FROM pages p LEFT JOIN links l ON l.page_id = p.id",
       "'left' may rest"},
      {"count unsaid", row + "SELECT ref, quote FROM pages WHERE (SELECT count(*) FROM links) > 3",
       "'count' may rest"},
      {"max unsaid", row + "SELECT ref, quote, max(clicks) AS value, 'clicks' AS unit FROM pages",
       "'max' may rest"},
      {"window unsaid",
       row + "SELECT ref, quote, row_number() OVER () AS value, 'rank' AS unit FROM pages",
       "'row_number' may rest"},
      {"limit unsaid", row + "SELECT ref, quote FROM pages LIMIT 1", "'limit' may rest"},
      {"unknown look", row + "-- rests on: sit\nSELECT ref, quote FROM pages",
       "mine.sql:2: unknown look 'sit' (or 'nothing') (did you mean 'site'?)"},
      {"two statements", row + "SELECT ref, quote FROM pages; SELECT 1", "one statement only"},
      {"writing", row + "DELETE FROM pages", "only SELECT"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto check = Parse(c.text);
    REQUIRE(!check);
    CAPTURE(check.error().Text());
    CHECK(check.error().Text().find(c.error) != std::string::npos);
  }
}

TEST_CASE("words in remarks and texts are no keywords; the column rank is no window") {
  const std::string fine[] = {
      "-- row: a page\n-- not exists, count( and max( in a remark\nSELECT ref, quote FROM pages",
      "-- row: a page\nSELECT ref, quote FROM pages /* NOT IN */",
      "-- row: a place\nSELECT ref, quote, rank AS value, 'rank' AS unit FROM benchmarks",
      "-- row: a page\nSELECT ref, quote, title || ' > ' AS label FROM pages",
      "-- row: a page\n-- rests on: nothing\nSELECT ref, quote FROM pages LIMIT 1;\n",
  };
  for (const std::string& text : fine) {
    CAPTURE(text);
    const auto check = Parse(text);
    CHECK_MESSAGE(check.has_value(), (check ? "" : check.error().Text()));
  }
}

TEST_CASE("SQL is split as SQLite reads it") {
  const auto tokens = SplitSql("SELECT 'it''s' -- no 'x'\n, /* 'y'\n */ a.B");
  REQUIRE(tokens.size() == 6);
  CHECK(tokens[1].text == "it's");
  CHECK(tokens[1].kind == SqlToken::Kind::kText);
  CHECK(tokens[2].line == 2);
  CHECK(tokens[5].text == "b");
  CHECK(tokens[5].line == 3);
  CHECK(SplitSql("'open").size() == 1);
  CHECK(SplitSql("/* open").empty());
}

TEST_CASE("every check of klikpad is used by a pack") {
  std::string packs;
  const auto names = *PackNames(RulesFolder());
  for (const std::string& name : names) {
    packs += *ReadFile(RulesFolder() + "/packs/" + name + ".yaml");
  }
  const auto files = *ListFiles(RulesFolder() + "/checks");
  for (const std::string& file : files) {
    const std::string name = file.substr(0, file.size() - 4);
    CAPTURE(name);
    const bool is_used = packs.find("check: " + name + "}") != std::string::npos ||
                         packs.find("check: " + name + ",") != std::string::npos;
    CHECK(is_used);
  }
}

}  // namespace klikpad
