// Files at fixed addresses: which apps and which contacts they name, and pages that stand in for
// them.

#include "find/well_known.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "rules_for_tests.h"

namespace klikpad {
namespace {

const std::string kUrl = "https://www.voorbeeld.example/file";

std::string Values(const std::vector<AccountMention>& mentions) {
  std::string told;
  for (const AccountMention& mention : mentions) {
    CHECK(mention.channel == "app");
    CHECK(mention.where == kUrl);
    told += mention.value + "\n";
  }
  return told;
}

TEST_CASE("assetlinks.json names the apps that open the site's pages") {
  CHECK(Values(AppsOfAssetLinks(
            R"([{"relation":["delegate_permission/common.handle_all_urls"],"target":{"namespace":
             "android_app","package_name":"nl.voorbeeld.app","sha256_cert_fingerprints":["AA"]}},
             {"relation":["delegate_permission/common.get_login_creds"],"target":{"namespace":
             "android_app","package_name":"com.kluis.app"}},
             {"relation":["delegate_permission/common.handle_all_urls"],"target":{"namespace":
             "web","site":"https://ander.example"}}])",
            kUrl)) == "google:nl.voorbeeld.app\n");
  for (const std::string text : {"", "<!doctype html><html>Niet gevonden</html>", "{}", "[1]"}) {
    CAPTURE(text);
    CHECK(AppsOfAssetLinks(text, kUrl).empty());
  }
}

TEST_CASE("apple-app-site-association names bundles, in its three forms") {
  const std::string bundle = "apple:bundle:nl.voorbeeld.app\n";
  for (
      const std::string text :
      {R"({"applinks":{"apps":[],"details":[{"appID":"ABCDE12345.nl.voorbeeld.app","paths":["*"]}]}})",
       R"({"applinks":{"details":[{"appIDs":["ABCDE12345.nl.voorbeeld.app"],"components":[]}]}})",
       R"({"applinks":{"apps":[],"details":{"ABCDE12345.nl.voorbeeld.app":{"paths":["*"]}}}})"}) {
    CAPTURE(text);
    CHECK(Values(AppsOfSiteAssociation(text, kUrl)) == bundle);
  }
  CHECK(AppsOfSiteAssociation("<html>", kUrl).empty());
  CHECK(AppsOfSiteAssociation(R"({"applinks":{"details":[{"appID":"nl.voorbeeld.app"}]}})", kUrl)
            .empty());
}

TEST_CASE("a web app manifest names related applications") {
  CHECK(Values(AppsOfManifest(
            R"({"name":"V","related_applications":[{"platform":"play","id":"nl.voorbeeld.app"},
             {"platform":"itunes","url":"https://apps.apple.com/app/voorbeeld/id123456789"},
             {"platform":"webapp","url":"https://www.voorbeeld.example/manifest.json"}],})",
            kUrl, ShippedNetworks())) == "google:nl.voorbeeld.app\napple:123456789\n");
  CHECK(AppsOfManifest("<html>", kUrl, ShippedNetworks()).empty());
}

TEST_CASE("security.txt gives contacts of its own (RFC 9116)") {
  const auto contacts = ContactsOfSecurityTxt(
      "# Meld een lek\n-----BEGIN PGP SIGNED MESSAGE-----\nContact: "
      "mailto:Lekken@Voorbeeld.example\n"
      "contact: https://voorbeeld.example/lek\r\nContact: mailto:lekken@voorbeeld.example\n"
      "Expires: 2027-01-01T00:00:00Z\n");
  REQUIRE(contacts.size() == 2);
  CHECK(contacts[0] == "lekken@voorbeeld.example");
  CHECK(contacts[1] == "https://voorbeeld.example/lek");
}

}  // namespace
}  // namespace klikpad
