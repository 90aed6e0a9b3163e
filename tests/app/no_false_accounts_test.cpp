// In no test tree is a share, an intent, an embed or a vendor's account counted as the brand's
// contact: whatever an audit calls its own is looked at anew, by its address alone.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "find/accounts/classify_link.h"
#include "fixture_audit.h"
#include "rules/rules.h"

namespace klikpad {
namespace {

TEST_CASE("what a fixture's audit calls the brand's own account is one, by its address alone") {
  const auto rules = LoadRules(std::string(KLIKPAD_ROOT) + "/rules");
  REQUIRE_MESSAGE(rules, rules.error().Text());
  const std::set<std::string> others{"share",  "other_intent", "post",     "embed", "hashtag",
                                     "search", "home",         "reserved", "script"};
  int looked_at = 0;
  for (const std::string name : {"ing-2013", "klein", "luchtbrug", "stil"}) {
    const TempDir work;
    AuditSite(FixtureFolder(name), work / "audit");
    for (const Json& contact :
         QueryAudit(work / "audit", "SELECT channel, value, url, use, owner FROM contacts")) {
      const std::string& channel = contact["channel"].AsString();
      const std::string& use = contact["use"].AsString();
      const bool is_own_way =
          contact["owner"].AsString() == "own" && (use == "contact" || use == "follow");
      const Network* network = rules->networks.Find(channel);
      if (!is_own_way || !network) continue;
      CAPTURE(name);
      CAPTURE(channel);
      const std::string& value = contact["value"].AsString();
      CAPTURE(value);
      CHECK(value != "");
      const auto& vendors = rules->networks.ownership.vendor_handles;
      if (const auto list = vendors.find(channel); list != vendors.end()) {
        CHECK(std::find(list->second.begin(), list->second.end(), value) == list->second.end());
      }
      const auto url = Url::Parse(contact["url"].AsString());
      const auto account = url ? ClassifyLink(*url, rules->networks) : std::nullopt;
      if (!account) continue;
      ++looked_at;
      CAPTURE(account->kind);
      CHECK_FALSE(others.contains(account->kind));
    }
  }
  CHECK(looked_at > 3);
}

}  // namespace
}  // namespace klikpad
