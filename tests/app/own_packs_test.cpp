// Packs of a user's own: they are asked like klikpad's, and whatever they try or mistake, the run
// ends before anything is fetched, or the rule is not assessed.

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "app/fixture_audit.h"
#include "app/run.h"
#include "base/files.h"
#include "support/fake_fetcher.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

const std::string kPack =
    "pack: mine\n"
    "about: {nl: over, en: about}\n"
    "rules:\n"
    "- id: a-page\n"
    "  look_at: {check: pages-with-role, with: {role: home}}\n"
    "  decide: [{plus: {check: any-page}}]\n"
    "  otherwise: minus\n"
    "  absence_needs: [site]\n"
    "  title: {nl: Een pagina, en: A page}\n"
    "  says: {plus: {nl: 'Er is {label}.', en: 'There is {label}.'}, minus: {nl: nee, en: no}}\n"
    "  fix: {nl: doe, en: do}\n"
    "  source: {cite: eigen, from: 2013-04-01}\n";

// The pack with its check beside it.
struct OwnPack {
  TempDir folder;
  std::string file = folder.Write("mine.yaml", kPack);
  explicit OwnPack(const std::string& sql) {
    folder.Write("checks/any-page.sql", "-- row: a page\n" + sql);
  }
};

TEST_CASE("a pack of one's own is asked, with the checks that stand beside it") {
  const OwnPack pack("SELECT ref, page_id, title AS label, quote FROM pages WHERE clicks = 0");
  const FixtureAudit run = AuditSite(FixtureFolder("klein"), {"--pack", pack.file});
  CHECK_MESSAGE(run.code == kExitPassed, run.err);
  CHECK(run.verdicts == Verdicts{{"mine/a-page", "plus"}});
  CHECK(run.audit["findings"].Items()[0]["says"]["en"].AsString() ==
        "There is Rijwielhandel Klein: fietsen en reparatie.");
}

TEST_CASE("a check that tries what it may not ends the run before anything is fetched") {
  const TempDir elsewhere;
  const std::string other = elsewhere / "other.sqlite";
  const std::string attacks[] = {
      "ATTACH '" + other + "' AS o",
      "VACUUM INTO '" + other + "'",
      "DELETE FROM pages",
      "SELECT ref, quote FROM pages; DROP TABLE pages",
      "SELECT ref, load_extension('x') AS quote FROM pages",
      "SELECT ref, date('now') AS quote FROM pages",
      "SELECT name AS ref, sql AS quote FROM sqlite_master",
      "PRAGMA writable_schema=1",
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i AS ref, i AS quote "
      "FROM n",
      "SELECT ref, quote FROM pages WHERE title = \"Contact\"",
  };
  for (const std::string& sql : attacks) {
    CAPTURE(sql);
    const OwnPack pack(sql);
    const TempDir work;
    std::ostringstream out, err;
    World world;
    world.out = &out;
    world.err = &err;
    world.now = [] { return std::int64_t{0}; };
    world.data_folder = KLIKPAD_ROOT;
    world.make_fetcher = [](const FetchOptions&) -> Result<std::unique_ptr<Fetcher>> {
      FAIL("nothing may be fetched");
      return Fail("no");
    };
    CHECK(RunKlikpad(
              {"audit", "http://www.klein.example/", "--pack", pack.file, "-o", work / "audit"},
              world) == kExitUsage);
    CHECK(err.str().find("any-page.sql:") != std::string::npos);
    CHECK(ListFiles(elsewhere.Path())->empty());
  }
}

TEST_CASE("a check that runs away makes its rule not assessed, and the audit goes on") {
  const OwnPack pack(
      "SELECT a.ref, a.page_id, a.title AS label, a.quote FROM links l, links m, links n, links o, "
      "links q, pages a WHERE l.id + m.id + n.id + o.id + q.id < 0");
  const FixtureAudit run =
      AuditSite(FixtureFolder("klein"), {"--pack", pack.file, "--pack", "contact-essentials"});
  CHECK_MESSAGE(run.code == kExitPassed, run.err);
  CHECK(run.verdicts.at("mine/a-page") == "not_assessed");
  CHECK(run.verdicts.at("contact-essentials/phone-offered") == "plus");
}

}  // namespace
}  // namespace klikpad
