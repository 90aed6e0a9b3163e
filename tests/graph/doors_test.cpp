// Links of contact that leave the site, and what they take away from a look.

#include "graph/doors.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "graph/coverage.h"
#include "support/shipped_rules.h"

namespace klikpad {
namespace {

SitePage ReadPage(std::string url, Role role, int clicks) {
  SitePage page;
  page.url = std::move(url);
  page.is_read = true;
  page.status = 200;
  page.clicks = clicks;
  page.found.roles = {{role, "", Confidence::kLikely}};
  return page;
}

SiteLink LinkTo(std::string url, std::string label, Region region, int to = -1) {
  SiteLink link;
  link.url = std::move(url);
  link.label = std::move(label);
  link.region = region;
  link.to = to;
  return link;
}

// A home page and another page, the links on the latter.
SiteLook LookWith(std::vector<SiteLink> links, Role role) {
  SiteLook look;
  look.pages = {ReadPage("https://www.merk.example/", Role::kHome, 0),
                ReadPage("https://www.merk.example/verder", role, 1)};
  look.pages[1].links = std::move(links);
  look.start = 0;
  return look;
}

std::string Doors(const SiteLook& look) {
  std::string out;
  for (const Door& door : FindDoors(look, ShippedRules())) {
    out += (out.empty() ? "" : " ") + door.url;
  }
  return out;
}

const Coverage& Row(const std::vector<Coverage>& rows, const std::string& scope) {
  for (const Coverage& row : rows) {
    if (row.kind == LookKind::kSite && row.scope == scope) return row;
  }
  FAIL("no such row");
  return rows.front();
}

TEST_CASE("a whole label of contact that leads to another host is a door") {
  struct Case {
    std::string url, label;
    Region region;
    Role role;  // of the page
    bool is_door;
  };
  const std::vector<Case> cases{
      {"https://merk.helpdesk.example/", "Contact", Region::kHeader, Role::kAbout, true},
      {"https://merk.helpdesk.example/", "Klantenservice", Region::kFooter, Role::kAbout, true},
      {"https://merk.helpdesk.example/", "Kontakt", Region::kNav, Role::kAbout, true},
      {"https://merk.helpdesk.example/", "Contactez-nous", Region::kFooter, Role::kAbout, true},
      {"https://merk.helpdesk.example/", "Contact us", Region::kMain, Role::kFaq, true},
      // In the middle of a page about something else it is somebody else's.
      {"https://partner.example/contact", "Contact", Region::kMain, Role::kAbout, false},
      // Part of a label: the link leads to what the rest says.
      {"https://blog.example/", "Tien tips voor contact met je buren", Region::kFooter,
       Role::kAbout, false},
      {"https://blog.example/", "Nieuws", Region::kFooter, Role::kAbout, false},
      // Help without contact counts only where the site has no such page of its own.
      {"https://merk.helpdesk.example/", "Help", Region::kFooter, Role::kAbout, true},
      {"https://merk.helpdesk.example/", "Help", Region::kFooter, Role::kContact, false},
      // Networks and what is no page.
      {"https://www.facebook.com/merk", "Contact", Region::kFooter, Role::kAbout, false},
      {"https://wa.me/31612345678", "Contact", Region::kFooter, Role::kAbout, false},
      {"https://www.instagram.com/merk", "Contact", Region::kFooter, Role::kAbout, false},
      {"mailto:info@merk.example", "Contact", Region::kFooter, Role::kAbout, false},
      // The site's own host.
      {"https://www.merk.example/contact", "Contact", Region::kFooter, Role::kAbout, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.url);
    CAPTURE(c.label);
    const SiteLook look = LookWith({LinkTo(c.url, c.label, c.region)}, c.role);
    CHECK(Doors(look) == (c.is_door ? c.url : ""));
  }
}

TEST_CASE("an address of the site that redirects to another host is a door") {
  SiteLook look = LookWith({LinkTo("https://www.merk.example/contact", "Contact", Region::kNav, 2)},
                           Role::kAbout);
  SitePage away;
  away.url = "https://www.merk.example/contact";
  away.status = 302;
  away.clicks = 1;
  away.redirect_url = "https://merk.helpdesk.example/nieuw";
  look.pages.push_back(away);
  CHECK(Doors(look) == "https://merk.helpdesk.example/nieuw");
  // One that stays is a page.
  look.pages[2].redirect_to = 1;
  CHECK(Doors(look).empty());
}

TEST_CASE("one door a host, the nearest, with what all its links promise") {
  SiteLook look =
      LookWith({LinkTo("https://merk.helpdesk.example/vragen", "Klantenservice", Region::kFooter)},
               Role::kAbout);
  look.pages[0].links = {
      LinkTo("https://merk.helpdesk.example/contact", "Contact", Region::kFooter)};
  const std::vector<Door> doors = FindDoors(look, ShippedRules());
  REQUIRE(doors.size() == 1);
  CHECK(doors[0].url == "https://merk.helpdesk.example/contact");
  CHECK(doors[0].clicks == 1);
  CHECK(doors[0].roles == std::set<Role>{Role::kContact, Role::kService});
}

TEST_CASE("behind a door nobody has looked: the site was not seen whole") {
  const SiteLook look = LookWith(
      {LinkTo("https://merk.helpdesk.example/", "Contact", Region::kFooter)}, Role::kAbout);
  const std::vector<Coverage> rows = MeasureCoverage(look, ShippedRules());
  const Coverage& site = Row(rows, "");
  CHECK(site.complete == Complete::kPartial);
  REQUIRE(site.holes.size() == 1);
  CHECK(site.holes[0].reason == HoleReason::kOffSite);
  CHECK(site.holes[0].text ==
        "the link 'Contact' leads to merk.helpdesk.example, where nobody has looked");
  CHECK(Row(rows, "contact").complete == Complete::kPartial);
  // The home page was read all the same.
  CHECK(Row(rows, "home").complete == Complete::kYes);
}

}  // namespace
}  // namespace klikpad
