// Checks on a large site: what each costs grows with the site, not with its square. Measured in
// steps of SQLite's machine, so that the answer does not depend on ours.

#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <iostream>

#include "base/files.h"
#include "base/text.h"
#include "evidence/terms.h"
#include "judge/judge.h"
#include "judge/knowledge.h"
#include "judge/sql_text.h"

namespace klikpad {

namespace {

constexpr int kPages = 600;
// About 40,000 rows of which most are links. One scan of all, joined by index, is below two million
// steps; comparing the contacts with each other would be above a hundred million.
constexpr std::int64_t kSteps = 8'000'000;

std::vector<EvidenceSource> LargeSite(int pages = kPages) {
  std::vector<EvidenceSource> rows;
  const auto add = [&](const char* table, NamedValues values) {
    rows.push_back({table, std::move(values), "", 0});
  };
  for (int page = 1; page <= pages; ++page) {
    add("pages", {{"id", page}, {"url", "/" + std::to_string(page)}, {"clicks", page % 4}});
    const char* roles[] = {"home", "contact", "service", "news-item",
                           "faq",  "ask",     "jobs",    "terms"};
    add("page_roles", {{"page_id", page}, {"role", roles[page % 8]}});
    for (int i = 0; i < 4; ++i) {  // a network that is never served: no search for one ends early
      add("contacts",
          {{"page_id", page}, {"channel", "linkedin"}, {"use", "follow"}, {"quote", "q"}});
    }
    for (const char* channel : {"twitter", "phone", "facebook", "chat"}) {
      add("contacts", {{"page_id", page},
                       {"channel", channel},
                       {"use", page % 2 ? "follow" : "contact"},
                       {"handle", "h" + std::to_string(page)},
                       {"position", page % 7},
                       {"quote", "q"}});
      for (const char* tier : {"shortest", "scent"}) {
        add("reach", {{"page_id", page},
                      {"target_kind", "channel"},
                      {"target", channel},
                      {"tier", tier},
                      {"clicks", 9},
                      {"quote", "q"}});
      }
    }
    for (int i = 0; i < 30; ++i) {
      add("links", {{"page_id", page},
                    {"to_page", 1 + (page * 7 + i * 13) % pages},
                    {"url", "/x"},
                    {"label", "Onderwerp " + std::to_string(i)}});
    }
    for (int i = 0; i < 8; ++i) {
      add("texts", {{"page_id", page},
                    {"kind", i ? "paragraph" : "heading"},
                    {"quote", "Wij zijn 24 uur per dag bereikbaar"}});
    }
    for (int day = 1; day <= 7; ++day) {
      add("hours", {{"page_id", page},
                    {"channel", "phone"},
                    {"weekday", day},
                    {"opens", 480},
                    {"closes", 1020},
                    {"quote", "q"}});
    }
    add("messages", {{"id", page},
                     {"channel", "twitter"},
                     {"at", ""},
                     {"at_s", page * 3600},
                     {"status", page % 3 ? "down" : "limited"},
                     {"topic", "outage"},
                     {"quote", "q"},
                     {"reply_to", page % 2 ? SqlValue(nullptr) : SqlValue(page - 1)}});
    add("incidents", {{"started_at", "x"}, {"started_s", page * 7200}, {"quote", "q"}});
  }
  for (EvidenceSource& row : rows) {
    for (auto& [name, value] : row.values) {
      const bool is_time = name == "at" || name == "started_at";
      if (is_time) value = "2013-04-01";
    }
  }
  return rows;
}

}  // namespace

namespace {

// Tables with many rows a page. Messages have none: a check of all that the brand says reads all.
const std::vector<std::string> kBigTables = {"links", "texts", "contacts", "reach", "hours"};

// The names under which the query reads big tables: their aliases, else their own.
std::vector<std::string> BigNames(const std::string& sql) {
  static const std::vector<std::string> kNoAlias = {"where", "join", "on", "group", "union"};
  std::vector<std::string> names;
  const auto tokens = SplitSql(sql);
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const std::string& before = i == 0 ? "" : tokens[i - 1].text;
    if (before != "from" && before != "join") continue;
    const auto is_in = [](const std::vector<std::string>& list, const std::string& word) {
      return std::find(list.begin(), list.end(), word) != list.end();
    };
    if (!is_in(kBigTables, tokens[i].text)) continue;
    const SqlToken& next = tokens[i + 1];
    const bool has_alias = next.kind == SqlToken::Kind::kWord && !is_in(kNoAlias, next.text);
    names.push_back(has_alias ? next.text : tokens[i].text);
  }
  return names;
}

}  // namespace

TEST_CASE("no check reads a big table without an index") {
  const Rules& rules = KnownRules();
  auto db = EvidenceDb::FromRows(LargeSite(), rules.channels, VocabularyTerms(rules.vocabulary));
  REQUIRE(db.has_value());
  const auto scans = [&](const std::string& sql) {
    const auto plan = db->Plan(sql);
    REQUIRE_MESSAGE(plan.has_value(), (plan ? "" : plan.error().Text()));
    std::vector<std::string> found;
    for (const std::string& step : *plan) {
      for (const std::string& name : BigNames(sql)) {
        const bool is_scan = step == "SCAN " + name || step.starts_with("SCAN " + name + " ");
        const bool makes_index = step.starts_with("SEARCH " + name + " USING AUTOMATIC");
        const bool has_index = step.find("INDEX") != std::string::npos;
        if ((is_scan && !has_index) || makes_index) found.push_back(step);
      }
    }
    return found;
  };
  const std::string folder = RulesFolder() + "/checks/";
  const std::vector<std::string> files = ListFiles(folder).value();
  CHECK(files.size() > 40);
  for (const std::string& file : files) {
    CAPTURE(file);
    CHECK(Join(scans(ReadFile(folder + file).value()), "; ") == "");
  }
  // The test bites.
  CHECK(scans("SELECT l.ref, l.quote FROM links l WHERE l.url = 'x'").size() == 1);
  CHECK(scans("SELECT ref, quote FROM texts WHERE quote = 'x'").size() == 1);
}

TEST_CASE("no check compares everything with everything") {
  const Rules& rules = KnownRules();
  auto db = EvidenceDb::FromRows(LargeSite(), rules.channels, VocabularyTerms(rules.vocabulary));
  REQUIRE_MESSAGE(db.has_value(), (db ? "" : db.error().Text()));
  QueryLimits limits;
  limits.steps = kSteps;
  limits.max_rows = 1'000'000;
  const auto run = [&](const Call& call) {
    NamedValues values;
    for (const Argument& a : call.arguments) values.emplace_back(a.name, a.value);
    const auto result = db->Run(call.check->sql, values, limits);
    CHECK_MESSAGE(result.has_value(),
                  (call.check->name + ": " + (result ? "" : result.error().error.Text())));
  };
  for (const Pack& pack : AllPacks().packs) {
    for (const Rule& rule : pack.rules) {
      if (rule.look_at) run(*rule.look_at);
      for (const Call& call : rule.also) run(call);
      for (const Call& call : rule.needs_rows) run(call);
      for (const DecideCase& one : rule.decide) {
        for (const Call& call : one.calls) run(call);
      }
    }
  }
}

// A measurement, not a test: bench/judge runs it. What it prints depends on the machine.
TEST_CASE("measure: 5,000 pages judged with every pack" * doctest::skip()) {
  constexpr int kMeasured = 5'000;
  const Rules& rules = KnownRules();
  auto db =
      EvidenceDb::FromRows(LargeSite(kMeasured), rules.channels, VocabularyTerms(rules.vocabulary));
  REQUIRE(db.has_value());
  const std::clock_t begin = std::clock();
  const auto judgement = Judge(*db, AllPacks().packs, AllPacks().wording);
  const std::clock_t end = std::clock();
  REQUIRE(judgement.has_value());
  std::cout << kMeasured << " pages judged with " << judgement->findings.size() << " rules in "
            << (end - begin) * 1000 / CLOCKS_PER_SEC << " ms of processor time\n";
}

}  // namespace klikpad
