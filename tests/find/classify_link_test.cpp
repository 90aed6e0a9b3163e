// Addresses of networks and messengers: every example of the rules, the suites, and traps.

#include "find/accounts/classify_link.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "find/accounts/handle_tokens.h"
#include "rules_for_tests.h"

namespace klikpad {
namespace {

std::string UseWord(const std::optional<AccountLink>& link) {
  return link && link->use ? std::string(Word(*link->use)) : "none";
}

std::optional<AccountLink> Classify(const std::string& text, std::string_view marked_as = {}) {
  const auto url = Url::Parse(text);
  if (!url) return std::nullopt;
  return ClassifyLink(*url, ShippedNetworks(), marked_as);
}

TEST_CASE("every example of networks.yaml and messaging.yaml reads as it says") {
  for (const Network& network : ShippedNetworks().list) {
    for (const UrlExample& example : network.examples) {
      CAPTURE(network.id);
      CAPTURE(example.line);
      CAPTURE(example.url);
      const auto link = Classify(example.url);
      CHECK(link.has_value());
      if (!link) continue;
      CHECK(link->network->id == network.id);
      CHECK(link->kind == example.kind);
      CHECK(UseWord(link) == example.use);
      CHECK(link->handle == example.handle);
      if (example.value) CHECK(link->value == *example.value);
    }
  }
}

// tests/suites/README.md says where these come from.
TEST_CASE("the own cases of the suite read as expected") {
  auto suite = Yaml::Load(std::string(KLIKPAD_ROOT) + "/tests/suites/social-cases.yaml");
  REQUIRE_MESSAGE(suite, suite.error().Text());
  auto cases = suite->Need("cases");
  REQUIRE(cases);
  CHECK((*cases)->Items().size() == 103);
  for (const Yaml& item : (*cases)->Items()) {
    const std::string url = item.Find("url")->Scalar();
    CAPTURE(url);
    const auto link = Classify(url);
    const Yaml* network = item.Find("network");
    if (network->IsNull()) {
      CHECK_FALSE(link);
      continue;
    }
    CHECK(link.has_value());
    if (!link) continue;
    CHECK(link->network->id == network->Scalar());
    CHECK(link->kind == item.Find("kind")->Scalar());
    CHECK(link->handle == item.Find("handle")->Scalar());
  }
}

// An address as people print it: with or without a scheme.
std::optional<AccountLink> ClassifyPrinted(const std::string& text) {
  return Classify(text.find("://") == std::string::npos ? "https://" + text : text);
}

bool NamesAccount(const std::optional<AccountLink>& link, const std::string& network) {
  return link && link->network->id == network && link->use && !link->handle.empty();
}

bool IsFollowed(const std::string& text, const std::string& network, const std::string& handle) {
  const auto link = PrintedAddress(text, ShippedNetworks());
  return link && link->network->id == network && link->handle == handle;
}

// A query behind a profile's address still opens the profile, as links with "?lang=nl" and
// "?ref=hl" do by the thousand. Crawlee refuses them as whole strings and finds them in text.
const std::vector<std::string>& Argued() {
  static const std::vector<std::string> kArgued{"https://www.twitter.com/apify?param=bla",
                                                "https://www.facebook.com/someusername?param=bla",
                                                "https://www.instagram.com/old_prague/?param=bla",
                                                "https://www.linkedin.com/in/bobnewman/?param=bla"};
  return kArgued;
}

bool IsArgued(const std::string& text) {
  return std::find(Argued().begin(), Argued().end(), text) != Argued().end();
}

// tests/suites/README.md says where these come from. The suite asks whether a whole string is the
// address of an account.
TEST_CASE("Crawlee's social cases read as Crawlee expects, but for what is argued here") {
  auto text = ReadFile(std::string(KLIKPAD_ROOT) + "/tests/suites/crawlee-social-cases.json");
  REQUIRE_MESSAGE(text, text.error().Text());
  auto suite = Json::Parse(*text);
  REQUIRE(suite);
  for (const std::string network : {"twitter", "facebook"}) {
    for (const Json& item : (*suite)[network + "_full_true"].Items()) {
      CAPTURE(item.AsString());
      CHECK(NamesAccount(ClassifyPrinted(item.AsString()), network));
    }
    for (const Json& item : (*suite)[network + "_full_false"].Items()) {
      CAPTURE(item.AsString());
      CHECK(NamesAccount(ClassifyPrinted(item.AsString()), network) == IsArgued(item.AsString()));
    }
  }
  const auto& scanned = (*suite)["twitter_scan"]["text"].Items();
  REQUIRE(scanned.size() == 5);
  CHECK(IsFollowed(scanned[0].AsString(), "twitter", "apify"));
  CHECK(IsFollowed(scanned[1].AsString(), "twitter", "jack"));
  CHECK_FALSE(PrintedAddress(scanned[2].AsString(), ShippedNetworks()).has_value());
  CHECK(IsFollowed(scanned[3].AsString(), "twitter", "bob123"));
  CHECK(IsFollowed(scanned[4].AsString(), "twitter", "apify"));
}

// tests/suites/README.md says where these come from. The suite matches whole strings; klikpad reads
// addresses, so it takes what a browser would open.
TEST_CASE(
    "Crawlee's cases of eight networks read as Crawlee expects, but for what is argued here") {
  auto suite = Yaml::Load(std::string(KLIKPAD_ROOT) + "/tests/suites/crawlee-network-cases.yaml");
  REQUIRE_MESSAGE(suite, suite.error().Text());
  std::vector<std::string> differences;
  for (const Yaml& item : suite->Find("cases")->Items()) {
    const std::string& text = item.Find("text")->Scalar();
    const auto link = ClassifyPrinted(text);
    const bool is_ours = link && link->network->id == item.Find("network")->Scalar() && link->use &&
                         *link->use != Use::kShare && !link->value.empty();
    if (is_ours != *item.Find("is_match")->Bool()) differences.push_back(text);
  }
  std::vector<std::string> argued = Argued();
  std::sort(argued.begin(), argued.end());
  std::sort(differences.begin(), differences.end());
  CHECK(Join(differences, "\n") == Join(argued, "\n"));
}

TEST_CASE("traps: what looks like an account of the brand and is none") {
  struct Case {
    std::string name, url, use, handle;
  };
  const std::vector<Case> cases{
      {"bare host", "https://twitter.com", "none", ""},
      {"bare host of LinkedIn", "https://www.linkedin.com", "none", ""},
      {"bare host of Facebook with a locale", "https://nl-nl.facebook.com/", "none", ""},
      {"bare Instagram with a query", "https://www.instagram.com/?hl=nl", "none", ""},
      {"share without parameters", "https://twitter.com/share", "share", ""},
      {"share link that names its author", "https://twitter.com/intent/tweet?via=voorbeeld",
       "share", ""},
      {"status box", "http://twitter.com/home?status=Lees%20dit", "share", ""},
      {"search for the brand", "https://twitter.com/search?q=%23voorbeeld&src=typd", "content", ""},
      {"search for the brand, old", "https://twitter.com/#!/search/voorbeeld", "content", ""},
      {"widget script", "https://platform.twitter.com/widgets.js", "none", ""},
      {"pixel", "https://www.facebook.com/tr?id=123&ev=PageView&noscript=1", "none", ""},
      {"sharer", "http://www.facebook.com/sharer.php?u=https://shop.example/&t=x", "share", ""},
      {"sharer on the mobile host", "https://m.facebook.com/sharer/sharer.php?u=x", "share", ""},
      {"dialog of a version", "https://www.facebook.com/v2.8/dialog/share?app_id=1", "share", ""},
      {"page plugin",
       "https://www.facebook.com/plugins/"
       "page.php?href=https%3A%2F%2Fwww.facebook.com%2Fvoorbeeld%2F&width=340",
       "follow", "voorbeeld"},
      {"like button for the page itself",
       "https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fshop.example", "content", ""},
      {"a photo", "https://www.facebook.com/voorbeeld/photos/a.1/2", "content", "voorbeeld"},
      {"an employee", "https://nl.linkedin.com/in/jan-jansen-1a2b3", "follow", "jan-jansen-1a2b3"},
      {"LinkedIn share", "https://www.linkedin.com/sharing/share-offsite/?url=x", "share", ""},
      {"video", "https://www.youtube.com/watch?v=abc&feature=share", "content", ""},
      {"embedded video", "https://www.youtube.com/embed/abc?rel=0", "content", ""},
      {"picture", "https://www.instagram.com/p/BxYz/?utm_source=ig_embed", "content", ""},
      {"pin it", "http://pinterest.com/pin/create/link/?url=x&media=y", "share", ""},
      {"WhatsApp share", "https://wa.me/?text=Kijk%20eens", "share", ""},
      {"WhatsApp share by the API", "https://api.whatsapp.com/send?text=x", "share", ""},
      {"WhatsApp share with an empty number", "https://api.whatsapp.com/send?phone=&text=x",
       "share", ""},
      {"WhatsApp group", "https://chat.whatsapp.com/AbC", "follow", "AbC"},
      {"Telegram share", "https://telegram.me/share/url?url=x", "share", ""},
      {"text message to nobody", "sms:?&body=kijk", "share", ""},
      {"wrapped by Facebook",
       "https://l.facebook.com/l.php?u=https%3A%2F%2Ftwitter.com%2Fvoorbeeld&h=x", "follow",
       "voorbeeld"},
      {"wrapped by Google", "https://www.google.com/url?q=https://twitter.com/voorbeeld&sa=D",
       "follow", "voorbeeld"},
      {"wrapped by Outlook",
       "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.com%2Fvoorbeeld&data=1",
       "follow", "voorbeeld"},
      {"handle with blanks around it", "https://twitter.com/%20voorbeeld%20", "follow",
       "voorbeeld"},
      {"two slashes", "https://twitter.com//voorbeeld", "follow", "voorbeeld"},
      {"handle too long", "https://twitter.com/voorbeeldvoorbeeld", "none", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto link = Classify(c.url);
    CHECK(link.has_value());
    CHECK(UseWord(link) == c.use);
    if (link) CHECK(link->handle == c.handle);
  }
}

TEST_CASE("hosts that only look like a network are nobody's") {
  for (const std::string url :
       {"https://xtwitter.com/a", "https://twitter.com.evil.example/a", "https://box.com/a",
        "https://netflix.com/nl", "https://facebook.example/voorbeeld", "https://fedex.com/nl",
        "https://shop.example/@voorbeeld", "mailto:a@twitter.com", "tel:+31201234567",
        "https://shop.example/?u=https://twitter.com/voorbeeld", "javascript:void(0)"}) {
    CAPTURE(url);
    CHECK_FALSE(Classify(url));
  }
}

TEST_CASE("Mastodon accounts on unknown hosts count when the link is marked as such") {
  CHECK_FALSE(Classify("https://social.shop.example/@winkel"));
  const auto link = Classify("https://social.shop.example/@winkel", "mastodon");
  REQUIRE(link);
  CHECK(link->value == "winkel@social.shop.example");
  CHECK(link->handle == "winkel");
  CHECK_FALSE(Classify("https://shop.example/over-ons", "mastodon"));
}

TEST_CASE("numbers in messenger links are read by their digits alone") {
  struct Case {
    std::string written, number;
  };
  const std::vector<Case> cases{
      {"31612345678", "+31612345678"},
      {"+31 6 1234 5678", "+31612345678"},
      {"0031612345678", "+31612345678"},
      {" 31612345678", "+31612345678"},
      {"0612345678", "0612345678"},
      {"4411", "4411"},
      {"+", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.written);
    CHECK(NumberInLink(c.written) == c.number);
  }
  const auto link = Classify("https://wa.me/0612345678");
  REQUIRE(link);
  CHECK(link->problem == Sign::kNoCountryCode);
}

}  // namespace
}  // namespace klikpad
