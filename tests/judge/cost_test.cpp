// Checks on a large site: what each costs grows with the site, not with its square. Measured in
// steps of SQLite's machine, so that the answer does not depend on ours.

#include <doctest/doctest.h>

#include "evidence/terms.h"
#include "judge/knowledge.h"

namespace klikpad {

namespace {

constexpr int kPages = 600;
// About 40,000 rows of which most are links. One scan of all, joined by index, is below two million
// steps; comparing the contacts with each other would be above a hundred million.
constexpr std::int64_t kSteps = 8'000'000;

std::vector<EvidenceSource> LargeSite() {
  std::vector<EvidenceSource> rows;
  const auto add = [&](const char* table, NamedValues values) {
    rows.push_back({table, std::move(values), "", 0});
  };
  for (int page = 1; page <= kPages; ++page) {
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
                    {"to_page", 1 + (page * 7 + i * 13) % kPages},
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

}  // namespace klikpad
