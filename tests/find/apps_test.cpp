// Apps: links to the shops, smart banners, app links and data; whose they are, and what is none.

#include "find/apps.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "find/site/ownership.h"
#include "look_for_tests.h"

namespace klikpad {
namespace {

Findings AppsOf(const std::string& html) {
  const Page page = ReadPage(html, "https://www.voorbeeld.example/", "text/html; charset=utf-8");
  Findings found;
  FindSocial(page, RulesForAccounts(), {}, found);
  FindApps(page, RulesForAccounts(), {}, found);
  return found;
}

std::string Mentioned(const Findings& found) {
  std::string told;
  for (const AccountMention& mention : found.mentions) {
    told += mention.value + " " + mention.where + "\n";
  }
  return told;
}

TEST_CASE("a link to a shop of apps is an app, by shop and number") {
  struct Case {
    std::string name, body, told;
  };
  const std::vector<Case> cases{
      {"both badges",
       "<h2>Download onze app</h2>"
       "<a href='https://apps.apple.com/nl/app/voorbeeld/id123456789'><img alt='App Store'></a>"
       "<a href='https://play.google.com/store/apps/details?id=nl.voorbeeld.app'>"
       "<img alt='Google Play'></a>",
       "app apple:123456789 contact\napp google:nl.voorbeeld.app contact\n"},
      {"behind a redirector of Google",
       "<a href='https://www.google.com/url?q=https%3A%2F%2Fplay.google.com%2Fstore%2Fapps%2F"
       "details%3Fid%3Dnl.voorbeeld.app'>App</a>",
       "app google:nl.voorbeeld.app contact\n"},
      {"a maker's page is content",
       "<a href='https://apps.apple.com/nl/developer/voorbeeld/id987654321'>Apps</a>",
       "app apps.apple.com/nl/developer/voorbeeld/id987654321 content\n"},
      {"music and books are none",
       "<a href='https://itunes.apple.com/nl/album/lied/id123456789'>Lied</a>"
       "<a href='https://play.google.com/store/books/details?id=abc'>Boek</a>",
       ""},
      {"a picture of a badge is none",
       "<img src='https://play.google.com/intl/en_us/badges/images/badge_new.png' alt='Google "
       "Play'>",
       ""},
      {"a template that nobody filled in",
       "<a href='https://play.google.com/store/apps/details?id=YOUR_APP_ID'>App</a>", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Told(AppsOf("<html lang=nl><body>" + c.body + "</body></html>")) == c.told);
  }
}

TEST_CASE("what the head says of apps is mentioned, a smart banner is a contact in data") {
  struct Case {
    std::string name, head, mentioned;
    std::size_t contacts;
  };
  const std::vector<Case> cases{
      {"smart banner of Apple",
       "<meta name='apple-itunes-app' content='app-id=123456789, app-argument=voorbeeld://x'>",
       "apple:123456789 apple-itunes-app\n", 1},
      {"its parts in another order",
       "<meta name='apple-itunes-app' content='affiliate-data=a=1, app-id=123456789'>",
       "apple:123456789 apple-itunes-app\n", 1},
      {"of Google", "<meta name='google-play-app' content='app-id=nl.voorbeeld.app'>",
       "google:nl.voorbeeld.app google-play-app\n", 1},
      {"not filled in", "<meta name='apple-itunes-app' content='app-id=myAppStoreID'>", "", 0},
      {"app links",
       "<meta property='al:ios:app_store_id' content='123456789'>"
       "<meta property='al:android:package' content='nl.voorbeeld.app'>",
       "apple:123456789 al:ios:app_store_id\ngoogle:nl.voorbeeld.app al:android:package\n", 0},
      {"cards of X", "<meta name='twitter:app:id:googleplay' content='nl.voorbeeld.app'>",
       "google:nl.voorbeeld.app twitter:app:id:googleplay\n", 0},
      {"deep links",
       "<link rel=alternate href='android-app://nl.voorbeeld.app/https/www.voorbeeld.example/'>"
       "<link rel=alternate href='ios-app://123456789/https/www.voorbeeld.example/'>",
       "google:nl.voorbeeld.app app link\napple:123456789 app link\n", 0},
      {"smartbanner.js",
       "<meta name='smartbanner:button-url-apple' "
       "content='https://apps.apple.com/app/id123456789'>",
       "apple:123456789 smartbanner:button-url-apple\n", 0},
      {"structured data",
       "<script type='application/ld+json'>{\"@type\":\"MobileApplication\",\"installUrl\":"
       "[\"https://apps.apple.com/app/id123456789\"]}</script>",
       "apple:123456789 installUrl\n", 0},
      {"nothing", "<meta name='description' content='onze app'>", "", 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Findings found = AppsOf("<html><head>" + c.head + "</head><body>x</body></html>");
    CHECK(Mentioned(found) == c.mentioned);
    CHECK(found.contacts.size() == c.contacts);
    for (const ContactPoint& point : found.contacts) {
      CHECK(point.is_data_only);
      CHECK(point.place.line == 1);
    }
  }
}

TEST_CASE("an app is the brand's by two signals, and another's without") {
  struct Case {
    std::string name, head, body, value;
    Owner owner;
  };
  const std::string apple = "<a href='https://apps.apple.com/nl/app/voorbeeld/id123456789'>";
  const std::string other =
      "<a href='https://play.google.com/store/apps/details?id=com.ander.maker'>";
  const std::vector<Case> cases{
      {"name and words", "", "<main><p>Download onze app " + apple + "iPhone</a></p></main>",
       "apple:123456789", Owner::kOwn},
      {"banner and footer", "<meta name='google-play-app' content='app-id=com.ander.maker'>",
       "<footer>" + other + "Google Play</a></footer>", "google:com.ander.maker", Owner::kOwn},
      {"somebody else's app in an article", "",
       "<main><p>Wij lezen met " + other + "een app</a>.</p></main>", "google:com.ander.maker",
       Owner::kUnknown},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SiteLook look;
    for (const std::string path : {"", "a", "b"}) {
      SitePage page;
      page.url = "https://www.voorbeeld.example/" + path;
      page.is_read = true;
      page.found = AppsOf("<html lang=nl><head>" + (path == "b" ? "" : c.head) + "</head><body>" +
                          (path == "b" ? "" : c.body) + "</body></html>");
      look.pages.push_back(std::move(page));
    }
    Brand brand;
    brand.name = "Voorbeeld";
    brand.start = "https://www.voorbeeld.example/";
    DecideOwners(look, brand, RulesForAccounts());
    const ContactPoint& point = look.pages[0].found.contacts.front();
    CHECK(point.value == c.value);
    CHECK(std::string(Word(point.owner)) == std::string(Word(c.owner)));
  }
}

TEST_CASE("the apps of a site are listed once each, with all their sources") {
  SiteLook look;
  SitePage page;
  page.url = "https://www.voorbeeld.example/";
  page.is_read = true;
  page.found = AppsOf(
      "<html lang=nl><head><meta name='apple-itunes-app' content='app-id=123456789'>"
      "<meta property='al:android:package' content='nl.voorbeeld.app'></head><body><footer>"
      "<a href='https://apps.apple.com/nl/app/x/id123456789'>App</a></footer></body></html>");
  look.pages.push_back(std::move(page));
  AccountMention mention;
  mention.channel = "app";
  mention.value = "apple:bundle:nl.voorbeeld.app";
  mention.handle = "nl.voorbeeld.app";
  mention.where = "https://www.voorbeeld.example/.well-known/apple-app-site-association";
  look.mentions.push_back(mention);
  Brand brand;
  brand.name = "Voorbeeld";
  DecideOwners(look, brand, RulesForAccounts());
  std::string told;
  for (const SiteApp& app : look.apps) {
    told += app.store + " " + app.id + (app.is_bundle ? " bundle " : " ") +
            std::string(Word(app.owner)) + " " + std::to_string(app.sources.size()) + " " +
            app.url + "\n";
  }
  CHECK(told ==
        "apple 123456789 own 2 https://www.voorbeeld.example/\n"
        "apple nl.voorbeeld.app bundle own 1 "
        "https://www.voorbeeld.example/.well-known/apple-app-site-association\n"
        "google nl.voorbeeld.app own 1 https://www.voorbeeld.example/\n");
}

}  // namespace
}  // namespace klikpad
