// Buttons that pass a page on without a link to a network, and what only looks like one.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "look_for_tests.h"

namespace klikpad {
namespace {

// The channels that the page can be shared to, in the order of its buttons.
std::string SharesOf(const std::string& body) {
  const Findings found = FindAccounts("<html><body><main>" + body + "</main></body></html>",
                                      "https://www.voorbeeld.example/nieuws/een");
  std::string channels;
  for (const ContactPoint& point : found.contacts) {
    if (point.use != Use::kShare) continue;
    channels += channels.empty() ? point.channel : " " + point.channel;
  }
  return channels;
}

TEST_CASE("share buttons of widgets, scripts and words") {
  struct Case {
    std::string body, channels;
  };
  for (const Case& c : std::vector<Case>{
           {"<div class='elementor-share-btn elementor-share-btn_x-twitter' role=button tabindex=0"
            " aria-label='Deel op x-twitter'></div>",
            "twitter"},
           {"<div class=addthis_inline_share_toolbox></div>", "share"},
           {"<a class=addthis_button_facebook></a>", "facebook"},
           {"<div class=a2a_kit><a class=a2a_button_x href='/#x'></a><a class=a2a_dd "
            "href='https://www.addtoany.example/share'></a></div>",
            "twitter share"},
           {"<a class='share-twitter sd-button' "
            "href='https://www.voorbeeld.example/nieuws/een?share=twitter'>X</a>",
            "twitter"},
           {"<div class=sharethis-inline-share-buttons></div>", "share"},
           {"<div class=shariff data-services='[\"mail\"]'></div>", "share"},
           {"<span class='sharer button' data-sharer=whatsapp>App</span>", "whatsapp"},
           {"<share-button><button class=share-button__button>Share</button></share-button>",
            "share"},
           {"<button>Deel dit artikel</button>", "share"},
           {"<button>Beitrag teilen</button>", "share"},
           {"<a href='#'>Share via X (Twitter)</a>", "twitter"},
           {"<button aria-label='Partager sur LinkedIn'><svg></svg></button>", "linkedin"},
           {"<a href='#' onclick=\"window.open('https://twitter.com/intent/tweet?url=' + "
            "location.href)\"><svg></svg></a>",
            "twitter"},
           {"<button>Tweet</button><button>Tweet</button>", "twitter"},
           // nobody is passed anything on by these
           {"<a class='share-icon twitter' href='https://twitter.com/voorbeeld'>Twitter</a>", ""},
           {"<a class='share-story twitter' href='/verhalen'>Lees meer</a>", ""},
           {"<button>Deel je ervaring</button>", ""},
           {"<button>Share price</button>", ""},
           {"<button aria-label='Share your screen'></button>", ""},
           {"<button>Teile uns mit, was du denkst</button>", ""},
           {"<a class=addthis_button_twitter_follow></a>", ""},
           {"<button>Facebook</button>", ""},
           {"<button class='shared-nav x'>Menu</button>", ""},
           {"<div class='market-share facebook-blue'>12 %</div>", ""}}) {
    CAPTURE(c.body);
    CHECK(SharesOf(c.body) == c.channels);
  }
}

TEST_CASE("a share button says what it is known by, and is no way to the brand") {
  const Findings found = FindAccounts(
      "<html><body><main><h1>Nieuws</h1>\n<div class=share-facebook role=button></div>"
      "</main></body></html>",
      "https://www.voorbeeld.example/nieuws/een");
  REQUIRE(found.contacts.size() == 1);
  const ContactPoint& point = found.contacts[0];
  CHECK(point.channel == "facebook");
  CHECK(point.use == Use::kShare);
  CHECK(point.value.empty());
  CHECK(point.quote == "share-facebook");
  CHECK(point.place.line == 2);
  CHECK(point.needs_javascript);
}

TEST_CASE("share-buttons.yaml names channels that there are") {
  const Rules& rules = RulesForAccounts();
  for (const auto& [name, channel] : rules.shares.channels) {
    CAPTURE(name);
    CHECK(rules.channels.Find(channel) != nullptr);
  }
  CHECK(rules.channels.Find("share") != nullptr);
}

TEST_CASE("a mistake in share-buttons.yaml is told with its line") {
  const auto fails = [](const std::string& text) {
    const auto yaml = Yaml::Parse(text, "share-buttons.yaml");
    REQUIRE(yaml);
    const auto words = ParseShareWords(*yaml);
    REQUIRE_FALSE(words);
    return words.error().Text();
  };
  CHECK(
      fails("marks: [a]\nnot_marks: []\nwidgets: [b]\nverbs: [c]\nfillers: [d, d]\nnames: {}\n") ==
      "share-buttons.yaml:5: 'd' stands here twice");
  CHECK(fails("marks: ['']\nnot_marks: []\nwidgets: []\nverbs: []\nfillers: []\nnames: {}\n") ==
        "share-buttons.yaml:1: an empty word");
  CHECK(fails("marks: [a]\nnot_marks: []\nwidgets: []\nverbs: []\nfillers: []\n").find("names") !=
        std::string::npos);
}

}  // namespace
}  // namespace klikpad
