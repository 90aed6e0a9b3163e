// Apple's lookup service and its product page in the three front ends that are known, and what is
// no listing.

#include "stores/store_test.h"

namespace klikpad {
namespace {

const std::string kLookup =
    "https://itunes.apple.com/lookup?id=123456789&country=nl&entity=software";
const std::string kPage = "https://apps.apple.com/nl/app/id123456789?l=nl";

const std::string kResult = R"({"wrapperType":"software","kind":"software","trackId":123456789,
"bundleId":"nl.voorbeeld.app","trackName":"Voorbeeld","sellerName":"Voorbeeld Bank N.V.",
"sellerUrl":"https://www.voorbeeld.example","artistId":987654321,"artistName":"Voorbeeld Bank",
"trackViewUrl":"https://apps.apple.com/nl/app/voorbeeld/id123456789?uo=4",
"description":"Vragen? Bel 020 - 555 01 00\nof mail app@voorbeeld.example","version":"5.2.0",
"currentVersionReleaseDate":"2026-10-01T08:00:00Z","releaseDate":"2015-01-01T08:00:00Z",
"languageCodesISO2A":["NL","EN"],"price":1.99,"currency":"EUR","averageUserRating":4.5,
"userRatingCount":1000})";

Listing Lookup(const std::string& body) {
  return ReadAppleLookup(AnswerOf(kLookup, body), AppleQuestion(), TheWords());
}

Listing PageOf(const std::string& body) {
  return ReadApplePage(AnswerOf(kPage, body), AppleQuestion(), TheWords());
}

TEST_CASE("the addresses name the app and the country") {
  ListingQuestion by_bundle = AppleQuestion();
  by_bundle.app = "";
  by_bundle.bundle = "nl.voorbeeld.app&x=1";
  CHECK(LookupAddress(AppleQuestion()) == kLookup);
  CHECK(LookupAddress(by_bundle) ==
        "https://itunes.apple.com/lookup?bundleId=nl.voorbeeld.appx1&country=nl&entity=software");
  CHECK(PageAddress(AppleQuestion()) == kPage);
  CHECK(LookupAddress(GoogleQuestion()).empty());
  CHECK(PageAddress(GoogleQuestion()) ==
        "https://play.google.com/store/apps/details?id=nl.voorbeeld.app&hl=nl&gl=NL");
}

TEST_CASE("every field of the lookup that speaks of the maker is read") {
  const Listing listing = Lookup("\n\n{\"resultCount\":1,\"results\":[" + kResult + "]}");
  REQUIRE(listing.state == ListingState::kRead);
  CHECK(Told(listing) ==
        "title=Voorbeeld\ndeveloper=Voorbeeld Bank\nseller=Voorbeeld Bank N.V.\n"
        "website=https://www.voorbeeld.example/\nupdated=2026-10-01T08:00:00Z\n");
  CHECK(listing.url == "https://apps.apple.com/nl/app/voorbeeld/id123456789?uo=4");
  CHECK(listing.description == "Vragen? Bel 020 - 555 01 00\nof mail app@voorbeeld.example");
  CHECK(listing.version == "5.2.0");
  CHECK(listing.price == 1.99);
  CHECK(listing.currency == "EUR");
  CHECK(listing.rating == 4.5);
  CHECK(listing.ratings == 1000);
}

TEST_CASE("fields that Apple leaves out stay empty") {
  const Listing listing = Lookup(
      R"({"resultCount":2,"results":[{"wrapperType":"artist","artistName":"x"},{"wrapperType":
      "software","trackId":123456789,"trackName":"Voorbeeld"}]})");
  CHECK(listing.state == ListingState::kRead);
  CHECK(Told(listing) == "title=Voorbeeld\n");
  CHECK_FALSE(listing.price.has_value());
}

TEST_CASE("an app is found by its bundle") {
  ListingQuestion asked = AppleQuestion();
  asked.app = "";
  asked.bundle = "nl.voorbeeld.app";
  const Listing listing = ReadAppleLookup(
      AnswerOf(kLookup, "{\"resultCount\":1,\"results\":[" + kResult + "]}"), asked, TheWords());
  CHECK(listing.state == ListingState::kRead);
  CHECK(listing.app == "123456789");
}

TEST_CASE("what is no answer of the lookup tells nothing") {
  struct Case {
    std::string name, body;
    ListingState state;
    std::string problem;
  };
  std::string other = kResult;
  other.replace(other.find("123456789"), 9, "123456780");
  const std::vector<Case> cases = {
      {"none", "{\"resultCount\":0,\"results\":[]}", ListingState::kNotFound, "no such app"},
      {"another", "{\"resultCount\":1,\"results\":[" + other + "]}", ListingState::kUnreadable,
       "another app"},
      {"a page", "<html>Sorry</html>", ListingState::kUnreadable, "unknown shape"},
      {"half", "{\"resultCount\":1,\"results\":[" + kResult.substr(0, 90),
       ListingState::kUnreadable, "unknown shape"},
      {"a list", "[]", ListingState::kUnreadable, "unknown shape"},
      {"deep", std::string(100'000, '['), ListingState::kUnreadable, "unknown shape"},
      {"a count in words", "{\"resultCount\":\"one\",\"results\":[]}", ListingState::kUnreadable,
       "unknown shape"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CheckNothingTold(Lookup(c.body), c.state, c.problem);
  }
}

const std::string kHead =
    "<!doctype html><html lang=nl><head><link rel=canonical "
    "href=\"https://apps.apple.com/nl/app/voorbeeld/id123456789\">"
    "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":"
    "\"SoftwareApplication\",\"name\":\"Voorbeeld\",\"author\":{\"@type\":\"Organization\","
    "\"name\":"
    "\"Voorbeeld Bank\"},\"offers\":{\"@type\":\"Offer\",\"price\":0,\"priceCurrency\":\"EUR\"},"
    "\"aggregateRating\":{\"ratingValue\":4.5,\"reviewCount\":1000}}</script></head><body>"
    "<h1>Voorbeeld</h1>";

const std::string kLinksTold =
    "support=https://www.voorbeeld.example/hulp\nwebsite=https://www.voorbeeld.example/\n"
    "privacy=https://www.voorbeeld.example/privacy\n";

TEST_CASE("the front end of late 2025: links by their words, facts of the list and the script") {
  const std::string links =
      "<dl class=\"information-list svelte-1a2b3c\"><div><dt>Verkoper</dt><dd>Voorbeeld Bank "
      "N.V.</dd></div><div><dt>Grootte</dt><dd>80 MB</dd></div><div><dt>Telefoonnummer</dt><dd>+31 "
      "20 "
      "555 01 00</dd></div><div><dt>E-mailadres</dt><dd>app@voorbeeld.example</dd></div>"
      "<div><dt>Adres</dt><dd>Dorpsstraat 1<br>1000 AA Ergens</dd></div></dl>"
      "<a data-test-id=\"external-link\" rel=\"nofollow\" href=\"https://www.voorbeeld.example/\">"
      "Website van ontwikkelaar</a>"
      "<a data-test-id=\"external-link\" href=\"https://www.voorbeeld.example/hulp\" "
      "aria-label=\"App-ondersteuning\"><span>hier</span></a>"
      "<a data-test-id=\"external-link\" href=\"https://www.voorbeeld.example/privacy\">"
      "Privacybeleid</a><a data-test-id=\"external-link\" href=\"https://elders.example/\">Meer "
      "informatie</a>";
  const Listing listing = PageOf(kHead + links + "</body></html>");
  CHECK(listing.state == ListingState::kRead);
  CHECK(Told(listing) == "title=Voorbeeld\ndeveloper=Voorbeeld Bank\nseller=Voorbeeld Bank N.V.\n" +
                             kLinksTold +
                             "email=app@voorbeeld.example\nphone=+31 20 555 01 00\n"
                             "address=Dorpsstraat 1 1000 AA Ergens\n");
  CHECK(listing.support.label == "App-ondersteuning");
  CHECK(listing.price == 0.0);
  CHECK(listing.rating == 4.5);
  CHECK(listing.ratings == 1000);
}

TEST_CASE("the serialized data of late 2025, in both of their shapes") {
  const std::string inner =
      R"({"data":{"title":"Voorbeeld","lockup":{"title":"Voorbeeld","developerName":"Voorbeeld Bank"},
      "shelfMapping":{"information":{"items":[{"title":"Seller","items":[{"text":
      "Voorbeeld Bank N.V."}]},{"title":"Contact","items_V3":[{"$kind":"textPair","leadingText":
      "Phone Number","trailingText":"+31 20 555 01 00"}],"textPairs":[["Email",
      "app@voorbeeld.example"]]}]},"links":{"items":[{"url":"https://www.voorbeeld.example/hulp",
      "title":"App Support"},{"url":"https://www.voorbeeld.example/","text":"Developer Website"},
      {"url":"https://www.voorbeeld.example/privacy","title":"Privacy Policy"}]}}}})";
  for (const std::string& data : {"{\"data\":[" + inner + "]}", "[" + inner + "]"}) {
    const Listing listing = PageOf(
        "<html><head><link rel=canonical href=\"https://apps.apple.com/nl/app/x/id123456789\">"
        "</head><body><script type=\"application/json\" id=\"serialized-server-data\">" +
        data + "</script></body></html>");
    CHECK(listing.state == ListingState::kRead);
    CHECK(Told(listing) ==
          "title=Voorbeeld\ndeveloper=Voorbeeld Bank\nseller=Voorbeeld Bank N.V.\n" + kLinksTold +
              "email=app@voorbeeld.example\nphone=+31 20 555 01 00\n");
  }
}

// What the app's own object in the serialized data tells beside the contacts.
TEST_CASE("the serialized data tell the app's text, version and day by their shapes") {
  struct Case {
    std::string name, versions, version, updated;
  };
  const std::vector<Case> cases = {
      {"version first", R"("primarySubtitle":"Versie 5.2.0","secondarySubtitle":"3 okt 2025")",
       "5.2.0", "2025-10-03"},
      {"day first", R"("primarySubtitle":"Oct 3, 2025","secondarySubtitle":"Version 5.2.0")",
       "5.2.0", "2025-10-03"},
      {"a day that says when it was no more",
       R"("primarySubtitle":"Version 5.2.0","secondarySubtitle":"2d ago")", "5.2.0", ""},
      {"no version", R"("text":"Kleine verbeteringen.")", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Listing listing = PageOf(
        "<html><head><link rel=canonical href=\"https://apps.apple.com/nl/app/x/id123456789\">"
        "</head><body><a data-test-id=external-link href=\"https://www.voorbeeld.example/hulp\">"
        "App Support</a><script type=\"application/json\" id=\"serialized-server-data\">"
        R"([{"data":{"title":"Voorbeeld","lockup":{"subtitle":"Bankieren"},"developerAction":
        {"title":"Voorbeeld Bank"},"shelfMapping":{"description":{"items":[{"paragraph":{"text":
        "Vragen?\nBel 020 - 555 01 00"}}]},"mostRecentVersion":{"items":[{)" +
        c.versions + R"(}]},"similarItems":{"items":[{"lockup":{"title":"Ander"}}]}}}}])" +
        "</script></body></html>");
    CHECK(listing.state == ListingState::kRead);
    CHECK(listing.title == "Voorbeeld");
    CHECK(listing.developer == "Voorbeeld Bank");
    CHECK(listing.description == "Vragen?\nBel 020 - 555 01 00");
    CHECK(listing.version == c.version);
    CHECK(listing.updated_at == c.updated);
  }
}

TEST_CASE("the policy's link may stand in a sentence; links of others never count") {
  const std::string support =
      "<a data-test-id=external-link href=\"https://www.voorbeeld.example/hulp\">App Support</a>";
  const auto privacy = [&](const std::string& link) {
    return PageOf(kHead + support + link).privacy.url;
  };
  CHECK(privacy("<dialog data-testid=dialog><a data-test-id=external-link "
                "aria-label=\"Open the developer's Privacy Policy\" "
                "href=\"https://www.voorbeeld.example/privacy\">here</a></dialog>") ==
        "https://www.voorbeeld.example/privacy");
  CHECK(privacy("<a data-test-id=internal-link aria-label=\"Privacy Policy\" "
                "href=\"https://www.elders.example/privacy\">x</a>") == "");
}

TEST_CASE("until 2025 the JSON for counting clicks told what a link is") {
  const auto link = [](const std::string& href, const std::string& click) {
    return "<a href=\"" + href + "\" data-metrics-click='" + click + "'>x</a>";
  };
  CHECK(Told(PageOf(
            kHead +
            link("https://apps.apple.com/nl/developer/voorbeeld/id987654321",
                 R"({"actionDetails":{"type":"developer"},"targetId":"LinkToDeveloper"})") +
            link("https://www.voorbeeld.example/", R"({"actionDetails":{"type":"developer"}})") +
            link("https://www.voorbeeld.example/hulp", R"({"targetId":"LinkToAppSupport"})") +
            link("https://www.voorbeeld.example/privacy", R"({"targetId":"LinkToPrivacyPolicy"})") +
            link("https://www.elders.example/", R"({"targetId":"LinkToElsewhere"})"))) ==
        "title=Voorbeeld\ndeveloper=Voorbeeld Bank\n" + kLinksTold);
}

TEST_CASE("the front end of 2018 to 2025: marked links, and the shoebox behind them") {
  const std::string marked =
      "<ul class=\"inline-list inline-list--app-extensions\"><li><a class=\"link icon "
      "icon-after icon-external\" data-test-app-info-links-developer "
      "href=\"https://www.voorbeeld.example/\">Site</a></li><li><a "
      "data-test-app-info-links-support "
      "href=\"https://www.voorbeeld.example/hulp\">Hulp</a></li><li><a "
      "data-test-app-info-links-privacy href=\"https://www.voorbeeld.example/privacy\">P</a></li>"
      "</ul>";
  CHECK(Told(PageOf(kHead + marked)) == "title=Voorbeeld\ndeveloper=Voorbeeld Bank\n" + kLinksTold);
  const std::string shoebox =
      "<script type=\"fastboot/shoebox\" "
      "id=\"shoebox-media-api-cache-apps\">{\"a.b.nl\":\"{\\\"d\\\":"
      "[{\\\"id\\\":\\\"123456789\\\",\\\"attributes\\\":{\\\"platformAttributes\\\":{\\\"ios\\\":{"
      "\\\"supportURLForLanguage\\\":\\\"https://www.voorbeeld.example/hulp\\\",\\\"websiteUrl\\\":"
      "\\\"https://www.voorbeeld.example/\\\",\\\"privacyPolicyUrl\\\":"
      "\\\"https://www.voorbeeld.example/privacy\\\"}}}}]}\"}</script>";
  CHECK(Told(PageOf(kHead + shoebox)) ==
        "title=Voorbeeld\ndeveloper=Voorbeeld Bank\n" + kLinksTold);
}

TEST_CASE("the front end of 2017: links told apart by their words alone") {
  const std::string links =
      "<dl class=information-list><dt class=x>Seller</dt><dd>Voorbeeld Bank N.V.</dd></dl>"
      "<ul class=\"inline-list inline-list--app-extensions\"><li><a class=\"link icon-external\" "
      "href=\"https://www.voorbeeld.example/\">Site web du développeur</a></li><li><a class=\"link "
      "icon-external\" href=\"https://www.voorbeeld.example/hulp\">Assistance</a></li><li><a "
      "class=\"link icon-external\" href=\"https://www.voorbeeld.example/privacy\">Engagement de "
      "confidentialité</a></li></ul>";
  CHECK(Told(PageOf(kHead + links)) ==
        "title=Voorbeeld\ndeveloper=Voorbeeld Bank\nseller=Voorbeeld Bank N.V.\n" + kLinksTold);
}

TEST_CASE("a page that is no listing of the app tells nothing") {
  std::string other = kHead + "<a class=icon-external href=\"https://x.example/\">Support</a>";
  other.replace(other.find("id123456789"), 11, "id123456780");
  struct Case {
    std::string name, body;
    ListingState state;
    std::string problem;
  };
  const std::vector<Case> cases = {
      {"another app", other, ListingState::kUnreadable, "another app"},
      {"no known link",
       kHead + "<a data-test-id=\"external-link\" href=\"https://x.example/\">Iets</a>",
       ListingState::kUnreadable, "unknown shape"},
      {"empty", "", ListingState::kUnreadable, "unknown shape"},
      {"a phone that is none", kHead + "<dl><dt>Phone Number</dt><dd>niet beschikbaar</dd></dl>",
       ListingState::kUnreadable, "unknown shape"},
      {"script links",
       kHead + "<a class=icon-external href=\"javascript:alert(1)\">App Support</a>",
       ListingState::kUnreadable, "unknown shape"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CheckNothingTold(PageOf(c.body), c.state, c.problem);
  }
}

TEST_CASE("walls, gaps and other hosts give a word and no field") {
  struct Case {
    std::string name;
    Exchange exchange;
    ListingState state;
    std::string problem;
  };
  const std::string whole =
      kHead + "<a class=icon-external href=\"https://a.example/\">Support</a>";
  Exchange cut = AnswerOf(kPage, whole);
  cut.is_truncated = true;
  Exchange consent = AnswerOf(kPage, whole);
  consent.final_url = "https://consent.google.com/ml?continue=x";
  Exchange elsewhere = AnswerOf(kPage, whole);
  elsewhere.final_url = "https://www.apple.com/nl/";
  Exchange silent;
  silent.url = kPage;
  silent.error = FetchError::kTimeout;
  silent.error_text = "apps.apple.com did not answer in time";
  const std::vector<Case> cases = {
      {"not found", AnswerOf(kPage, whole, 404), ListingState::kNotFound, "no such app"},
      {"gone", AnswerOf(kPage, whole, 410), ListingState::kNotFound, "no such app"},
      {"refused", AnswerOf(kPage, whole, 403), ListingState::kBlocked, "refused it (403)"},
      {"too fast", AnswerOf(kPage, whole, 429), ListingState::kBlocked, "refused it (429)"},
      {"broken", AnswerOf(kPage, whole, 500), ListingState::kFailed, "500"},
      {"silent", silent, ListingState::kFailed, "did not answer in time"},
      {"cut", cut, ListingState::kTruncated, "cut off"},
      {"consent elsewhere", consent, ListingState::kConsent, "consent"},
      {"consent in the page",
       AnswerOf(kPage, "<form action=\"https://consent.google.com/save\">x</form>"),
       ListingState::kConsent, "consent"},
      {"robot", AnswerOf(kPage, "<form id=\"captcha-form\">x</form>"), ListingState::kBlocked,
       "robot"},
      {"redirected", elsewhere, ListingState::kUnreadable, "redirects to https://www.apple.com"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CheckNothingTold(ReadApplePage(c.exchange, AppleQuestion(), TheWords()), c.state, c.problem);
    CheckNothingTold(ReadAppleLookup(c.exchange, AppleQuestion(), TheWords()), c.state, c.problem);
  }
}

TEST_CASE("a page cut anywhere tells only what it tells whole") {
  const std::string whole =
      kHead +
      "<dl><dt>Verkoper</dt><dd>Voorbeeld Bank N.V.</dd><dt>Telefoonnummer</dt><dd>+31 20 555 01 "
      "00</dd></dl><a class=icon-external href=\"https://www.voorbeeld.example/hulp\">Support</a>"
      "<a class=icon-external href=\"https://www.voorbeeld.example/\">Website</a>";
  const Listing all = PageOf(whole);
  REQUIRE(all.state == ListingState::kRead);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const Listing part = PageOf(whole.substr(0, length));
    if (part.state != ListingState::kRead) continue;
    CAPTURE(length);
    CHECK((part.support.url.empty() || part.support.url == all.support.url));
    CHECK((part.website.url.empty() || part.website.url == all.website.url));
    CHECK((part.phone.empty() || part.phone == all.phone));
  }
}

TEST_CASE("the two answers are one listing; what one lacks is said") {
  Listing lookup = Lookup("{\"resultCount\":1,\"results\":[" + kResult + "]}");
  Listing page = PageOf(kHead + "<a class=icon-external href=\"https://a.example/\">Support</a>");
  const Listing both = MergeApple(lookup, page);
  CHECK(both.seller == "Voorbeeld Bank N.V.");
  CHECK(both.support.url == "https://a.example/");
  CHECK(both.website.url == "https://www.voorbeeld.example/");
  CHECK(both.version == "5.2.0");
  CHECK(both.problem.empty());
  const Listing half =
      MergeApple(lookup, ReadApplePage(AnswerOf(kPage, "", 429), AppleQuestion(), TheWords()));
  CHECK(half.state == ListingState::kRead);
  CHECK(half.problem == "the server refused it (429)");
  const Listing other = MergeApple(Lookup("{}"), page);
  CHECK(other.state == ListingState::kRead);
}

}  // namespace
}  // namespace klikpad
