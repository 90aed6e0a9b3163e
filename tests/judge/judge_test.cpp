// The engine: what may be said on what was seen, limits, order, tally.

#include "judge/judge.h"

#include <doctest/doctest.h>

#include "evidence/terms.h"
#include "judge/explain.h"
#include "judge/knowledge.h"
#include "support/temp_dir.h"

namespace klikpad {

namespace {

EvidenceDb Db(const std::vector<EvidenceSource>& rows) {
  auto db =
      EvidenceDb::FromRows(rows, KnownRules().channels, VocabularyTerms(KnownRules().vocabulary));
  if (!db) FAIL(db.error().Text());
  return std::move(*db);
}

// One rule out of its logic, with the checks that stand beside it.
Library OneRule(const std::string& logic, const std::string& sql = "") {
  const TempDir folder;
  const std::string text =
      "pack: p\nabout: {nl: o, en: a}\nrules:\n- id: r\n" + logic +
      "  title: {nl: t, en: t}\n"
      "  says: {plus: {nl: '{count}', en: '{count}'}, minus: {nl: nee, en: no}}\n"
      "  fix: {nl: doe, en: do}\n"
      "  source: {cite: c, from: 2013-04-01}\n";
  const std::string path = folder.Write("p.yaml", text);
  if (!sql.empty()) folder.Write("checks/mine.sql", sql);
  auto library = LoadLibrary(RulesFolder(), KnownRules(), {path});
  if (!library) FAIL(library.error().Text());
  return std::move(*library);
}

EvidenceSource PageRow(int id, SqlValue clicks) {
  return {"pages",
          {{"id", id},
           {"url", "https://a.example/" + std::to_string(id)},
           {"clicks", std::move(clicks)}},
          "",
          0};
}

EvidenceSource Whole(const std::string& kind) {
  return {"coverage", {{"kind", kind}, {"complete", "yes"}}, "", 0};
}

const std::string kAllPages =
    "-- row: a page\nSELECT ref, page_id, title AS label, quote FROM pages";

}  // namespace

TEST_CASE("evidence is sorted by clicks, then by number; thirty rows are shown, all are counted") {
  std::vector<EvidenceSource> rows;
  for (int id = 1; id <= 50; ++id)
    rows.push_back(PageRow(id, id == 7 ? SqlValue(nullptr) : SqlValue(50 - id)));
  rows.push_back(PageRow(60, 0));
  const Library library = OneRule(
      "  look_at: {check: mine}\n  decide: [{plus: {check: mine}}]\n  otherwise: minus\n  "
      "absence_needs: [site]\n",
      kAllPages);
  const auto judgement = Judge(Db(rows), library.packs, library.wording);
  REQUIRE(judgement.has_value());
  const Finding& finding = judgement->findings.at(0);
  CHECK(finding.evidence_count == 51);
  REQUIRE(finding.evidence.size() == 30);
  CHECK(finding.evidence[0].ref == "pages/50");
  CHECK(finding.evidence[1].ref == "pages/60");
  CHECK(finding.evidence[2].ref == "pages/49");
  CHECK(finding.evidence[0].page == 49);  // index in the look
  CHECK(finding.evidence[0].url == "https://a.example/50");
  CHECK(finding.source.nl == "c");
  CHECK(finding.source_from == "2013-04-01");
}

TEST_CASE("of equally near contacts that for all on the page of contact is told first") {
  const auto contact = [](int id, int page, const char* purpose) {
    return EvidenceSource{"contacts",
                          {{"id", id},
                           {"page_id", page},
                           {"channel", "phone"},
                           {"value", "+3120555" + std::to_string(id)},
                           {"use", "contact"},
                           {"owner", "own"},
                           {"quote", "bel ons"},
                           {"purpose", purpose == nullptr ? SqlValue(nullptr) : SqlValue(purpose)}},
                          "",
                          0};
  };
  std::vector<EvidenceSource> rows{PageRow(1, 1), PageRow(2, 1), PageRow(3, 0)};
  rows.push_back({"page_roles", {{"id", 1}, {"page_id", 2}, {"role", "contact"}}, "", 0});
  rows.push_back(contact(1, 1, nullptr));
  rows.push_back(contact(2, 2, "complaints"));
  rows.push_back(contact(3, 2, "service"));
  const std::string decide =
      "  look_at: {check: mine}\n  decide: [{plus: {check: mine}}]\n  otherwise: minus\n  "
      "absence_needs: [site]\n";
  const Library library = OneRule(
      decide, "-- row: a contact\nSELECT ref, page_id, value AS label, quote FROM contacts");
  const auto told = [&] {
    std::string refs;
    const auto judgement = Judge(Db(rows), library.packs, library.wording);
    REQUIRE(judgement.has_value());
    for (const EvidenceRow& row : judgement->findings.at(0).evidence) refs += row.ref + " ";
    return refs;
  };
  CHECK(told() == "contacts/3 contacts/1 contacts/2 ");
  rows.push_back(contact(4, 3, "complaints"));  // nearer
  CHECK(told() == "contacts/4 contacts/3 contacts/1 contacts/2 ");
}

TEST_CASE("a check that runs out makes its rule not assessed, never without rows") {
  std::vector<EvidenceSource> rows = {Whole("site")};
  for (int id = 1; id <= 300; ++id) rows.push_back(PageRow(id, 1));
  const Library library = OneRule(
      "  look_at: {check: pages-with-role, with: {role: home}}\n  decide: [{plus: {check: mine}}]\n"
      "  otherwise: minus\n  absence_needs: [site]\n",
      "-- row: a page\nSELECT a.ref, a.quote FROM pages a, pages b, pages c WHERE a.id + b.id + "
      "c.id < 0");
  rows.push_back({"page_roles", {{"page_id", 1}, {"role", "home"}}, "", 0});
  QueryLimits limits;
  limits.steps = 1'000'000;
  const auto judgement = Judge(Db(rows), library.packs, library.wording, limits);
  REQUIRE(judgement.has_value());
  const Finding& finding = judgement->findings.at(0);
  CHECK(finding.outcome == Outcome::kNotAssessed);
  CHECK(finding.reason.find("check mine: the query took too many steps") != std::string::npos);
  CHECK(finding.evidence.empty());
}

TEST_CASE("whatever limit a check hits, its rule is not assessed") {
  std::vector<EvidenceSource> rows = {Whole("site")};
  for (int id = 1; id <= 200; ++id) rows.push_back(PageRow(id, 1));
  std::string doubling = "WITH d0 AS (SELECT ref, 'twitter' AS x FROM pages LIMIT 1)";
  for (int i = 1; i <= 20; ++i) {
    doubling += ", d" + std::to_string(i) + " AS (SELECT ref, x || x AS x FROM d" +
                std::to_string(i - 1) + " LIMIT 1)";
  }
  struct Case {
    std::string name, sql, reason;
  };
  const Case cases[] = {
      {"memory",
       "SELECT a.ref, (SELECT group_concat(url) FROM pages) || a.id || b.id || c.id AS quote FROM "
       "pages a, pages b, pages c ORDER BY quote DESC",
       "too much memory"},
      {"length", doubling + " SELECT ref, x AS quote FROM d20", "too long a text"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Library library = OneRule(
        "  look_at: {check: mine}\n  decide: [{plus: {check: mine}}]\n  otherwise: minus\n"
        "  absence_needs: [site]\n",
        "-- row: a page\n-- rests on: nothing\n" + c.sql);
    QueryLimits limits;
    if (c.name == "memory") limits.heap_bytes = 4 << 20;
    const auto judgement = Judge(Db(rows), library.packs, library.wording, limits);
    REQUIRE_MESSAGE(judgement.has_value(), (judgement ? "" : judgement.error().Text()));
    CHECK(judgement->findings.at(0).outcome == Outcome::kNotAssessed);
    CAPTURE(judgement->findings.at(0).reason);
    CHECK(judgement->findings.at(0).reason.find(c.reason) != std::string::npos);
  }
}

TEST_CASE("more rows than any list would take are counted, not cut") {
  std::vector<EvidenceSource> rows = {Whole("site")};
  for (int id = 1; id <= 120; ++id) rows.push_back(PageRow(id, 1));
  const Library library = OneRule(
      "  look_at: {check: mine}\n  decide: [{plus: {check: mine, at_least: 14400}}]\n"
      "  otherwise: minus\n  absence_needs: [site]\n",
      "-- row: a page\nSELECT a.ref, a.quote FROM pages a, pages b");
  const auto judgement = Judge(Db(rows), library.packs, library.wording);
  REQUIRE(judgement.has_value());
  CHECK(judgement->findings.at(0).outcome == Outcome::kPlus);
  CHECK(judgement->findings.at(0).evidence_count == 14400);
}

TEST_CASE("a check that fails otherwise is an error of the rule") {
  const Library library = OneRule(
      "  look_at: {check: mine}\n  decide: [{plus: {check: mine}}]\n  otherwise: minus\n  "
      "absence_needs: [site]\n",
      "-- row: a page\n-- takes: pattern word = '('\nSELECT ref, quote FROM pages WHERE url REGEXP "
      ":pattern");
  const auto judgement = Judge(Db({PageRow(1, 0)}), library.packs, library.wording);
  REQUIRE(!judgement);
  CHECK(judgement.error().Text().find("rule p/r: check mine: bad REGEXP pattern") !=
        std::string::npos);
}

TEST_CASE("a ref that leads nowhere is an error of the rule") {
  const Library library = OneRule(
      "  look_at: {check: mine}\n  decide: [{plus: {check: mine}}]\n  otherwise: minus\n  "
      "absence_needs: [site]\n",
      "-- row: a page\nSELECT 'links/' || id AS ref, url AS quote FROM pages");
  const auto judgement = Judge(Db({PageRow(1, 0)}), library.packs, library.wording);
  REQUIRE(!judgement);
  CHECK(judgement.error().Text().find("'links/1' leads nowhere") != std::string::npos);
}

TEST_CASE("one sound check is enough for a case; an unsound one alone is not") {
  // Two checks of one case: the first rests on the site, the second on nothing.
  const std::string logic =
      "  look_at: {check: mine}\n"
      "  decide:\n"
      "  - minus: [{check: networks-not-served}, {check: channel-anywhere, with: {channels: "
      "phone}}]\n"
      "  otherwise: plus\n  absence_needs: [site]\n";
  const Library library = OneRule(logic, kAllPages);
  const EvidenceSource follow = {
      "contacts",
      {{"page_id", 1}, {"channel", "linkedin"}, {"use", "follow"}, {"quote", "q"}},
      "",
      0};
  const EvidenceSource phone = {
      "contacts", {{"page_id", 1}, {"channel", "phone"}, {"quote", "q"}}, "", 0};
  const auto outcome = [&](const std::vector<EvidenceSource>& rows) {
    return Judge(Db(rows), library.packs, library.wording)->findings.at(0);
  };
  CHECK(outcome({PageRow(1, 0), follow}).outcome == Outcome::kNotAssessed);
  const Finding both = outcome({PageRow(1, 0), follow, phone});
  CHECK(both.outcome == Outcome::kMinus);
  CHECK(both.evidence_count == 1);  // the sound rows only
  CHECK(outcome({PageRow(1, 0), follow, Whole("site")}).outcome == Outcome::kMinus);
  CHECK(outcome({PageRow(1, 0), Whole("site")}).outcome == Outcome::kPlus);
}

TEST_CASE("the case that decides speaks, where it has words of its own") {
  const std::string logic =
      "  look_at: {check: mine}\n"
      "  decide:\n"
      "  - plus: {check: channel-anywhere, with: {channels: phone}}\n"
      "    says: {nl: 'bel {value}', en: 'call {value}'}\n"
      "  - plus: {check: channel-anywhere, with: {channels: chat}}\n"
      "  otherwise: minus\n  absence_needs: [site]\n";
  const Library library = OneRule(logic, kAllPages);
  const auto says = [&](const std::string& channel) {
    const EvidenceSource contact = {
        "contacts",
        {{"page_id", 1}, {"channel", channel}, {"value", "123"}, {"quote", "q"}},
        "",
        0};
    return Judge(Db({PageRow(1, 0), contact, Whole("site")}), library.packs, library.wording)
        ->findings.at(0)
        .says.en;
  };
  CHECK(says("phone") == "call 123");
  CHECK(says("chat") == "1");
  CHECK(says("form") == "no");
}

TEST_CASE("rows shown beside never decide") {
  const std::string logic =
      "  look_at: {check: pages-with-role, with: {role: home}}\n"
      "  decide: [{plus: {check: channel-anywhere, with: {channels: phone}}}]\n"
      "  otherwise: minus\n  also: [{check: mine}]\n  absence_needs: [site]\n";
  const Library library = OneRule(logic, kAllPages);
  const auto finding = Judge(Db({PageRow(1, 0),
                                 Whole("site"),
                                 {"page_roles", {{"page_id", 1}, {"role", "home"}}, "", 0}}),
                             library.packs, library.wording)
                           ->findings.at(0);
  CHECK(finding.outcome == Outcome::kMinus);
  CHECK(finding.also.size() == 1);
}

TEST_CASE("the tally weighs plus and minus and counts the others beside") {
  std::vector<Finding> findings(5);
  findings[0].outcome = Outcome::kPlus;
  findings[0].weight = 3;
  findings[1].outcome = Outcome::kMinus;
  findings[2].outcome = Outcome::kNotApplicable;
  findings[2].weight = 9;
  const Tally tally = CountTally(findings);
  CHECK(tally.plus == 1);
  CHECK(tally.minus == 1);
  CHECK(tally.not_applicable == 1);
  CHECK(tally.not_assessed == 2);
  CHECK(tally.score == 75.0);
  CHECK(!CountTally({}).score);
}

TEST_CASE("the same evidence judged twice gives the same findings") {
  std::vector<EvidenceSource> rows = {Whole("site")};
  for (int id = 1; id <= 40; ++id) rows.push_back(PageRow(id, 1));
  const EvidenceDb db = Db(rows);
  const auto text = [&] {
    std::string all;
    for (const Pack& pack : AllPacks().packs) {
      for (const Rule& rule : pack.rules)
        all += Explain(rule, *JudgeRule(db, pack, rule, AllPacks().wording));
    }
    return all;
  };
  CHECK(text() == text());
}

TEST_CASE(
    "an explanation shows what was looked at, each case with its rows, and the looks needed") {
  const Library library = OneRule(
      "  look_at: {check: mine}\n"
      "  decide: [{plus: {check: channel-anywhere, with: {channels: [phone, chat]}}}]\n"
      "  otherwise: minus\n  absence_needs: [site]\n",
      kAllPages);
  const auto judged =
      JudgeRule(Db({PageRow(1, 0)}), library.packs[0], library.packs[0].rules[0], library.wording);
  CHECK(
      Explain(library.packs[0].rules[0], *judged) ==
      "rule           p/r: t\n"
      "looked at      mine: 1 row\n"
      "case 1         plus if channel-anywhere (channels: [phone, chat], uses: [contact, follow], "
      "surface: site, except: [search-results], not_for: [security]): 0 rows\n"
      "otherwise      minus\n"
      "needs looks    site\n"
      "incomplete     site\n"
      "verdict        not assessed: Cannot be assessed, because not looked at completely: the "
      "website.\n"
      "source         c (2013-04-01)\n");
}

}  // namespace klikpad
