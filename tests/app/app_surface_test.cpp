// An app walk-through in a whole audit: its screens are pages of the click graph, its contacts are
// read as on the site, and its clicks are counted from its own first screen.

#include "app/app_surface.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/fixture_audit.h"
#include "app/run.h"
#include "base/text.h"
#include "brand/app_file.h"

namespace klikpad {
namespace {

const Rules& TheRules() {
  static const Rules rules = LoadRules(std::string(KLIKPAD_ROOT) + "/rules").value();
  return rules;
}

AppSurface SurfaceOf(const std::string& text) {
  const AppReading reading = ReadAppFile(text, "app.yaml", TheRules().channels);
  REQUIRE_MESSAGE(reading.errors.empty(), reading.errors.front().Text());
  Brand brand;
  brand.name = "Voorbeeld";
  brand.country = "NL";
  brand.start = "https://www.voorbeeld.example/";
  return MakeAppSurface(reading.walk, "app.yaml", brand, TheRules());
}

std::string Told(const ContactPoint& point) {
  std::string text = point.channel + " " + point.value + " " + std::string(Word(point.use));
  if (point.channel == "phone") text += " " + std::string(Word(point.tariff));
  return text + (point.is_clickable ? " tap" : "") + " line " + std::to_string(point.place.line);
}

TEST_CASE("what a tester writes becomes the contact that a site would show") {
  struct Case {
    std::string line, expected;
  };
  const std::vector<Case> cases = {
      {"phone: 020 - 555 01 00", "phone +31205550100 contact basic tap line 3"},
      {"Bel ons -> phone: 0900-0933", "phone +319000933 contact premium tap line 3"},
      {"phone: 0800-1234", "phone +318001234 contact free tap line 3"},
      {"phone: \"+32 2 555 01 00\"", ""},
      {"Bel 020 555 01 00 voor vragen", "phone +31205550100 contact basic line 3"},
      {"twitter: \"@Voorbeeld_NL\"", "twitter voorbeeld_nl contact tap line 3"},
      {"twitter: https://x.com/Voorbeeld_NL", "twitter voorbeeld_nl contact tap line 3"},
      {"{label: Volg ons, facebook: voorbeeld, use: follow}",
       "facebook voorbeeld follow tap line 3"},
      {"whatsapp: 06 12345678", "whatsapp +31612345678 contact tap line 3"},
      {"email: Hulp@Voorbeeld.example", "email hulp@voorbeeld.example contact tap line 3"},
      {"chat:", "chat in-app contact tap line 3"},
      {"form:", "form app.yaml#Hulp%20en%20contact contact line 3"},
      {"Schrijf ons -> form:", "form app.yaml#Hulp%20en%20contact contact tap line 3"},
      {"Twitter -> https://twitter.com/voorbeeld", "twitter voorbeeld contact tap line 3"},
      {"Deel dit -> https://twitter.com/intent/tweet?text=x", "twitter  share tap line 3"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    const AppSurface surface = SurfaceOf("screens:\n  Hulp en contact:\n  - " + c.line + "\n");
    REQUIRE_MESSAGE(surface.errors.empty(), surface.errors.front().Text());
    std::string told;
    for (const ContactPoint& point : surface.pages[0].found.contacts) {
      told += (told.empty() ? "" : " | ") + Told(point);
      CHECK((point.owner == Owner::kOwn || point.use == Use::kShare));
    }
    if (!c.expected.empty()) CHECK(told == c.expected);
  }
}

TEST_CASE("a contact that is none is named with its line") {
  const AppSurface surface =
      SurfaceOf("screens:\n  Hulp:\n  - phone: 12\n  - email: hulp\n  - chat:\n");
  REQUIRE(surface.errors.size() == 2);
  CHECK(surface.errors[0].Text() == "app.yaml:3: '12' is no number that can be dialled in NL");
  CHECK(surface.errors[1].Text() == "app.yaml:4: 'hulp' is no email contact");
}

TEST_CASE("clicks in the app count from its first screen, and change none on the site") {
  const TempDir work;
  const FixtureCopy site("ing-2013");
  const FixtureAudit with = AuditSite(site.Folder(), work / "with");
  site.Replace("brand.yaml", "app: app.yaml\n", "");
  const FixtureAudit without = AuditSite(site.Folder(), work / "without");
  const auto clicks = [](const FixtureAudit& run) {
    std::map<std::string, std::int64_t> by_contact;
    for (const Json& contact : run.audit["contacts"].Items()) {
      if (contact["clicks"].IsNull()) continue;
      by_contact[contact["channel"].AsString() + contact["value"].AsString()] =
          contact["clicks"].AsInt();
    }
    return by_contact;
  };
  CHECK(clicks(with) == clicks(without));
  const Json::Array rows =
      QueryAudit(work / "with",
                 "SELECT clicks, start, certainty FROM routes WHERE surface = 'app' AND value = "
                 "'+31205550102'");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0]["clicks"].AsInt() == 4);  // Service, Contact, Klantenservice, Zakelijk
  CHECK(rows[0]["start"].AsString() == "app.yaml#Beginscherm");
  CHECK(rows[0]["certainty"].AsString() == "exact");
  const Json::Array reach = QueryAudit(
      work / "with",
      "SELECT x.clicks FROM reach x JOIN pages p ON p.id = x.page_id WHERE p.surface = 'app' AND "
      "p.clicks = 0 AND x.target_kind = 'channel' AND x.target = 'twitter' AND x.tier = "
      "'shortest'");
  REQUIRE(reach.size() == 1);
  CHECK(reach[0]["clicks"].IsNull());
}

TEST_CASE("a link from the app to the site leads on over the site's pages") {
  const TempDir work;
  AuditSite(FixtureFolder("luchtbrug"), work / "a");
  const Json::Array rows =
      QueryAudit(work / "a",
                 "SELECT min(clicks) AS clicks FROM routes WHERE surface = 'app' AND channel = "
                 "'email'");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0]["clicks"].AsInt() >= 3);  // menu, website, contact
}

TEST_CASE("the look at the app is as complete as the tester says") {
  struct Case {
    std::string name, from, to, complete, why;
  };
  const std::vector<Case> cases = {
      {"whole", "", "", "yes", ""},
      {"one left out", "- Overschrijven", "- Overschrijven -> ?", "partial",
       "the tester did not look behind 1 of 18 screens"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const FixtureCopy site("ing-2013");
    if (!c.from.empty()) site.Replace("app.yaml", c.from, c.to);
    const FixtureAudit run = AuditSite(site.Folder());
    for (const Json& row : run.audit["coverage"].Items()) {
      if (row["kind"].AsString() != "app") continue;
      CHECK(row["complete"].AsString() == c.complete);
      CHECK(row["why"].AsString() == c.why);
    }
  }
}

}  // namespace
}  // namespace klikpad
