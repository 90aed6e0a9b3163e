// Whose a contact is: two signals for an account, words around a number, and the traps of others'.

#include "find/site/ownership.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "find/site/brand_match.h"
#include "look_for_tests.h"

namespace klikpad {
namespace {

Brand Voorbeeld() {
  Brand brand;
  brand.name = "Voorbeeld";
  brand.start = "https://www.voorbeeld.example/";
  return brand;
}

// A look at pages with these bodies; the first is the home page.
SiteLook LookAt(const std::vector<std::string>& bodies) {
  SiteLook look;
  for (const std::string& body : bodies) {
    SitePage page;
    page.url = "https://www.voorbeeld.example/" + std::to_string(look.pages.size());
    page.is_read = true;
    page.lang = "nl";
    const Page read = ReadPage("<html lang=nl><body>" + body + "</body></html>", page.url, "");
    std::vector<SiteText> texts;
    for (const TextBlock& block : read.blocks) texts.push_back(KeptText(block));
    page.texts = std::move(texts);
    FindSocial(read, RulesForAccounts(), {}, page.found);
    FindMessaging(read, RulesForAccounts(), {}, page.found);
    if (look.pages.empty()) page.found.roles.push_back({Role::kHome, "", Confidence::kSure});
    look.pages.push_back(std::move(page));
  }
  look.start = 0;
  return look;
}

Owner OwnerOf(const SiteLook& look, const std::string& channel, const std::string& value) {
  for (const SitePage& page : look.pages) {
    for (const ContactPoint& point : page.found.contacts) {
      if (point.channel == channel && point.value == value) return point.owner;
    }
  }
  FAIL("no such contact: " << channel << " " << value);
  return Owner::kUnknown;
}

const std::string kProfile = "<footer><a href='https://twitter.com/";

TEST_CASE("an account with two signals is the brand's own") {
  struct Case {
    std::string name;
    std::vector<std::string> bodies;
    std::string channel, value;
    Owner owner;
  };
  const std::vector<Case> cases{
      {"name and footer",
       {kProfile + "voorbeeld_nl'>Twitter</a></footer>",
        kProfile + "voorbeeld_nl'>Twitter</a></footer>"},
       "twitter",
       "voorbeeld_nl",
       Owner::kOwn},
      {"footer and the only one, another name",
       {kProfile + "anderenaam'>Twitter</a></footer>",
        kProfile + "anderenaam'>Twitter</a></footer>"},
       "twitter",
       "anderenaam",
       Owner::kOwn},
      {"a director's account on the page about the brand",
       {"<p>Directeur Eva Bos is te volgen via <a "
        "href='https://twitter.com/evabos'>Twitter</a>.</p>",
        "<p>Hallo</p>", "<p>Hallo</p>"},
       "twitter",
       "evabos",
       Owner::kUnknown},
      {"words to follow the brand on the same page",
       {"<p>Ons bedrijf is te volgen via <a href='https://twitter.com/evabos'>Twitter</a>.</p>",
        "<p>Hallo</p>", "<p>Hallo</p>"},
       "twitter",
       "evabos",
       Owner::kOwn},
      {"one signal only: the words of a link in an article",
       {"<p>Hallo</p>",
        "<article><p>Volg <a href='https://twitter.com/iemand'>Iemand</a>.</p></article>"},
       "twitter",
       "iemand",
       Owner::kUnknown},
      {"no signal: somebody in an article",
       {"<p>Hallo</p>",
        "<article><p>Zo zei <a href='https://twitter.com/iemand'>Iemand</a>.</p></article>"},
       "twitter",
       "iemand",
       Owner::kUnknown},
      {"an agency signs its work in the footer",
       {"<footer><p>Website door <a href='https://twitter.com/bureau'>Bureau</a></p></footer>",
        "<footer><p>Website door <a href='https://twitter.com/bureau'>Bureau</a></p></footer>"},
       "twitter",
       "bureau",
       Owner::kVendor},
      {"beside a link whose label names an authority",
       {"<footer><p><a href='https://www.ombudsman.example'>Ombudsman</a> <a "
        "href='https://twitter.com/anderenaam'>X</a></p></footer>",
        "<footer><p><a href='https://www.ombudsman.example'>Ombudsman</a> <a "
        "href='https://twitter.com/anderenaam'>X</a></p></footer>"},
       "twitter",
       "anderenaam",
       Owner::kOwn},
      {"the template's maker",
       {kProfile + "wix'>Twitter</a></footer>", kProfile + "wix'>Twitter</a></footer>"},
       "twitter",
       "wix",
       Owner::kVendor},
      {"an employee",
       {"<main><h2>Ons team</h2><a href='https://www.linkedin.com/in/jan-jansen'>Jan</a></main>"},
       "linkedin",
       "in/jan-jansen",
       Owner::kStaff},
      {"an employee whose slug carries the brand's name",
       {"<main><a href='https://www.linkedin.com/in/jan-voorbeeld'>Jan</a></main>"},
       "linkedin",
       "in/jan-voorbeeld",
       Owner::kStaff},
      {"a partner",
       {"<main><h2>Onze partners</h2><a "
        "href='https://twitter.com/zakenvriend'>Zakenvriend</a></main>"},
       "twitter",
       "zakenvriend",
       Owner::kPartner},
      {"the author of an article",
       {"<script "
        "type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"@type\":\"Person\","
        "\"sameAs\":\"https://twitter.com/schrijver\"}}</script>"
        "<main><a href='https://twitter.com/schrijver'>Volg de schrijver</a></main>"},
       "twitter",
       "schrijver",
       Owner::kStaff},
      {"sameAs and the words near",
       {"<script "
        "type='application/ld+json'>{\"@type\":\"Organization\",\"sameAs\":[\"https://twitter.com/"
        "anders\"]}"
        "</script><main><p>Hallo</p></main>",
        "<main><a href='https://twitter.com/anders'>Stel je vraag</a></main>"},
       "twitter",
       "anders",
       Owner::kOwn},
      {"a WhatsApp number on the own site",
       {"<main><a href='https://wa.me/31612345678'>App ons</a></main>"},
       "whatsapp",
       "+31612345678",
       Owner::kOwn},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SiteLook look = LookAt(c.bodies);
    DecideOwners(look, Voorbeeld(), RulesForAccounts());
    CHECK(std::string(Word(OwnerOf(look, c.channel, c.value))) == std::string(Word(c.owner)));
  }
}

TEST_CASE("a known handle of brand.yaml is enough, and shares are nobody's") {
  SiteLook look =
      LookAt({"<main><a href='https://twitter.com/Anders_1'>Zo</a>"
              "<a href='https://twitter.com/share'>Deel</a></main>"});
  Brand brand = Voorbeeld();
  brand.handles = {{"twitter", "anders_1"}};
  DecideOwners(look, brand, RulesForAccounts());
  CHECK(OwnerOf(look, "twitter", "anders_1") == Owner::kOwn);
  CHECK(OwnerOf(look, "twitter", "") == Owner::kUnknown);
}

ContactPoint Direct(const std::string& channel, const std::string& value,
                    const std::string& quote) {
  ContactPoint point;
  point.channel = channel;
  point.value = value;
  point.display = value;
  point.quote = quote;
  point.position = 1'000;
  return point;
}

TEST_CASE("numbers and addresses are the brand's unless all their places say otherwise") {
  struct Case {
    std::string name, heading, channel, value, quote;
    Role role;
    Owner owner;
  };
  const std::vector<Case> cases{
      {"number", "Contact", "phone", "+31201234567", "Bel +31201234567", Role::kContact,
       Owner::kOwn},
      {"authority's number", "Klachten", "phone", "+31881805250",
       "De Autoriteit Persoonsgegevens is bereikbaar op +31881805250", Role::kPrivacy,
       Owner::kAuthority},
      {"authority's number under its heading", "Toezichthouder", "phone", "+31881805250",
       "Telefoon +31881805250", Role::kPrivacy, Owner::kAuthority},
      {"the brand's number before a sentence about an authority", "Klachten", "phone",
       "+31201234567",
       "Bel ons op +31201234567 als er iets mis is. Niet tevreden? Ga naar de ombudsman.",
       Role::kComplaint, Owner::kOwn},
      {"an authority's number behind a sentence about it", "Klachten", "phone", "+31201234567",
       "Niet tevreden? Ga naar de ombudsman. Telefoon +31201234567.", Role::kComplaint,
       Owner::kAuthority},
      {"an authority's number before its name", "Klachten", "phone", "+31201234567",
       "Bel +31201234567 voor de ombudsman.", Role::kComplaint, Owner::kAuthority},
      {"the brand's own line behind a sentence about an authority", "Klachten", "phone",
       "+31201234567",
       "Wij zijn aangesloten bij de Geschillencommissie. Onze klantenservice: "
       "+31201234567",
       Role::kComplaint, Owner::kOwn},
      {"who is supervised", "Colofon", "phone", "+31201234567",
       "Merk NV, bel +31201234567, staat onder toezicht van de Autoriteit Financiële Markten.",
       Role::kImprint, Owner::kOwn},
      {"a name behind a colon is introduced by what follows the number", "Colofon", "phone",
       "+31201234567", "Merk NV, tel. +31201234567, toezichthouder: AFM", Role::kImprint,
       Owner::kOwn},
      {"a number that ends its sentence", "Klachten", "phone", "+31201234567",
       "Bel ons op +31201234567. De ombudsman komt later.", Role::kComplaint, Owner::kOwn},
      {"the doctor on duty", "Spoed", "phone", "+31201234567",
       "Buiten kantooruren belt u de huisartsenpost: +31201234567.", Role::kFaq, Owner::kPartner},
      {"the brand's number below a heading that goes on", "Bezorging met PostNL", "phone",
       "+31201234567", "Vragen? Bel +31201234567", Role::kFaq, Owner::kOwn},
      {"a partner that helps", "Schade", "phone", "+31201234567",
       "Glasschade? Onze partner Glasvast helpt u: +31201234567.", Role::kFaq, Owner::kPartner},
      {"the grid's owner", "Storing", "phone", "+31201234567",
       "Geen stroom? Bel uw netbeheerder: Stroomnet +31201234567.", Role::kFaq, Owner::kPartner},
      {"the grid's owner on its own site", "Storing", "phone", "+31201234567",
       "Geen stroom? Bel uw netbeheerder Voorbeeld: +31201234567.", Role::kFaq, Owner::kOwn},
      {"who wants to be a partner", "Zakelijk", "phone", "+31201234567",
       "Wilt u partner worden? Bel +31201234567.", Role::kService, Owner::kOwn},
      {"who calls in our name", "Let op", "phone", "+31201234567",
       "Wordt u gebeld door +31201234567? Hang op.", Role::kService, Owner::kUnknown},
      {"who writes in our name", "Let op", "whatsapp", "+31612345678",
       "Ontvangt u een WhatsApp van +31612345678? Reageer niet.", Role::kService, Owner::kUnknown},
      {"from where one calls", "Contact", "phone", "+31201234567",
       "Calls from abroad: +31201234567", Role::kContact, Owner::kOwn},
      {"a parcel service's number", "Veelgestelde vragen", "phone", "+31201234567",
       "Waar is mijn pakket? Bel PostNL: +31201234567", Role::kFaq, Owner::kPartner},
      {"the brand's number behind a sentence about a parcel service", "Veelgestelde vragen",
       "phone", "+31201234567", "Wij verzenden met PostNL. Vragen? Bel ons op +31201234567",
       Role::kFaq, Owner::kOwn},
      {"the brand's number in a text that names an authority later", "Klachten", "phone",
       "+31201234567", "Schrijf ons of bel +31201234567. Niet tevreden? Ga naar Kifid.",
       Role::kComplaint, Owner::kOwn},
      {"the maker's number behind an authority", "Colofon", "phone", "+31201234567",
       "Toezichthouder: de AFM. Website gemaakt door Bureau Blauw, tel. +31201234567",
       Role::kImprint, Owner::kVendor},
      {"a swindler's number", "Let op", "phone", "+31201234567",
       "Gebeld door +31201234567? Bel dit nummer niet terug!", Role::kService, Owner::kUnknown},
      {"a swindler's address with the brand's name", "Let op", "email", "hulp@voorbeeld-nl.example",
       "Mails van hulp@voorbeeld-nl.example zijn niet van ons.", Role::kService, Owner::kUnknown},
      {"a number that swindlers use", "Let op", "phone", "+31201234567",
       "Oplichters bellen uit naam van Voorbeeld met nummer +31201234567.", Role::kService,
       Owner::kUnknown},
      {"whom to call when swindlers call", "Let op", "phone", "+31201234567",
       "Als oplichters bellen, bel dan +31201234567.", Role::kService, Owner::kOwn},
      {"where swindlers are reported", "Let op", "phone", "+31201234567",
       "Meld oplichters via +31201234567.", Role::kService, Owner::kOwn},
      {"the consumers' ombudsman of Belgium", "Klachten", "phone", "+3227025220",
       "Consumentenombudsdienst, tel. +3227025220", Role::kService, Owner::kAuthority},
      {"a closed line", "Contact", "phone", "+31201234567",
       "Het nummer +31201234567 is definitief gesloten.", Role::kContact, Owner::kUnknown},
      {"whom to call about swindlers", "Let op", "phone", "+31201234567",
       "Oplichters bellen uit onze naam. Bel dit nummer niet terug. Twijfelt u? Bel ons: "
       "+31201234567. Wij helpen u graag.",
       Role::kService, Owner::kOwn},
      {"the new line beside a closed shop", "Contact", "phone", "+31201234567",
       "Ons kantoor in Assen is definitief gesloten, bel +31201234567.", Role::kContact,
       Owner::kOwn},
      {"whom to call in place of another", "Contact", "phone", "+31201234567",
       "Bel nooit naar 0900 123 4567, bel +31201234567.", Role::kContact, Owner::kOwn},
      {"the new number before the old one", "Contact", "phone", "+31201234567",
       "Bel +31201234567. Het oude nummer 0900 123 4567 is niet meer in gebruik.", Role::kContact,
       Owner::kOwn},
      {"own address", "Contact", "email", "info@voorbeeld.example", "info@voorbeeld.example",
       Role::kPrivacy, Owner::kOwn},
      {"authority's address", "Contact", "email", "info@autoriteitpersoonsgegevens.nl", "mail",
       Role::kPrivacy, Owner::kAuthority},
      {"another's address on a legal page", "Verwerking", "email", "privacy@ander.example",
       "privacy@ander.example", Role::kPrivacy, Owner::kUnknown},
      {"free mail on a legal page", "Privacy", "email", "voorbeeld@gmail.com",
       "voorbeeld@gmail.com", Role::kPrivacy, Owner::kOwn},
      {"another's address on the contact page", "Contact", "email", "balie@ander.example",
       "balie@ander.example", Role::kContact, Owner::kOwn},
      {"maker of the site", "Colofon", "email", "hallo@bureau.example",
       "Website gemaakt door hallo@bureau.example", Role::kContact, Owner::kVendor},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SiteLook look = LookAt({"<main><h2>" + c.heading + "</h2></main>"});
    look.pages[0].found.roles = {{c.role, "", Confidence::kSure}};
    look.pages[0].found.contacts = {Direct(c.channel, c.value, c.quote)};
    DecideOwners(look, Voorbeeld(), RulesForAccounts());
    CHECK(std::string(Word(OwnerOf(look, c.channel, c.value))) == std::string(Word(c.owner)));
  }
}

TEST_CASE("one place without another owner makes a number the brand's everywhere") {
  SiteLook look = LookAt({"<h2>Contact</h2>", "<h2>Aufsichtsbehörde</h2>"});
  look.pages[0].found.contacts = {Direct("phone", "+31201234567", "Bel +31201234567")};
  look.pages[1].found.contacts = {Direct("phone", "+31201234567", "Autoriteit Persoonsgegevens")};
  look.pages[1].found.roles = {{Role::kPrivacy, "", Confidence::kSure}};
  DecideOwners(look, Voorbeeld(), RulesForAccounts());
  CHECK(look.pages[0].found.contacts[0].owner == Owner::kOwn);
  CHECK(look.pages[1].found.contacts[0].owner == Owner::kOwn);
}

TEST_CASE("what a call costs is said once for all places of a number") {
  struct Case {
    std::string name;
    Tariff footer, contact;
    std::optional<double> cents;
    Tariff tariff;  // of the number in the footer
  };
  const std::vector<Case> cases{
      {"words on one page", Tariff::kPremium, Tariff::kBasic, std::nullopt, Tariff::kBasic},
      {"a price somewhere", Tariff::kPremium, Tariff::kBasic, 80.0, Tariff::kPremium},
      {"no words", Tariff::kPremium, Tariff::kPremium, std::nullopt, Tariff::kPremium},
      {"an ordinary number", Tariff::kBasic, Tariff::kBasic, std::nullopt, Tariff::kBasic},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SiteLook look = LookAt({"<p>Welkom</p>", "<p>Contact</p>"});
    look.pages[0].found.contacts = {Direct("phone", "+319005550123", "Bel")};
    look.pages[0].found.contacts[0].tariff = c.footer;
    look.pages[0].found.contacts[0].cents = c.cents;
    look.pages[1].found.contacts = {Direct("phone", "+319005550123", "Bel")};
    look.pages[1].found.contacts[0].tariff = c.contact;
    DecideOwners(look, Voorbeeld(), RulesForAccounts());
    CHECK(look.pages[0].found.contacts[0].tariff == c.tariff);
  }
}

TEST_CASE("what stands beside others' words only is nobody's for sure") {
  struct Case {
    std::string name, channel, value, quote;
    std::string page;  // after the host; "//" before another host
    std::vector<Role> roles;
    Region region;
    Owner owner;
  };
  const std::string kOther = "Steenmeester, 0201234567, info@steenmeester.example";
  const std::vector<Case> cases{
      {"another's address in an article",
       "email",
       "info@steenmeester.example",
       kOther,
       "/tips",
       {},
       Region::kMain,
       Owner::kUnknown},
      {"the same on the contact page",
       "email",
       "info@steenmeester.example",
       kOther,
       "/contact",
       {Role::kContact},
       Region::kMain,
       Owner::kOwn},
      {"the same in the footer",
       "email",
       "info@steenmeester.example",
       kOther,
       "/tips",
       {},
       Region::kFooter,
       Owner::kOwn},
      {"of a domain that the contact page uses",
       "email",
       "verkoop@concern.example",
       "mail",
       "/tips",
       {},
       Region::kMain,
       Owner::kOwn},
      {"free mail in an article",
       "email",
       "voorbeeld@gmail.com",
       "mail",
       "/tips",
       {},
       Region::kMain,
       Owner::kOwn},
      {"own mail in a news item",
       "email",
       "info@voorbeeld.example",
       "mail",
       "/nieuws/a",
       {Role::kNewsItem},
       Region::kMain,
       Owner::kOwn},
      {"a number beside another's address",
       "phone",
       "+31201234567",
       kOther,
       "/tips",
       {},
       Region::kMain,
       Owner::kUnknown},
      {"a number beside the brand's address",
       "phone",
       "+31201234567",
       "Bel 0201234567 of mail info@voorbeeld.example",
       "/tips",
       {},
       Region::kMain,
       Owner::kOwn},
      {"a number alone in an article",
       "phone",
       "+31201234567",
       "Bel 0201234567",
       "/tips",
       {},
       Region::kMain,
       Owner::kOwn},
      {"a number in a news item",
       "phone",
       "+31201234567",
       "Bel het zwembad",
       "/nieuws/a",
       {Role::kNewsItem},
       Region::kMain,
       Owner::kUnknown},
      {"a number in a customer's post",
       "phone",
       "+31201234567",
       "bel me",
       "//forum.voorbeeld.example/t/1",
       {},
       Region::kMain,
       Owner::kUnknown},
      {"a number in the frame of a forum",
       "phone",
       "+31201234567",
       "Bel ons",
       "//forum.voorbeeld.example/t/1",
       {},
       Region::kFooter,
       Owner::kOwn},
      {"a number on a site that is called forum",
       "phone",
       "+31201234567",
       "Bel ons",
       "//forum.example/t/1",
       {},
       Region::kMain,
       Owner::kOwn},
      {"the police",
       "phone",
       "+319008844",
       "Bel de politie",
       "/contact",
       {Role::kContact},
       Region::kMain,
       Owner::kAuthority},
      {"the police's own site",
       "phone",
       "+319008844",
       "Bel",
       "/contact",
       {Role::kContact},
       Region::kHeader,
       Owner::kOwn},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SiteLook look = LookAt({"<p>Welkom</p>", "<p>Contact</p>", "<p>Tekst</p>"});
    look.pages[1].found.roles = {{Role::kContact, "", Confidence::kSure}};
    look.pages[1].found.contacts = {Direct("email", "info@concern.example", "mail ons")};
    SitePage& page = look.pages[2];
    page.url =
        c.page.starts_with("//") ? "https:" + c.page : "https://www.voorbeeld.example" + c.page;
    for (const Role role : c.roles) page.found.roles.push_back({role, "", Confidence::kSure});
    page.found.contacts = {Direct(c.channel, c.value, c.quote)};
    page.found.contacts[0].region = c.region;
    for (const std::string& mail :
         {std::string("info@steenmeester.example"), std::string("info@voorbeeld.example")}) {
      if (c.channel == "phone" && c.quote.find(mail) != std::string::npos) {
        page.found.contacts.push_back(Direct("email", mail, c.quote));
      }
    }
    DecideOwners(look, Voorbeeld(), RulesForAccounts());
    CHECK(std::string(Word(page.found.contacts[0].owner)) == std::string(Word(c.owner)));
  }
}

TEST_CASE("a link to write to a numbered account is the brand's own, beside its named account") {
  const std::string dm =
      "<main><a href='https://x.com/messages/compose?recipient_id=2244994945'>X</a></main>";
  SiteLook look = LookAt({kProfile + "voorbeeld'>X</a></footer>", dm});
  look.pages[1].found.roles = {{Role::kContact, "", Confidence::kSure}};
  DecideOwners(look, Voorbeeld(), RulesForAccounts());
  CHECK(OwnerOf(look, "twitter", "id/2244994945") == Owner::kOwn);
  look = LookAt({kProfile + "voorbeeld'>X</a></footer>", dm});  // on a page about anything
  DecideOwners(look, Voorbeeld(), RulesForAccounts());
  CHECK(OwnerOf(look, "twitter", "id/2244994945") == Owner::kUnknown);
}

TEST_CASE("a text with a number of its own introduces nothing behind it") {
  for (const bool has_own : {true, false}) {
    CAPTURE(has_own);
    const std::string number = has_own ? " 070 338 97 20" : " Postbus 12345";
    SiteLook look = LookAt({"<p>Welkom</p>", "<main><p>Geschillencommissie Reizen:" + number +
                                                 "</p><p>Telefoon +31201234567</p></main>"});
    SitePage& page = look.pages[1];
    const std::vector<SiteText> texts = page.texts.ReadOrNone();
    REQUIRE(texts.size() == 2);
    page.found.contacts = {Direct("phone", "+31201234567", "Telefoon +31201234567")};
    page.found.contacts[0].position = texts[1].position;
    if (has_own) {
      page.found.contacts.push_back(Direct("phone", "+31703389720", texts[0].text.Str()));
      page.found.contacts[1].position = texts[0].position;
    }
    DecideOwners(look, Voorbeeld(), RulesForAccounts());
    CHECK(std::string(Word(page.found.contacts[0].owner)) == (has_own ? "own" : "authority"));
  }
}

TEST_CASE("a text that asks to follow us is not of the authority above it") {
  const std::string above = "<p>Niet tevreden? Ga naar de Geschillencommissie.</p>";
  SiteLook look =
      LookAt({"<main>" + above +
              "<p>Volg ons op X: <a href='https://x.com/voorbeeld_x'>@v_x</a></p></main>"});
  DecideOwners(look, Voorbeeld(), RulesForAccounts());
  CHECK(OwnerOf(look, "twitter", "voorbeeld_x") == Owner::kOwn);
  look = LookAt(
      {"<main>" + above + "<p>X: <a href='https://x.com/commissie'>@commissie</a></p></main>"});
  DecideOwners(look, Voorbeeld(), RulesForAccounts());
  CHECK(OwnerOf(look, "twitter", "commissie") == Owner::kAuthority);
}

TEST_CASE("an address that the home page shows as an example is nobody's for sure") {
  for (const bool has_own : {true, false}) {
    CAPTURE(has_own);
    SiteLook look = LookAt({"<p>Factuur</p>", "<p>Contact</p>"});
    look.pages[1].found.roles = {{Role::kContact, "", Confidence::kSure}};
    look.pages[0].found.contacts = {Direct("email", "jan@klant.example", "jan@klant.example")};
    if (has_own) {
      look.pages[1].found.contacts = {Direct("email", "info@voorbeeld.example", "mail ons")};
    }
    DecideOwners(look, Voorbeeld(), RulesForAccounts());
    CHECK(look.pages[0].found.contacts[0].owner == (has_own ? Owner::kUnknown : Owner::kOwn));
  }
}

TEST_CASE("below a heading that is another's name alone stands another's number") {
  for (const auto& [heading, owner] : {std::pair{"Weekenddienst tandarts", Owner::kPartner},
                                       {"Bezorging met PostNL", Owner::kOwn}}) {
    CAPTURE(heading);
    for (const std::string& between : {std::string(), std::string("<p>Meer</p><p>Nog meer</p>")}) {
      CAPTURE(between);
      SiteLook look = LookAt({"<p>Welkom</p>", "<h2>" + std::string(heading) + "</h2>" + between +
                                                   "<p>Telefoon +31201234567</p>"});
      look.pages[1].found.contacts = {Direct("phone", "+31201234567", "Telefoon +31201234567")};
      ContactPoint& point = look.pages[1].found.contacts[0];
      point.label = heading;
      point.position = look.pages[1].texts.ReadOrNone().back().position;
      DecideOwners(look, Voorbeeld(), RulesForAccounts());
      CHECK(std::string(Word(point.owner)) ==
            std::string(Word(between.empty() ? owner : Owner::kOwn)));
    }
  }
}

TEST_CASE("an independent officer's address on the page for complaints is nobody's for sure") {
  for (const Role role : {Role::kComplaint, Role::kContact}) {
    CAPTURE(Word(role));
    SiteLook look = LookAt({"<p>Klacht</p>", "<p>Contact</p>"});
    look.pages[0].found.roles = {{role, "", Confidence::kSure}};
    look.pages[0].found.contacts = {Direct("email", "jansen@loket.example", "mail het loket")};
    look.pages[1].found.roles = {{Role::kContact, "", Confidence::kSure}};
    look.pages[1].found.contacts = {Direct("email", "info@voorbeeld.example", "mail ons")};
    DecideOwners(look, Voorbeeld(), RulesForAccounts());
    CHECK(look.pages[0].found.contacts[0].owner ==
          (role == Role::kComplaint ? Owner::kUnknown : Owner::kOwn));
  }
}

TEST_CASE("hours of another's line are not those of the brand's phone") {
  SiteLook look = LookAt({"<p>Welkom</p>", "<p>Contact</p>"});
  look.pages[1].found.contacts = {Direct("phone", "+319008844", "Politie: +319008844"),
                                  Direct("phone", "+31201234567", "Wij: +31201234567"),
                                  Direct("phone", "+31900884499", "Klanten: +31900884499")};
  OpeningHours hours;
  hours.channel = "phone";
  hours.label = "Politie: +319008844";
  look.pages[1].found.hours = {hours, hours, hours};
  look.pages[1].found.hours[1].label = "+31201234567";
  look.pages[1].found.hours[2].label = "+31900884499";  // begins as the number of the police
  DecideOwners(look, Voorbeeld(), RulesForAccounts());
  CHECK(look.pages[1].found.hours[0].channel.empty());
  CHECK(look.pages[1].found.hours[1].channel == "phone");
  CHECK(look.pages[1].found.hours[2].channel == "phone");
}

TEST_CASE("hours of jobs and of lines for emergencies are no measure of the brand's phone") {
  SiteLook look = LookAt({"<p>Welkom</p>", "<p>Contact</p>", "<p>Vacature</p>"});
  look.pages[1].found.contacts = {Direct("phone", "+31612345678", "Nood: +31612345678"),
                                  Direct("phone", "+31201234567", "Klanten: +31201234567")};
  look.pages[1].found.contacts[0].purpose = "emergency";
  look.pages[2].found.roles = {{Role::kJobs, "", Confidence::kSure}};
  OpeningHours hours;
  hours.channel = "phone";
  hours.label = "Nood: +31612345678";
  look.pages[1].found.hours = {hours};
  hours.label = "Werktijd";
  look.pages[2].found.hours = {hours};
  SiteLook with_usual = look;
  hours.label = "Klanten: +31201234567";
  with_usual.pages[1].found.hours.push_back(hours);

  DecideOwners(with_usual, Voorbeeld(), RulesForAccounts());
  CHECK(with_usual.pages[1].found.hours[0].channel.empty());
  CHECK(with_usual.pages[1].found.hours[1].channel == "phone");
  CHECK(with_usual.pages[2].found.hours[0].channel.empty());
  // Where no other hours are known, those are all that there is.
  DecideOwners(look, Voorbeeld(), RulesForAccounts());
  CHECK(look.pages[1].found.hours[0].channel == "phone");
}

TEST_CASE("handles carry a brand's name as a word, not by chance") {
  struct Case {
    std::string brand, host, handle;
    bool is_match;
  };
  const std::vector<Case> cases{
      {"ING", "www.ing.example", "ingnl_webcare", true},
      {"ING", "www.ing.example", "ing_news", true},
      {"ING", "www.ing.example", "marketing_nl", false},
      {"ING", "www.ing.example", "kingdom", false},
      {"NS", "www.ns.example", "ns_online", true},
      {"NS", "www.ns.example", "newsnl", false},
      {"", "www.always-automaten.example", "alwaysautomaten", true},
      {"Albert Heijn", "www.ah.example", "albertheijn", true},
      {"Groen & Zoon", "www.groenparkeren.example", "groenparkeren_be", true},
      {"Voorbeeld", "voorbeeld.example", "anders", false},
      {"Voorbeeld", "voorbeeld.example", "", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.handle);
    Brand brand;
    brand.name = c.brand;
    brand.start = "https://" + c.host + "/";
    CHECK(BrandNames(brand).In(c.handle).empty() != c.is_match);
  }
}

}  // namespace
}  // namespace klikpad
