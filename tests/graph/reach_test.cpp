// Whom a contact leads to, as reach counts it.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "graph/clicks.h"
#include "support/shipped_rules.h"

namespace klikpad {
namespace {

// A home page with a link to a page with one printed number.
SiteLook LookWith(ContactPoint point, const std::vector<Role>& roles) {
  SitePage home;
  home.url = "https://www.merk.example/";
  home.is_read = true;
  home.found.roles = {{Role::kHome, "", Confidence::kLikely}};
  SitePage page = home;
  page.url = "https://www.merk.example/verder";
  page.found.roles.clear();
  for (const Role role : roles) page.found.roles.push_back({role, "", Confidence::kLikely});
  page.found.contacts = {std::move(point)};
  SiteLink link;
  link.url = page.url;
  link.label = "Verder";
  link.to = 1;
  home.links = {link};
  SiteLook look;
  look.pages = {home, page};
  look.start = 0;
  return look;
}

// The kinds of target to which a way leads from the home page: "channel human".
std::string KindsOf(const SiteLook& look) {
  std::string kinds;
  for (const Reach& row : ComputeReach(look, ShippedRules(), {"phone"}, {})) {
    if (row.page != 0 || row.tier != Tier::kShortest || row.uses_search || !row.clicks) continue;
    CHECK(row.clicks == 1);
    kinds += (kinds.empty() ? "" : " ") + std::string(Word(row.kind));
  }
  return kinds;
}

TEST_CASE("people for journalists and applicants are perhaps none for customers") {
  struct Case {
    std::string name, purpose;
    std::vector<Role> roles;
    Region region;
    std::string kinds;
  };
  const std::vector<Case> cases{
      {"on a page without a role", "", {}, Region::kMain, "channel human"},
      {"on a page for the press", "", {Role::kPress}, Region::kMain, "channel maybe-human"},
      {"on a page with jobs", "", {Role::kJobs}, Region::kMain, "channel maybe-human"},
      {"in the footer of a page for the press",
       "",
       {Role::kPress},
       Region::kFooter,
       "channel human"},
      {"on a page about contact, also with the press",
       "",
       {Role::kContact, Role::kPress},
       Region::kMain,
       "channel human"},
      {"named as the press's on a page about contact",
       "press",
       {Role::kContact},
       Region::kMain,
       "channel maybe-human"},
      {"for complaints", "complaints", {}, Region::kMain, "channel human"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    ContactPoint point;
    point.channel = "phone";
    point.value = "+31201234567";
    point.display = "020 123 45 67";
    point.owner = Owner::kOwn;
    point.purpose = c.purpose;
    point.region = c.region;
    CHECK(KindsOf(LookWith(point, c.roles)) == c.kinds);
  }
}

}  // namespace
}  // namespace klikpad
