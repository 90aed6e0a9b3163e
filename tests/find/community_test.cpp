// Communities and forums: every example of rules/communities.yaml, and whose they are.

#include "find/community.h"

#include <doctest/doctest.h>

#include <string>

#include "find/site/ownership.h"
#include "look_for_tests.h"

namespace klikpad {
namespace {

const Rules& RulesForCommunities() {
  static const Rules rules = [] {
    Rules loaded = RulesForAccounts();
    auto yaml = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/communities.yaml");
    REQUIRE_MESSAGE(yaml, yaml.error().Text());
    auto facts = ParseCommunityFacts(*yaml);
    REQUIRE_MESSAGE(facts, facts.error().Text());
    loaded.communities = *facts;
    return loaded;
  }();
  return rules;
}

Findings CommunitiesOf(const std::string& body) {
  const Page page = ReadPage("<html lang=nl><body>" + body + "</body></html>",
                             "https://www.voorbeeld.example/", "text/html; charset=utf-8");
  Findings found;
  FindCommunities(page, RulesForCommunities(), {}, found);
  return found;
}

Owner OwnerOf(Findings found, int pages) {
  SiteLook look;
  for (int i = 0; i < pages; ++i) {
    SitePage page;
    page.url = "https://www.voorbeeld.example/" + std::to_string(i);
    page.is_read = true;
    page.found = found;
    look.pages.push_back(std::move(page));
  }
  Brand brand;
  brand.name = "Voorbeeld";
  brand.start = "https://www.voorbeeld.example/";
  DecideOwners(look, brand, RulesForCommunities());
  return look.pages[0].found.contacts.at(0).owner;
}

TEST_CASE("every example of communities.yaml reads as it says") {
  const CommunityFacts& facts = RulesForCommunities().communities;
  for (const CommunityExample& example : facts.examples) {
    CAPTURE(example.line);
    CAPTURE(example.url);
    const Findings found =
        CommunitiesOf("<nav><a href='" + example.url + "'>" + example.label + "</a></nav>");
    REQUIRE(found.contacts.size() == 1);
    CHECK(found.contacts[0].value == example.value);
    CHECK(found.contacts[0].channel == "community");
    if (!example.owner.empty()) CHECK(Word(OwnerOf(found, 2)) == example.owner);
  }
  for (const CommunityExample& example : facts.counter_examples) {
    CAPTURE(example.line);
    CAPTURE(example.url);
    CHECK(
        CommunitiesOf("<a href='" + example.url + "'>" + example.label + "</a>").contacts.empty());
  }
}

TEST_CASE("a community on a platform is the brand's by its name and place, another's without") {
  const auto link = [](const std::string& host, const std::string& region) {
    return "<" + region + "><a href='https://" + host + "/latest'>Forum</a></" + region + ">";
  };
  CHECK(OwnerOf(CommunitiesOf(link("voorbeeld.discourse.group", "footer")), 3) == Owner::kOwn);
  CHECK(OwnerOf(CommunitiesOf("<main><p>Lees meer op <a "
                              "href='https://fietsers.discourse.group/'>dit forum</a></p></main>"),
                1) == Owner::kUnknown);
}

}  // namespace
}  // namespace klikpad
