#include "judge/brand_evidence.h"

#include <algorithm>
#include <deque>
#include <set>

#include "base/text.h"
#include "evidence/terms.h"
#include "judge/evidence_yaml.h"
#include "judge/knowledge.h"
#include "judge/look.h"
#include "judge/rule_read.h"

namespace klikpad {

namespace {

std::string Get(const EvidenceSource& row, std::string_view column) {
  for (const auto& [name, value] : row.values) {
    if (name != column) continue;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
  }
  return "";
}

void Set(EvidenceSource& row, std::string_view column, SqlValue value) {
  for (auto& [name, old] : row.values) {
    if (name == column) old = std::move(value);
  }
}

bool IsOwn(const EvidenceSource& row) {
  const std::string owner = Get(row, "owner");
  return owner.empty() || owner == "own";
}

// The kind of reach to a human that the contact is a goal of, "" when none.
std::string HumanKind(const EvidenceSource& row, const std::string& channel) {
  const std::string use = Get(row, "use"), human = Get(row, "human");
  if ((!use.empty() && use != "contact") || human == "no") return "";
  if (human == "yes") return "human";
  const ChannelInfo* info = KnownRules().channels.Find(channel);
  return info->family == "chat" || info->family == "messaging" ? "maybe-human" : "human";
}

// Page → fewest clicks to one of `goals` (page → clicks there), over links from page to page.
std::map<std::string, int> Distances(
    const std::map<std::string, int>& goals,
    const std::vector<std::pair<std::string, std::string>>& links) {
  std::map<std::string, int> distance = goals;
  for (bool is_changed = true; is_changed;) {
    is_changed = false;
    for (const auto& [from, to] : links) {
      const auto there = distance.find(to);
      if (there == distance.end()) continue;
      const auto [here, is_new] = distance.try_emplace(from, there->second + 1);
      if (!is_new && here->second <= there->second + 1) continue;
      here->second = there->second + 1;
      is_changed = true;
    }
  }
  return distance;
}

HandMadeBrand Load(const std::string& name) {
  const std::string path = std::string(KLIKPAD_ROOT) + "/tests/judge/brands/" + name + ".yaml";
  auto yaml = Yaml::Load(path);
  if (!yaml) FAIL(yaml.error().Text());
  HandMadeBrand brand;
  brand.name = name;
  for (const auto& pack : yaml->Find("expect")->Members()) {
    for (const auto& rule : pack.value.Members()) {
      brand.expect[pack.key + "/" + rule.key] = *OutcomeFromText(rule.value.Scalar());
    }
  }
  auto rows = ParseEvidence(*yaml);
  if (!rows) FAIL(rows.error().Text());
  brand.rows = std::move(*rows);
  return brand;
}

}  // namespace

const std::vector<HandMadeBrand>& HandMadeBrands() {
  static const std::vector<HandMadeBrand> brands = {Load("bank"), Load("airline"), Load("quiet"),
                                                    Load("shop")};
  return brands;
}

std::vector<EvidenceSource> WithReach(std::vector<EvidenceSource> rows,
                                      const std::vector<std::string>& incomplete) {
  std::vector<std::string> pages;
  std::vector<std::pair<std::string, std::string>> links, scent_links;
  // (target kind, target, tier) → page → clicks there
  std::map<std::array<std::string, 3>, std::map<std::string, int>> goals;
  for (const std::string& channel : AllPacks().Channels()) {
    for (const char* tier : {"shortest", "scent"}) goals[{"channel", channel, tier}];
  }
  for (const Role role : AllPacks().Roles()) {
    goals[{"role", std::string(Word(role)), "shortest"}];
  }
  for (EvidenceSource& row : rows) {
    if (row.table == "pages") {
      pages.push_back(Get(row, "id"));
    } else if (row.table == "page_roles") {
      goals[{"role", Get(row, "role"), "shortest"}][Get(row, "page_id")] = 0;
    } else if (row.table == "links" && !Get(row, "to_page").empty()) {
      links.emplace_back(Get(row, "page_id"), Get(row, "to_page"));
      if (Get(row, "context") == "scent") scent_links.push_back(links.back());
    } else if (row.table == "contacts" && Get(row, "use") != "share" && IsOwn(row)) {
      const int clicks = Get(row, "clickable") == "0" ? 0 : 1;
      const std::string page = Get(row, "page_id"), channel = Get(row, "channel");
      for (const std::string tier : {"shortest", "scent"}) {
        auto& there = goals[{"channel", channel, tier}];
        const auto [at, is_new] = there.emplace(page, clicks);
        if (!is_new) at->second = std::min(at->second, clicks);
        const std::string kind = HumanKind(row, channel);
        if (kind.empty()) continue;
        auto& people = goals[{kind, channel, tier}];
        const auto [human, is_first] = people.emplace(page, clicks);
        if (!is_first) human->second = std::min(human->second, clicks);
      }
    }
  }
  for (const auto& [target, there] : goals) {
    const auto distances = Distances(there, target[2] == "scent" ? scent_links : links);
    for (const std::string& page : pages) {
      const auto at = distances.find(page);
      rows.push_back({"reach",
                      {{"page_id", page},
                       {"target_kind", target[0]},
                       {"target", target[1]},
                       {"tier", target[2]},
                       {"clicks", at == distances.end() ? SqlValue(nullptr) : SqlValue(at->second)},
                       {"quote", "eerste stap"}},
                      "reach",
                      0});
    }
  }
  for (const std::string& look : LookNames()) {
    const std::size_t slash = look.find('/');
    const std::string scope = slash == std::string::npos ? "" : look.substr(slash + 1);
    const bool is_lost = std::find(incomplete.begin(), incomplete.end(), look) != incomplete.end();
    rows.push_back({"coverage",
                    {{"kind", look.substr(0, slash)},
                     {"scope", scope},
                     {"complete", is_lost ? "partial" : "yes"}},
                    "coverage",
                    0});
  }
  return rows;
}

std::vector<EvidenceSource> PartialLook(const HandMadeBrand& brand, std::mt19937& random,
                                        bool is_narrow) {
  const double loss = std::uniform_real_distribution<>(0.02, 0.6)(random);
  const auto is_lost = [&] { return std::uniform_real_distribution<>(0, 1)(random) < loss; };
  // Half of the surfaces are looked at whole: what is missing on one says nothing of another,
  // unless a verdict forgot that a way leads from one to the other.
  std::map<std::string, bool> is_spared;
  for (const char* surface : {"site", "app", "store"}) {
    is_spared[surface] = std::uniform_int_distribution<>(0, 1)(random) == 1;
  }
  static const std::map<std::string, std::string> kLooks = {
      {"messages", "timeline"},    {"probes", "probe"},           {"incidents", "incident"},
      {"benchmarks", "benchmark"}, {"touchpoints", "touchpoint"}, {"metrics", "metric"},
      {"listings", "store"}};
  std::set<std::string> lost_pages, lost_messages, incomplete;
  std::vector<EvidenceSource> kept;
  for (const EvidenceSource& row : brand.rows) {
    const std::string id = Get(row, "id");
    const std::string surface = Get(row, "surface").empty() ? "site" : Get(row, "surface");
    if (row.table == "pages" && !is_spared[surface] && is_lost()) {
      lost_pages.insert(id);
      incomplete.insert(surface);
      continue;
    }
    if (row.table == "page_roles" && lost_pages.contains(Get(row, "page_id"))) {
      incomplete.insert("site/" + Get(row, "role"));
    }
    if (lost_pages.contains(Get(row, "page_id"))) {
      if (row.table == "listings") incomplete.insert("store");
      continue;
    }
    if (lost_messages.contains(Get(row, "message_id"))) continue;
    const auto look = kLooks.find(row.table);
    const bool is_sure = row.table == "listings" && is_spared["store"];
    if (look != kLooks.end() && !is_sure && is_lost()) {
      incomplete.insert(look->second);
      // An app can be missed by missing its listing.
      if (row.table == "listings") incomplete.insert("app");
      if (row.table == "messages") {
        lost_messages.insert(id);
        incomplete.insert("timeline/conversations");
      }
      continue;
    }
    kept.push_back(row);
    if (row.table == "conversations") {
      // Stated hours are read from the site's pages: an unread one may hold them.
      if (incomplete.contains("site")) Set(kept.back(), "hours", "unknown");
      if (lost_messages.contains(Get(row, "answer_id"))) {
        for (const char* column : {"answer_id", "answered_at"}) Set(kept.back(), column, nullptr);
        Set(kept.back(), "state", "unanswered");
      }
    }
    if (lost_pages.contains(Get(row, "to_page"))) Set(kept.back(), "to_page", nullptr);
  }
  const bool is_app_lost = incomplete.contains("app") || incomplete.contains("store");
  if (is_app_lost) incomplete.insert({"app", "store"});
  if (incomplete.contains("site")) incomplete.insert("site/scripts");
  const auto& all = LookNames();
  return WithReach(
      std::move(kept),
      is_narrow ? std::vector<std::string>(incomplete.begin(), incomplete.end()) : all);
}

EvidenceDb Open(const std::vector<EvidenceSource>& rows) {
  const Rules& rules = KnownRules();
  auto db = EvidenceDb::FromRows(rows, rules.channels, VocabularyTerms(rules.vocabulary));
  if (!db) FAIL(db.error().Text());
  return std::move(*db);
}

}  // namespace klikpad
