// The look at stores in whole audits: listings found on the site or named in brand.yaml, walls, and
// the ways from a listing.

#include "app/store_look.h"

#include <doctest/doctest.h>

#include "app/fixture_audit.h"
#include "app/run.h"
#include "support/fake_fetcher.h"

namespace klikpad {
namespace {

Json LookOf(const FixtureAudit& run, const std::string& kind) {
  for (const Json& row : run.audit["coverage"].Items()) {
    if (row["kind"].AsString() == kind) return row;
  }
  return {};
}

std::string ListingsOf(const FixtureAudit& run) {
  std::string text;
  for (const Json& listing : run.audit["listings"].Items()) {
    text += listing["store"].AsString() + " " + listing["state"].AsString() + " " +
            listing["owner"].AsString() + " " + listing["title"].AsString() + "; ";
  }
  return text;
}

TEST_CASE("the listings of the fixtures are read in both shapes, with the same verdicts") {
  struct Case {
    std::string site, other;
  };
  for (const Case& c :
       {Case{"ing-2013", "listing-now.html"}, Case{"luchtbrug", "listing-older.html"}}) {
    CAPTURE(c.site);
    const FixtureAudit served = AuditSite(FixtureFolder(c.site));
    const FixtureCopy site(c.site);
    site.Replace("site.yaml", "listing.html", c.other);
    const FixtureAudit other = AuditSite(site.Folder());
    CHECK(ListingsOf(served) == ListingsOf(other));
    CHECK(served.verdicts == other.verdicts);
    CHECK(LookOf(served, "store")["complete"].AsString() == "yes");
    for (const char* field : {"support", "website", "privacy", "seller", "title", "app"}) {
      CAPTURE(field);
      CHECK(served.audit["listings"].Items()[0][field].AsString() ==
            other.audit["listings"].Items()[0][field].AsString());
    }
    for (const char* field : {"email", "website", "privacy", "title", "app"}) {
      CAPTURE(field);
      CHECK(served.audit["listings"].Items()[1][field].AsString() ==
            other.audit["listings"].Items()[1][field].AsString());
    }
  }
}

TEST_CASE("clicks are counted from a listing, over its links and on through the site") {
  const TempDir work;
  AuditSite(FixtureFolder("ing-2013"), work / "a");
  const auto clicks = [&](const std::string& store, const std::string& channel) {
    const Json::Array rows = QueryAudit(
        work / "a", "SELECT min(clicks) AS n FROM routes WHERE surface = 'store' AND channel = '" +
                        channel + "' AND start REGEXP '" + store + "'");
    return rows.empty() || rows[0]["n"].IsNull() ? -1 : rows[0]["n"].AsInt();
  };
  CHECK(clicks("apple", "phone") == 1);    // the support link leads to the contact page
  CHECK(clicks("apple", "twitter") == 3);  // support, webcare, Twitter
  CHECK(clicks("google", "twitter") == 4);
  CHECK(clicks("google", "email") == 0);  // printed there
}

TEST_CASE("a store that answers otherwise is not assessed, and says why") {
  struct Case {
    std::string name, from, to, complete, why;
  };
  const std::string google = "//play.google.com/store/apps/details: {";
  const std::string apple = "//apps.apple.com/nl/app/id355501000: {";
  const std::vector<Case> cases = {
      {"gone", google, google + "status: 404, ", "yes", ""},
      {"refused", google, google + "status: 403, ", "partial", "the server refused it (403)"},
      {"consent", google + "body_file: listing.html",
       google + "body: '<form action=\"https://consent.google.com/save\">x</form>'", "partial",
       "the store asks for consent first"},
      {"changed", google + "body_file: listing.html", google + "body: '<h1>ING Bankieren</h1>'",
       "partial", "the store's page has an unknown shape"},
      {"a page that is gone leaves the lookup", apple, apple + "status: 429, ", "partial",
       "the server refused it (429)"},
      {"the lookup is broken, the page is there", "body_file: lookup.json", "body: '{'", "yes", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const FixtureCopy site("ing-2013");
    site.Replace("site.yaml", c.from, c.to);
    const FixtureAudit run = AuditSite(site.Folder());
    const Json look = LookOf(run, "store");
    CHECK(look["complete"].AsString() == c.complete);
    CHECK(look["why"].AsString() == c.why);
    CheckVerdicts(run, ExpectedVerdicts(FixtureFolder("ing-2013")));
  }
}

TEST_CASE("--no-stores asks none, and the look says so") {
  const FixtureAudit run =
      AuditSite(FixtureFolder("ing-2013"), std::vector<std::string>{"--no-stores"});
  CHECK(LookOf(run, "store")["complete"].AsString() == "no");
  CHECK(LookOf(run, "store")["why"].AsString() == "the stores were not asked");
  CHECK(run.audit["listings"].Items().empty());
}

BrandFile ABrand() {
  BrandFile file;
  file.brand.name = "Voorbeeld";
  file.brand.country = "NL";
  file.brand.start = "https://www.voorbeeld.example/";
  return file;
}

SiteLook ASite() {
  SiteLook look;
  SitePage home;
  home.url = "https://www.voorbeeld.example/";
  home.is_read = true;
  home.status = 200;
  home.clicks = 0;
  look.pages.push_back(home);
  look.start = 0;
  return look;
}

TEST_CASE("an app that the site only links to is the brand's when its listing says so") {
  const Rules rules = LoadRules(std::string(KLIKPAD_ROOT) + "/rules").value();
  struct Case {
    std::string name, mail, site;
    Owner owner;
  };
  const std::vector<Case> cases = {
      {"its own", "app@voorbeeld.example", "https://www.voorbeeld.example/", Owner::kOwn},
      {"another's", "hulp@elders.example", "https://elders.example/", Owner::kUnknown},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SiteLook look = ASite();
    ContactPoint badge;
    badge.channel = "app";
    badge.value = "google:nl.een.app";
    look.pages[0].found.contacts.push_back(badge);
    FakeFetcher fake;
    fake.AddPage("https://play.google.com/store/apps/details?id=nl.een.app&gl=NL",
                 "<link rel=canonical "
                 "href=\"https://play.google.com/store/apps/details?id=nl.een.app\"><h1>App</h1>"
                 "<div id=developer-contacts><a href=\"" +
                     c.site + "\">Website</a><a href=\"mailto:" + c.mail + "\">" + c.mail +
                     "</a></div>");
    StoreOptions options;
    options.storefront = "NL";
    const StoreLook stores = LookAtStores(ABrand(), look, options, rules, fake);
    REQUIRE(stores.listings.size() == 1);
    CHECK(stores.listings[0].state == ListingState::kRead);
    CHECK(std::string(Word(stores.listings[0].owner)) == std::string(Word(c.owner)));
    CHECK(stores.coverage.complete == Complete::kYes);
  }
}

TEST_CASE("whichever request fails, no listing gets a wrong field") {
  const Rules rules = LoadRules(std::string(KLIKPAD_ROOT) + "/rules").value();
  for (std::size_t n = 1; n <= 12; ++n) {
    CAPTURE(n);
    FakeFetcher fake;
    fake.FailNth(n);
    BrandFile file = ABrand();
    file.stores = {{Store::kApple, "123456789", "https"}, {Store::kGoogle, "nl.een.app", "https"}};
    StoreOptions options;
    options.storefront = "NL";
    const StoreLook stores = LookAtStores(file, ASite(), options, rules, fake);
    REQUIRE(stores.listings.size() == 2);
    for (const Listing& listing : stores.listings) {
      CHECK(listing.state != ListingState::kRead);
      CHECK(listing.title.empty());
      CHECK_FALSE(listing.problem.empty());
    }
  }
}

TEST_CASE("without a country no store is asked") {
  const Rules rules = LoadRules(std::string(KLIKPAD_ROOT) + "/rules").value();
  FakeFetcher fake;
  BrandFile file = ABrand();
  file.stores = {{Store::kApple, "123456789", "https"}, {Store::kGoogle, "nl.een.app", "https"}};
  const StoreLook stores = LookAtStores(file, ASite(), {}, rules, fake);
  CHECK(stores.listings.empty());
  CHECK(fake.Asked().empty());
  CHECK(stores.coverage.complete == Complete::kNo);
}

TEST_CASE("the pack `surfaces` judges the app, the stores and the structured data") {
  struct Case {
    std::string site, rule, outcome;
  };
  const std::vector<Case> cases = {
      {"ing-2013", "app-leads-to-people", "plus"},
      {"ing-2013", "store-leads-to-people", "plus"},
      {"ing-2013", "store-agrees-with-site", "minus"},  // app@ing.example is not on the site
      {"luchtbrug", "app-leads-to-people", "plus"},
      {"luchtbrug", "store-leads-to-people", "plus"},
      {"luchtbrug", "store-agrees-with-site", "plus"},
      {"stil", "app-leads-to-people", "not_applicable"},
      {"stil", "store-agrees-with-site", "not_assessed"},
  };
  std::map<std::string, FixtureAudit> runs;
  for (const Case& c : cases) {
    CAPTURE(c.site);
    CAPTURE(c.rule);
    if (runs.count(c.site) == 0) {
      runs.emplace(
          c.site, AuditSite(FixtureFolder(c.site), std::vector<std::string>{"--pack", "surfaces"}));
    }
    CHECK(runs.at(c.site).verdicts.at("surfaces/" + c.rule) == c.outcome);
  }
}

}  // namespace
}  // namespace klikpad
