// Writing evidence: every fact in its table, whole or not at all, the same bytes each time.

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>

#include "base/files.h"
#include "evidence/sample.h"
#include "evidence/schema.h"
#include "evidence/store.h"
#include "support/scratch_fault.h"
#include "support/temp_dir.h"

namespace klikpad {

namespace {

// Rows as "a|b;c|d", NULL as "-".
std::string Ask(const std::string& path, const std::string& sql) {
  auto result = QueryEvidence(path, sql);
  if (!result) return "error: " + result.error().Text();
  std::string text;
  for (const Json& row : result->rows) {
    std::string line;
    for (const auto& [name, value] : row.Members()) {
      const std::string cell = value.IsNull()     ? "-"
                               : value.IsString() ? value.AsString()
                                                  : value.Text(-1);
      line += (line.empty() ? "" : "|") + cell;
    }
    text += (text.empty() ? "" : ";") + line;
  }
  return text;
}

std::string Written(const TempDir& folder, const Audit& audit,
                    const std::string& name = "e.sqlite") {
  const std::string path = folder / name;
  const auto done = WriteEvidence(audit, SampleRules(), path);
  REQUIRE_MESSAGE(done.has_value(), (done ? "" : done.error().Text()));
  return path;
}

}  // namespace

TEST_CASE("every fact of an audit stands in its table") {
  const TempDir folder;
  const std::string path = Written(folder, SampleAudit());
  struct Case {
    std::string name, sql, rows;
  };
  const Case cases[] = {
      {"facts, never the brand", "SELECT name, value FROM audit ORDER BY name",
       "country|NL;language|nl;rules|0123456789abcdef;schema|1;sector|bank;tool|klikpad"},
      {"channels", "SELECT channel, family, dead FROM channels WHERE family='social' ORDER BY 1",
       "hyves|social|1;twitter|social|0"},
      {"coverage", "SELECT kind, scope, complete, why, seen, expected FROM coverage",
       "site||partial|one page failed|4|5;site|home|yes|-|1|1"},
      {"pages: redirects and holes are no pages",
       "SELECT id, clicks, exact, status, was_read FROM pages",
       "1|0|1|200|1;2|1|1|200|1;5|2|1|200|1;6|1|1|404|0"},
      {"sections", "SELECT id, section FROM pages WHERE section IS NOT NULL", "2|2;5|2;6|6"},
      {"roles once each", "SELECT page_id, role FROM page_roles ORDER BY 1, 2",
       "1|home;2|contact;2|service"},
      {"texts", "SELECT page_id, kind, level, quote, place FROM texts",
       "1|title|-|Voorbeeldbank|1:1;1|heading|1|Welkom|2:3"},
      {"links lead past redirects, not to holes", "SELECT page_id, to_page, label FROM links",
       "1|2|Klantenservice;1|6|Weg;1|-|Stuk;2|5|-"},
      {"contacts", "SELECT page_id, channel, handle, tariff, clickable, place FROM contacts",
       "5|twitter|voorbeeldbank|-|1|12:5"},
      {"contacts on pages", "SELECT page_url, page_clicks, clicks, surface FROM contacts_on_pages",
       "https://www.voorbeeld.example/service/contact|2|3|site"},
      {"hours past midnight", "SELECT channel, weekday, opens, closes FROM hours",
       "phone|1|480|1260;-|6|1320|1560"},
      {"reach",
       "SELECT page_id, target_kind, target, clicks, first_link, weakest_link, quote FROM reach",
       "1|channel|twitter|3|1|4|Klantenservice;5|channel|twitter|1|-|-|Twitter;"
       "6|role|imprint|-|-|-|https://www.voorbeeld.example/weg"},
      {"routes", "SELECT channel, value, clicks, quote FROM routes",
       "twitter|voorbeeldbank|3|@voorbeeldbank"},
      {"steps", "SELECT route_id, step, kind, page_id, quote, ref FROM steps",
       "1|1|link|1|Klantenservice|steps/1;1|2|link|1|Klantenservice|steps/2"},
      {"refs",
       "SELECT ref FROM links WHERE id=1 UNION ALL SELECT ref FROM audit WHERE name='country'",
       "links/1;audit/country"},
      {"later kinds are there and empty",
       "SELECT (SELECT count(*) FROM messages) + (SELECT count(*) FROM traits) + "
       "(SELECT count(*) FROM probes) + (SELECT count(*) FROM incidents) + "
       "(SELECT count(*) FROM benchmarks) + (SELECT count(*) FROM touchpoints) + "
       "(SELECT count(*) FROM metrics) + (SELECT count(*) FROM listings) AS n",
       "0"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Ask(path, c.sql) == c.rows);
  }
}

TEST_CASE("a page that was not read makes clicks beyond it inexact") {
  const TempDir folder;
  Audit audit = SampleAudit();
  audit.look.pages[4].clicks = 3;  // the hole at 1 click might lead there in 2
  CHECK(Ask(Written(folder, audit), "SELECT exact FROM pages WHERE id=5") == "0");
}

TEST_CASE("the same audit gives the same bytes") {
  const TempDir folder;
  const std::string first = Written(folder, SampleAudit(), "a.sqlite");
  const std::string second = Written(folder, SampleAudit(), "b.sqlite");
  CHECK(*ReadFile(first) == *ReadFile(second));
}

TEST_CASE("writing again replaces the old evidence") {
  const TempDir folder;
  Written(folder, SampleAudit());
  Audit audit = SampleAudit();
  audit.brand.country = "BE";
  CHECK(Ask(Written(folder, audit), "SELECT value FROM audit WHERE name='country'") == "BE");
  CHECK(ListFiles(folder.Path())->size() == 1);
}

TEST_CASE("texts that wait in a file are written the same, and an error when it fails") {
  const TempDir folder;
  const std::string in_memory = Written(folder, SampleAudit(), "memory.sqlite");
  Audit audit = SampleAudit();
  const auto file = ScratchFile::Make(folder.Path());
  for (SitePage& page : audit.look.pages) page.texts.MoveTo(file);
  CHECK(*ReadFile(Written(folder, audit)) == *ReadFile(in_memory));
  REQUIRE(EmptyScratchFiles(folder.Path()) == 1);
  const auto failed = WriteEvidence(audit, SampleRules(), folder / "none.sqlite");
  REQUIRE_FALSE(failed);
  CHECK(failed.error().Text().find("cannot be read again") != std::string::npos);
  CHECK(ListFiles(folder.Path())->size() == 2);
}

TEST_CASE("texts of any size and bytes are stored as valid text within the limits of a query") {
  const TempDir folder;
  Audit audit = SampleAudit();
  std::string huge;
  while (huge.size() < 3'000'000) huge += "één ";
  audit.look.pages[0].texts = {{huge, 1, {2, 3}, TextKind::kHeading, Region::kMain, 1}};
  audit.look.pages[0].title = std::string("a\0b\xFFz", 5);
  const std::string path = Written(folder, audit);
  CHECK(Ask(path, "SELECT title FROM pages WHERE id=1") ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBDz");
  const std::string kept = Ask(path, "SELECT quote FROM texts WHERE kind='heading'");
  CHECK(kept.size() > 30'000);
  CHECK(kept.size() < 1'000'000);
  CHECK(huge.starts_with(kept));
}

TEST_CASE("a full disk gives an error, leaves no file, and keeps the old evidence") {
  const TempDir folder;
  const std::string path = Written(folder, SampleAudit());
  const std::string before = *ReadFile(path);
  Audit audit = SampleAudit();
  for (int i = 0; i < 20'000; ++i) {
    audit.look.pages[0].links.push_back(
        SampleLink(1, "https://www.voorbeeld.example/x", "Meer", i));
  }
  for (const rlim_t bytes : {0u, 4'096u, 20'000u, 100'000u, 600'000u}) {
    CAPTURE(bytes);
    const auto done = [&] {
      const FullDisk full(bytes);
      return WriteEvidence(audit, SampleRules(), path);
    }();
    REQUIRE(!done);
    CHECK(done.error().Text().find("cannot write the evidence") != std::string::npos);
    CHECK(*ListFiles(folder.Path()) == std::vector<std::string>{"e.sqlite"});
    CHECK(*ReadFile(path) == before);
  }
}

TEST_CASE("a draft that is not finished leaves what was there before") {
  const TempDir folder;
  const std::string path = Written(folder, SampleAudit());
  const std::string before = *ReadFile(path);
  {
    auto draft = EvidenceDraft::Begin(path);
    REQUIRE(draft);
    REQUIRE(draft->WriteLook(SampleAudit().look));
    CHECK(*ListFiles(folder.Path()) == std::vector<std::string>{"e.sqlite", "e.sqlite.new"});
  }
  CHECK(*ListFiles(folder.Path()) == std::vector<std::string>{"e.sqlite"});
  CHECK(*ReadFile(path) == before);
}

TEST_CASE("a folder that cannot be written gives an error") {
  const auto done = WriteEvidence(SampleAudit(), SampleRules(), "/proc/klikpad/e.sqlite");
  REQUIRE(!done);
  CHECK(done.error().file == "/proc/klikpad/e.sqlite");
}

TEST_CASE("references hold, enums hold, and every row has a ref that resolves and a quote") {
  const TempDir folder;
  const std::string path = Written(folder, SampleAudit());
  for (const std::string& table : EvidenceTables()) {
    CAPTURE(table);
    CHECK(Ask(path, "SELECT count(*) AS n FROM " + table +
                        " WHERE ref IS NULL OR coalesce(quote,'')=''") == "0");
  }
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
  const auto try_sql = [&](const std::string& sql) {
    return sqlite3_exec(db, ("PRAGMA foreign_keys=ON;" + sql).c_str(), nullptr, nullptr, nullptr);
  };
  const std::string bad[] = {
      "INSERT INTO page_roles(page_id, role) VALUES(1, 'contcat')",
      "INSERT INTO contacts(page_id, channel, quote) VALUES(1, 'twiter', 'x')",
      "INSERT INTO contacts(page_id, channel, quote) VALUES(99, 'twitter', 'x')",
      "INSERT INTO contacts(page_id, channel, quote, use) VALUES(1, 'twitter', 'x', 'call')",
      "INSERT INTO messages(channel, at, at_s, quote, status) VALUES('twitter', '', 0, 'x', "
      "'open')",
      "INSERT INTO pages(url, clicks) VALUES('x', 'two')",
      "INSERT INTO pages(url, exact) VALUES('x', 2)"};
  for (const std::string& sql : bad) {
    CAPTURE(sql);
    CHECK((try_sql(sql) & 0xFF) == SQLITE_CONSTRAINT);
  }
  sqlite3_close(db);
}

}  // namespace klikpad
