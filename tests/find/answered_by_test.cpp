// Who answers in a chat or messenger: words around one place, and what they say of the others.

#include "find/site/answered_by.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace klikpad {
namespace {

const Rules& Shipped() {
  static const Rules kShipped = [] {
    auto rules = LoadRules(std::string(KLIKPAD_ROOT) + "/rules");
    REQUIRE_MESSAGE(rules, rules.error().Text());
    return *std::move(rules);
  }();
  return kShipped;
}

struct Spot {
  std::string channel, around;  // the text in which the contact stands
  Human human = Human::kUnknown;
  std::string value = "one";
};

// Each contact on a page of its own; "yes no unknown" behind the decision.
std::string Decided(const std::vector<Spot>& spots) {
  SiteLook look;
  for (const Spot& place : spots) {
    SitePage page;
    ContactPoint point;
    point.channel = place.channel;
    point.value = place.value;
    point.human = place.human;
    point.label = "hier";
    point.position = 5;
    page.found.contacts.push_back(point);
    SiteText text;
    text.text = place.around;
    text.position = 4;
    page.texts = {text};
    look.pages.push_back(page);
  }
  DecideWhoAnswers(look, Shipped());
  std::string words;
  for (const SitePage& page : look.pages) {
    words += (words.empty() ? "" : " ") + std::string(Word(page.found.contacts[0].human));
  }
  return words;
}

TEST_CASE("words around a chat or messenger say who answers there") {
  CHECK(Decided({{"whatsapp", "App ons hier. Een collega antwoordt."}}) == "yes");
  CHECK(Decided({{"whatsapp", "App ons hier. Onze virtuele assistent antwoordt."}}) == "no");
  CHECK(Decided({{"whatsapp", "App ons hier."}}) == "unknown");
  CHECK(Decided({{"whatsapp", "Een collega antwoordt per telefoon."}}) == "unknown");
  CHECK(Decided({{"phone", "Bel hier onze chatbot"}}) == "unknown");
}

TEST_CASE("a contact is answered alike wherever it stands; a human wins over a machine") {
  CHECK(Decided({{"chat", ""}, {"chat", "", Human::kYes}}) == "yes yes");
  CHECK(Decided({{"chat", ""}, {"chat", "", Human::kNo}}) == "no no");
  CHECK(Decided({{"chat", ""}, {"chat", "", Human::kNo}, {"chat", "", Human::kYes}}) ==
        "yes no yes");
  CHECK(Decided({{"chat", "", Human::kUnknown, "other"}, {"chat", "", Human::kYes}}) ==
        "unknown yes");
}

}  // namespace
}  // namespace klikpad
