// Google Play's details page in every shape that shared facts tell of (positions of its scripts
// since 2018, the HTML of 2015), and what is no listing.

#include <algorithm>
#include <map>
#include <vector>

#include "base/json.h"
#include "stores/store_test.h"

namespace klikpad {
namespace {

const std::string kUrl =
    "https://play.google.com/store/apps/details?id=nl.voorbeeld.app&hl=nl&gl=NL";

using Path = std::vector<int>;

// Nested lists with values at some positions and null elsewhere.
class Lists {
 public:
  void Put(const Path& path, const std::string& value) { PutRaw(path, JsonString(value)); }
  void PutRaw(const Path& path, const std::string& json) {
    Lists* at = this;
    for (int index : path) at = &at->items_[index];
    at->value_ = json;
  }
  // Items from `from` on move into an object at the end of the list there, by index + 1.
  void MoveBehind(const Path& path, int from) {
    Lists* at = this;
    for (int index : path) at = &at->items_[index];
    at->object_from_ = from;
  }
  std::string Text() const {
    if (items_.empty()) return value_.empty() ? "null" : value_;
    std::string text, behind;
    int next = 0;
    for (const auto& [index, item] : items_) {
      if (object_from_ >= 0 && index >= object_from_) {
        behind +=
            (behind.empty() ? "" : ",") + JsonString(std::to_string(index + 1)) + ":" + item.Text();
        continue;
      }
      for (; next < index; ++next) text += next == 0 ? "null" : ",null";
      text += (next == 0 ? "" : ",") + item.Text();
      next = index + 1;
    }
    if (!behind.empty()) text += (text.empty() ? "{" : ",{") + behind + "}";
    return "[" + text + "]";
  }

 private:
  std::map<int, Lists> items_;
  std::string value_;
  int object_from_ = -1;
};

struct Era {
  std::string name, ds;
  std::map<std::string, Path> at;
};

Path Join2(Path path, const Path& more) {
  path.insert(path.end(), more.begin(), more.end());
  return path;
}

// The positions of shared facts app_stores, google_play.script_data.positions.
std::vector<Era> Eras() {
  const auto older = [](const std::string& name, const std::string& ds) {
    const Path block = {0, 12, 5};
    return Era{name,
               ds,
               {{"developer", Join2(block, {1})},
                {"email", Join2(block, {2, 0})},
                {"website", Join2(block, {3, 5, 2})},
                {"address", Join2(block, {4, 0})},
                {"devlink", Join2(block, {5, 4, 2})},
                {"privacy", {0, 12, 7, 2}},
                {"updated", {0, 12, 8, 0}},
                {"released words", {0, 12, 36}}}};
  };
  const auto newer = [](const std::string& name, const std::string& ds) {
    return Era{name,
               ds,
               {{"email", {1, 2, 69, 1, 0}},
                {"website", {1, 2, 69, 0, 5, 2}},
                {"address", {1, 2, 69, 2, 0}},
                {"name", {1, 2, 68, 0}},
                {"devlink", {1, 2, 68, 1, 4, 2}},
                {"privacy", {1, 2, 99, 0, 5, 2}},
                {"title", {1, 2, 0, 0}},
                {"updated words", {1, 2, 145, 0, 0}},
                {"updated", {1, 2, 145, 0, 1, 0}},
                {"released words", {1, 2, 10, 0}},
                {"released", {1, 2, 10, 1, 0}}}};
  };
  Era legal = newer("2024-10", "ds:5");
  legal.at["seller"] = {1, 2, 69, 4, 0};
  legal.at["legal_email"] = {1, 2, 69, 4, 1, 0};
  legal.at["legal_address"] = {1, 2, 69, 4, 2, 0};
  legal.at["phone"] = {1, 2, 69, 4, 3};
  return {older("2018-04", "ds:3"),
          older("2018-05", "ds:4"),
          older("2019-01", "ds:5"),
          older("2021-09", "ds:6"),
          newer("2022-05", "ds:4"),
          newer("2022-08", "ds:5"),
          legal};
}

const std::map<std::string, std::string> kValues = {
    {"title", "Voorbeeld"},
    {"name", "Voorbeeld Bank"},
    {"updated words", "3 okt 2025"},
    {"released words", "13 feb 2012"},
    {"developer", "Voorbeeld Bank"},
    {"seller", "Voorbeeld Bank N.V."},
    {"email", "app@voorbeeld.example"},
    {"legal_email", "legal@voorbeeld.example"},
    {"website", "https://www.voorbeeld.example/app"},
    {"address", "Dorpsstraat 1, 1000 AA Ergens"},
    {"legal_address", "Dorpsstraat 1, 1000 AA Ergens"},
    {"devlink", "/store/apps/dev?id=1234567890123456789"},
    {"privacy", "https://www.voorbeeld.example/privacy"},
    {"phone", "+31 20 555 01 00"}};

std::string PageWith(const std::string& scripts, const std::string& more = "") {
  return "<!doctype html><html lang=nl><head><title>Voorbeeld - Apps op Google Play</title>"
         "<link rel=canonical "
         "href=\"https://play.google.com/store/apps/details?id=nl.voorbeeld.app\">"
         "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":"
         "\"SoftwareApplication\",\"name\":\"Voorbeeld\",\"author\":{\"@type\":\"Person\",\"name\":"
         "\"Voorbeeld Bank\"},\"offers\":[{\"@type\":\"Offer\",\"price\":\"0\",\"priceCurrency\":"
         "\"EUR\"}],\"aggregateRating\":{\"ratingValue\":\"4.25\",\"ratingCount\":\"1234\"}}</"
         "script>"
         "</head><body><h1>Voorbeeld</h1>" +
         scripts + more + "</body></html>";
}

std::string Script(const std::string& ds, const std::string& data) {
  return "<script nonce=\"x\">AF_initDataCallback({key: '" + ds + "', hash: '7', data:" + data +
         ", sideChannel: {}});</script>";
}

void PutValue(Lists& lists, const Path& path, const std::string& name) {
  if (name == "updated") return lists.PutRaw(path, "1759485600");
  if (name == "released") return lists.PutRaw(path, "1329128000");
  lists.Put(path, kValues.at(name));
}

Lists ListsOf(const Era& era) {
  Lists lists;
  for (const auto& [name, path] : era.at) PutValue(lists, path, name);
  return lists;
}

Listing Read(const std::string& body) {
  return ReadGooglePage(AnswerOf(kUrl, body), GoogleQuestion(), TheWords());
}

// What `era` can tell.
std::string Expected(const Era& era) {
  std::string text = "title=Voorbeeld\ndeveloper=Voorbeeld Bank\n";
  for (const char* field : {"seller", "website", "privacy", "email", "phone", "address"}) {
    if (era.at.count(field) > 0) text += std::string(field) + "=" + kValues.at(field) + "\n";
  }
  return text + "updated=2025-10-03T10:00:00Z\n";
}

TEST_CASE("the developer's block is found wherever the page has it") {
  for (const Era& era : Eras()) {
    CAPTURE(era.name);
    const Listing listing = Read(
        PageWith(Script("ds:1", "[[\"ergens\",[1,2]]]") + Script(era.ds, ListsOf(era).Text())));
    CHECK(listing.state == ListingState::kRead);
    CHECK(Told(listing) == Expected(era));
    CHECK(listing.price == 0.0);
    CHECK(listing.currency == "EUR");
    CHECK(listing.rating == 4.25);
    CHECK(listing.ratings == 1234);
  }
}

TEST_CASE("the block may move to another place, or into an object by its number") {
  for (const Era& era : Eras()) {
    CAPTURE(era.name);
    Lists moved;
    for (const auto& [name, path] : era.at) {
      Path deeper = {3, 1};
      PutValue(moved, Join2(deeper, path), name);
    }
    CHECK(Told(Read(PageWith(Script("ds:9", moved.Text())))) == Expected(era));
    Lists behind = ListsOf(era);
    const bool is_newer = era.at.count("developer") == 0;
    behind.MoveBehind(is_newer ? Path{1, 2} : Path{0, 12}, is_newer ? 50 : 4);
    CHECK(Told(Read(PageWith(Script(era.ds, behind.Text())))) == Expected(era));
  }
}

TEST_CASE("until 2019 the data stood in a function") {
  const Era era = Eras().front();
  const Listing listing =
      Read(PageWith("<script>AF_initDataCallback({key: 'ds:3', isError: false, hash: '7', "
                    "data:function(){return " +
                    ListsOf(era).Text() + "}});</script>"));
  CHECK(Told(listing) == Expected(era));
}

// A page of 2022 and later without any script data.
const std::string kContacts =
    "<div id=developer-contacts><a class=x href=\"https://www.voorbeeld.example/app\">"
    "<div>Website</div><div>https://www.voorbeeld.example/app</div></a>"
    "<a href=\"mailto:app@voorbeeld.example\"><div>Support email</div>app@voorbeeld.example</a>"
    "<a href=\"tel:+31205550100\">Telefoonnummer +31 20 555 01 00</a>"
    "<div class=VfPpkd-WsjYwc><div class=xFVDSb>Adres</div> <div class=pSEeg>Dorpsstraat 1<br>"
    "1000 AA Ergens</div></div>"
    "<a href=\"https://www.voorbeeld.example/privacy\"><div>Privacy Policy</div>"
    "https://www.voorbeeld.example/privacy</a></div>";

TEST_CASE("the served HTML tells the same where the scripts do not") {
  const Listing listing =
      Read(PageWith("", kContacts + "<a href=\"https://elders.example/\">Website</a>"
                                    "<div>Adres</div><div>Ergens anders 1</div>"
                                    "<a href=\"mailto:ander@elders.example\">ander</a>"));
  CHECK(Told(listing) ==
        "title=Voorbeeld\ndeveloper=Voorbeeld Bank\nwebsite=https://www.voorbeeld.example/app\n"
        "privacy=https://www.voorbeeld.example/privacy\nemail=app@voorbeeld.example\n"
        "phone=+31205550100\naddress=Dorpsstraat 1 1000 AA Ergens\n");
}

TEST_CASE("the part about the developer gives the legal name, in its order or another") {
  const std::string mail = "<div>app@voorbeeld.example</div>",
                    phone = "<div>+31 20 555 01 00</div>", name = "<div>Voorbeeld Bank N.V.</div>";
  for (const std::string& about : {name + mail + phone, phone + name + mail}) {
    const Listing listing =
        Read(PageWith("", "<div class=\"HhKIQc\">" + about +
                              "</div><div class=mHsyY>Dorpsstraat 1<br>1000 AA Ergens</div>"));
    CHECK(Told(listing) ==
          "title=Voorbeeld\ndeveloper=Voorbeeld Bank\nseller=Voorbeeld Bank N.V.\n"
          "email=app@voorbeeld.example\nphone=+31 20 555 01 00\n"
          "address=Dorpsstraat 1 1000 AA Ergens\n");
  }
}

TEST_CASE("the text of an app keeps its lines") {
  CHECK(Read(PageWith("", kContacts + "<div data-g-id=description>Vragen?<br>Bel 020 - 555 01 00"
                                      "</div>"))
            .description == "Vragen?\nBel 020 - 555 01 00");
  CHECK(Read(PageWith("", kContacts + "<div itemprop=description><div>Vragen?</div><p>Mail ons"
                                      "</div>"))
            .description == "Vragen?\nMail ons");
}

std::string UpdatedOf(const std::string& words, const std::string& more = "") {
  return Read(PageWith(more, kContacts + "<div><div class=lXlx5>" + words + "</div></div>"))
      .updated_at;
}

TEST_CASE("the day of the version is read from the page in the languages of the store") {
  struct Case {
    std::string label, day, expected;
  };
  const std::vector<Case> cases = {
      {"Updated on", "Oct 3, 2025", "2025-10-03"},
      {"Updated", "October 3, 2025", "2025-10-03"},
      {"Updated on", "3 October 2025", "2025-10-03"},
      {"Geüpdatet op", "3 okt 2025", "2025-10-03"},
      {"Bijgewerkt", "1 maart 2017", "2017-03-01"},
      {"Aktualisiert am", "03.10.2025", "2025-10-03"},
      {"Aktualisiert", "3. März 2020", "2020-03-03"},
      {"Mise à jour le", "1er août 2025", "2025-08-01"},
      {"Última actualización", "3 de octubre de 2025", "2025-10-03"},
      {"Ultimo aggiornamento", "3 ott 2025", "2025-10-03"},
      {"Atualizado em", "3 de out. de 2025", "2025-10-03"},
      {"Updated on", "2025年10月3日", "2025-10-03"},
      {"Updated on", "2025-10-03", "2025-10-03"},
      {"Updated on", "13/10/2025", "2025-10-13"},
      {"Updated on", "10/13/2025", "2025-10-13"},
      // Two days, or none.
      {"Updated on", "3/10/2025", ""},
      {"Updated on", "31 feb 2025", ""},
      {"Updated on", "2 days ago", ""},
      {"Updated on", "Oct 3, 1999", ""},
      {"Updated on", "Oct 2025", ""},
      {"Updated on", "Oct 3, 2025, 10:30", ""},
      {"Updated on", "", ""},
      // Not the version's.
      {"Released on", "Feb 13, 2012", ""},
      {"Uitgebracht op", "13 feb 2012", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.label);
    CAPTURE(c.day);
    CHECK(UpdatedOf(c.label + "</div><div class=xg1aie>" + c.day) == c.expected);
  }
  CHECK(UpdatedOf("Updated on</div><div>Oct 3, 2025</div><div>Updated on</div><div>Oct 4, 2025") ==
        "");
  CHECK(
      UpdatedOf("Updated</div><span class=htlgb><div><span>3 mrt 2020</span></div></span><div>") ==
      "2020-03-03");
}

TEST_CASE("the scripts' moment goes before the printed day; where they disagree neither counts") {
  const Era era = Eras().back();
  const std::string script = Script("ds:5", ListsOf(era).Text());
  CHECK(UpdatedOf("Updated on</div><div>Oct 3, 2025", script) == "2025-10-03T10:00:00Z");
  CHECK(UpdatedOf("Updated on</div><div>Oct 2, 2025", script) == "2025-10-03T10:00:00Z");
  CHECK(UpdatedOf("Updated on</div><div>Oct 13, 2025", script) == "");
}

TEST_CASE("a moment that may be another is not taken for the version's") {
  struct Case {
    std::string name;
    Path path;
    std::string json, expected;
  };
  const std::string whole = "2025-10-03T10:00:00Z";
  const Era era = Eras().back();
  const std::vector<Case> cases = {
      {"a second one of that shape", {1, 2, 150, 0}, "[\"1 jan 2020\",[1577880000]]", ""},
      {"words of another year", {1, 2, 145, 0, 0}, "\"3 okt 2012\"", ""},
      {"words without a year", {1, 2, 145, 0, 0}, "\"gisteren\"", ""},
      {"no words", {1, 2, 145, 0, 0}, "null", whole},
      {"the night of another year's words",
       {1, 2, 145, 0},
       "[\"31 dec 2024\",[1735689700,5]]",
       "2025-01-01T00:01:40Z"},
      {"a number that is no time", {1, 2, 145, 0, 1}, "[12345]", ""},
      {"a number beyond all time", {1, 2, 145, 0, 1}, "[99999999999]", ""},
      {"a text in its place", {1, 2, 145, 0, 1}, "[\"1759485600\"]", ""},
      {"a fraction", {1, 2, 145, 0, 1}, "[1759485600.5]", ""},
      {"parts that are none", {1, 2, 145, 0, 1}, "[1759485600,-1]", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Lists lists;
    for (const auto& [name, path] : era.at) {
      const bool is_replaced =
          path.size() >= c.path.size() && std::equal(c.path.begin(), c.path.end(), path.begin());
      if (!is_replaced) PutValue(lists, path, name);
    }
    lists.PutRaw(c.path, c.json);
    const Listing listing = Read(PageWith(Script("ds:5", lists.Text())));
    CHECK(listing.state == ListingState::kRead);
    CHECK(listing.updated_at == c.expected);
    CHECK(listing.email == "app@voorbeeld.example");
  }
}

TEST_CASE("the app's name comes from the scripts where the page has no other") {
  const Listing listing = Read(
      "<html><head><link rel=canonical "
      "href=\"https://play.google.com/store/apps/details?id=nl.voorbeeld.app\"></head><body>" +
      Script("ds:5", ListsOf(Eras().back()).Text()) + "</body></html>");
  CHECK(listing.state == ListingState::kRead);
  CHECK(listing.title == "Voorbeeld");
  CHECK(listing.developer == "Voorbeeld Bank");
}

TEST_CASE("the page of 2015 to 2018 has the developer's links in its HTML") {
  const Listing listing = Read(
      "<html><head><link rel=canonical "
      "href=\"https://play.google.com/store/apps/details?id=nl.voorbeeld.app\"></head><body>"
      "<div itemprop=name>Voorbeeld</div><div class=meta-info><div class=title>Bijgewerkt</div>"
      "<div class=content itemprop=datePublished>19 maart 2017</div></div>"
      "<a class=dev-link href=\"https://www.google.com/url?q=https://www.voorbeeld.example/"
      "&amp;sa=D\"> Visit website </a><a class=dev-link href=\"mailto:app@voorbeeld.example\">"
      "Email app@voorbeeld.example</a><a class=dev-link "
      "href=\"https://www.google.com/url?q=https://www.voorbeeld.example/privacy\">Privacy "
      "Policy</a></body></html>");
  CHECK(Told(listing) ==
        "title=Voorbeeld\nwebsite=https://www.voorbeeld.example/\n"
        "privacy=https://www.voorbeeld.example/privacy\nemail=app@voorbeeld.example\n"
        "updated=2017-03-19\n");
}

TEST_CASE("what is no listing tells nothing, and says why in a word") {
  const Era era = Eras().back();
  const std::string whole = PageWith(Script(era.ds, ListsOf(era).Text()));
  struct Case {
    std::string name;
    Exchange exchange;
    ListingState state;
    std::string problem;
  };
  Exchange cut = AnswerOf(kUrl, whole.substr(0, whole.size() / 2));
  cut.is_truncated = true;
  Exchange consent = AnswerOf(kUrl, "<form>Akkoord</form>");
  consent.final_url = "https://consent.google.com/ml?continue=x";
  Exchange elsewhere = AnswerOf(kUrl, whole);
  elsewhere.final_url = "https://www.elders.example/";
  Exchange silent;
  silent.url = kUrl;
  silent.error = FetchError::kTimeout;
  silent.error_text = "play.google.com did not answer in time";
  Lists two = ListsOf(era);
  two.Put({1, 9, 69, 1, 0}, "ander@elders.example");
  two.Put({1, 9, 69, 0, 5, 2}, "https://elders.example/");
  std::string other = whole;
  for (std::size_t at; (at = other.find("id=nl.voorbeeld.app")) != other.npos;) {
    other.replace(at, 19, "id=nl.elders.app000");
  }
  const std::vector<Case> cases = {
      {"not there", AnswerOf(kUrl, "not found", 404), ListingState::kNotFound, "no such app"},
      {"refused", AnswerOf(kUrl, "", 403), ListingState::kBlocked, "refused it (403)"},
      {"too fast", AnswerOf(kUrl, "", 429), ListingState::kBlocked, "refused it (429)"},
      {"broken", AnswerOf(kUrl, "", 503), ListingState::kFailed, "503"},
      {"silent", silent, ListingState::kFailed, "did not answer in time"},
      {"consent elsewhere", consent, ListingState::kConsent, "consent"},
      {"consent in the page",
       AnswerOf(kUrl,
                "<title>Voordat je doorgaat</title><form "
                "action=\"https://consent.google.com/save\">nl.voorbeeld.app</form>"),
       ListingState::kConsent, "consent"},
      {"robot", AnswerOf(kUrl, "<form id=\"captcha-form\">nl.voorbeeld.app</form>"),
       ListingState::kBlocked, "robot"},
      {"redirected", elsewhere, ListingState::kUnreadable, "redirects to https://www.elders"},
      {"cut", cut, ListingState::kTruncated, "cut off"},
      {"another app", AnswerOf(kUrl, other), ListingState::kUnreadable, "another app"},
      {"empty", AnswerOf(kUrl, ""), ListingState::kUnreadable, "unknown shape"},
      {"no block", AnswerOf(kUrl, PageWith("")), ListingState::kUnreadable, "unknown shape"},
      {"two blocks that disagree", AnswerOf(kUrl, PageWith(Script("ds:5", two.Text()))),
       ListingState::kUnreadable, "unknown shape"},
      {"broken data", AnswerOf(kUrl, PageWith(Script("ds:5", "[[[1,2"))), ListingState::kUnreadable,
       "unknown shape"},
      {"deep data",
       AnswerOf(kUrl,
                PageWith(Script("ds:5", std::string(100'000, '[') + std::string(100'000, ']')))),
       ListingState::kUnreadable, "unknown shape"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CheckNothingTold(ReadGooglePage(c.exchange, GoogleQuestion(), TheWords()), c.state, c.problem);
  }
}

TEST_CASE("a page cut anywhere tells only what it tells whole") {
  const Era era = Eras().back();
  const std::string whole = PageWith(Script(era.ds, ListsOf(era).Text()));
  const Listing all = Read(whole);
  for (std::size_t length = 0; length < whole.size(); length += 13) {
    const Listing part = Read(whole.substr(0, length));
    if (part.state != ListingState::kRead) continue;
    CAPTURE(length);
    CHECK(part.email == all.email);
    CHECK((part.website.url.empty() || part.website.url == all.website.url));
    CHECK((part.phone.empty() || part.phone == all.phone));
    CHECK((part.updated_at.empty() || part.updated_at == all.updated_at));
  }
}

}  // namespace
}  // namespace klikpad
