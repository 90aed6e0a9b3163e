// Links that ask to be called back, in six languages, and what only speaks of it.

#include "find/callback.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "page/reader.h"

namespace klikpad {
namespace {

const Rules& ShippedRules() {
  static const Rules rules = [] {
    auto loaded = LoadRules(std::string(KLIKPAD_ROOT) + "/rules");
    REQUIRE_MESSAGE(loaded, loaded.error().Text());
    return *std::move(loaded);
  }();
  return rules;
}

TEST_CASE("links and buttons that ask to be called back are a channel of their own") {
  struct Case {
    std::string name, lang, body, value;  // "" for none
  };
  const std::string page = "https://www.voorbeeld.example/";
  const std::vector<Case> cases{
      {"Dutch", "nl", "<a href='/terugbellen'>Bel mij terug</a>", page + "terugbellen#form"},
      {"Dutch, a button", "nl", "<button onclick='openTerugbel()'>Terugbelverzoek</button>",
       page + "#form"},
      {"English", "en", "<a href='/callback'>Request a call back</a>", page + "callback#form"},
      {"German", "de", "<a href='/rueckruf'>Rückruf vereinbaren</a>", page + "rueckruf#form"},
      {"French", "fr", "<a href='/rappel'>Rappelez-moi</a>", page + "rappel#form"},
      {"Spanish", "es", "<a href='/llamame'>¡Te llamamos!</a>", page + "llamame#form"},
      {"Italian", "it", "<a href='/chiamata'>Ti richiamiamo noi</a>", page + "chiamata#form"},
      {"a question about it", "nl", "<a href='/faq/7'>Waarom ben ik niet teruggebeld?</a>", ""},
      {"a number to dial", "nl", "<a href='tel:+31201234567'>Bel mij terug</a>", ""},
      {"a plain call", "nl", "<a href='/contact'>Bel ons</a>", ""},
      {"a long headline", "nl",
       "<a href='/nieuws/1'>Waarom steeds meer bedrijven een terugbelverzoek op hun site "
       "aanbieden aan klanten</a>",
       ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Page read =
        ReadPage("<html lang=" + c.lang + "><body>" + c.body + "</body></html>", page, "");
    Findings found;
    FindCallbackLinks(read, ShippedRules(), {}, found);
    if (c.value.empty()) {
      CHECK(found.contacts.empty());
      continue;
    }
    REQUIRE(found.contacts.size() == 1);
    CHECK(found.contacts[0].channel == "callback");
    CHECK(found.contacts[0].value == c.value);
    CHECK(found.contacts[0].is_clickable);
  }
}

}  // namespace
}  // namespace klikpad
