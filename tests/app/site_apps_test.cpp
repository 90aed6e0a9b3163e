// Apps that files of the site name: each file is asked for once an audit, and what the crawl found
// in it is what the stores are asked about, also from an archive.

#include <doctest/doctest.h>

#include <map>

#include "app/fixture_audit.h"
#include "app/known_apps.h"

namespace klikpad {
namespace {

const std::string kAssociation =
    R"({"applinks":{"details":[{"appIDs":["ABCDE12345.example.ing.bankieren"],"components":[]}]}})";
const std::string kAssetLinks =
    R"([{"relation":["delegate_permission/common.handle_all_urls"],"target":{"namespace":
    "android_app","package_name":"example.ing.bankieren"}}])";
const std::string kManifest =
    R"({"name":"ING","related_applications":[{"platform":"itunes",
    "url":"https://apps.apple.com/nl/app/ing/id355501000"}]})";

// ing-2013 without a word about stores in brand.yaml, but with the files that name its apps.
struct SiteWithFiles : FixtureCopy {
  SiteWithFiles() : FixtureCopy("ing-2013") {
    const std::string brand = Read("brand.yaml");
    const std::size_t from = brand.find("stores:"), to = brand.find("packs:");
    REQUIRE(to > from);
    Write("brand.yaml", brand.substr(0, from) + brand.substr(to));
    Write("www/.well-known/apple-app-site-association", kAssociation);
    Write("www/.well-known/assetlinks.json", kAssetLinks);
    Write("www/app.webmanifest", kManifest);
    Replace("www/index.html", "<title>", "<link rel=manifest href=\"/app.webmanifest\"><title>");
  }
};

std::string Listings(const FixtureAudit& run) {
  std::string text;
  for (const Json& listing : run.audit["listings"].Items()) {
    text += listing["store"].AsString() + " " + listing["app"].AsString() + " " +
            listing["state"].AsString() + " " + listing["owner"].AsString() + " by " +
            listing["found_by"].AsString() + "\n";
  }
  return text;
}

TEST_CASE("files that name apps are asked for once an audit, and the stores are asked about them") {
  const SiteWithFiles site;
  const TempDir work;
  const FixtureAudit run = AuditSite(site.Folder(), work / "a");
  std::map<std::string, int> count;
  for (const std::string& url : run.asked) ++count[url];
  for (const std::string& file :
       {std::string("/.well-known/apple-app-site-association"),
        std::string("/.well-known/assetlinks.json"), std::string("/.well-known/security.txt"),
        std::string("/app.webmanifest"), std::string("/robots.txt")}) {
    CAPTURE(file);
    CHECK(count["http://www.ing.example" + file] == 1);
  }
  // The bundle and the number are one app: its page is asked for once, too.
  for (const auto& [url, times] : count) {
    CAPTURE(url);
    CHECK(times == 1);
  }
  CHECK(Listings(run) ==
        "apple 355501000 read own by "
        "http://www.ing.example/.well-known/apple-app-site-association\n"
        "google example.ing.bankieren read own by "
        "http://www.ing.example/.well-known/assetlinks.json\n");

  const FixtureAudit again =
      AuditSite(site.Folder(), work / "b", {"--warc", work / "a/crawl.warc.gz"});
  CHECK(again.asked.empty());
  CHECK(Listings(again) == Listings(run));
  CHECK(again.verdicts == run.verdicts);
}

TEST_CASE("what brand.yaml says of a store goes before what the site says, store by store") {
  const SiteWithFiles site;
  const std::string brand = site.Read("brand.yaml");
  site.Write("brand.yaml", brand + "\nstores: {google: example.ing.bankieren}\n");
  const FixtureAudit run = AuditSite(site.Folder());
  CHECK(Listings(run) ==
        "apple 355501000 read own by "
        "http://www.ing.example/.well-known/apple-app-site-association\n"
        "google example.ing.bankieren read own by brand.yaml\n");
}

TEST_CASE("apps are known by their numbers, packages or bundles, each once") {
  SiteLook look;
  look.pages.resize(1);
  const auto mention = [](const std::string& value, const std::string& where) {
    AccountMention made;
    made.channel = "app";
    made.value = value;
    made.where = where;
    return made;
  };
  look.mentions = {mention("apple:bundle:nl.voorbeeld.app", "aasa"),
                   mention("google:nl.voorbeeld.app", "links"), mention("huawei:C1", "links"),
                   mention("apple:", "links"), mention("twitter", "links")};
  look.pages[0].found.mentions = {mention("apple:123456789", "apple-itunes-app")};
  ContactPoint badge;
  badge.channel = "app";
  badge.value = "google:nl.voorbeeld.app";
  look.pages[0].found.contacts = {badge};
  std::string told;
  for (const KnownApp& app : AppsOnSite(look)) {
    told += std::string(Word(app.store)) + " " + app.app + "/" + app.bundle + " " + app.found_by +
            (app.is_declared ? "\n" : " (a link)\n");
  }
  CHECK(told ==
        "apple 123456789/ apple-itunes-app\napple /nl.voorbeeld.app aasa\n"
        "google nl.voorbeeld.app/ links\n");
}

}  // namespace
}  // namespace klikpad
