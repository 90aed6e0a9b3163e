// Addresses for reports of leaks are no way for customers; an address for all stays one.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "find/site/ownership.h"
#include "rules/rules.h"

namespace klikpad {
namespace {

TEST_CASE("what security.txt gives is for reports of leaks where words say so") {
  struct Case {
    std::string name, value, quote, title, purpose;
  };
  const std::vector<Case> cases{
      {"a mailbox for it", "security@voorbeeld.example", "security@voorbeeld.example", "Over ons",
       "security"},
      {"a mailbox of a team", "cert-team@voorbeeld.example", "mail ons", "Over ons", "security"},
      {"words beside it", "it@voorbeeld.example", "Meld kwetsbaarheden via it@voorbeeld.example",
       "Over ons", "security"},
      {"the page's name", "it@voorbeeld.example", "it@voorbeeld.example", "Responsible disclosure",
       "security"},
      {"the mailbox for all", "info@voorbeeld.example", "Vragen? info@voorbeeld.example", "Contact",
       ""},
      {"not in security.txt", "beveiliging@voorbeeld.example", "Beveiliging van uw huis", "Alarm",
       ""},
  };
  const auto rules = LoadRules(std::string(KLIKPAD_ROOT) + "/rules");
  REQUIRE(rules);
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SiteLook look;
    look.security_contacts = {"security@voorbeeld.example", "cert-team@voorbeeld.example",
                              "it@voorbeeld.example", "info@voorbeeld.example"};
    SitePage page;
    page.title = c.title;
    ContactPoint point;
    point.channel = "email";
    point.value = c.value;
    point.quote = c.quote;
    page.found.contacts.push_back(point);
    look.pages.push_back(page);
    DecideOwners(look, Brand(), *rules);
    CHECK(look.pages[0].found.contacts[0].purpose == c.purpose);
  }
}

}  // namespace
}  // namespace klikpad
