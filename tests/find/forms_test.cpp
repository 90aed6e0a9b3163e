// What forms are for: each kind with the traps that look like another.

#include "find/forms/forms.h"

#include <doctest/doctest.h>

#include "page/reader.h"

namespace klikpad {
namespace {

const Rules& TestRules() {
  static const Rules rules = [] {
    Rules loaded;
    Result<Yaml> yaml = Yaml::Load(KLIKPAD_ROOT "/rules/forms.yaml");
    REQUIRE(yaml);
    Result<FormWords> words = ParseFormWords(*yaml);
    REQUIRE(words);
    loaded.forms = std::move(*words);
    return loaded;
  }();
  return rules;
}

Findings Find(const std::string& html, const std::string& path = "/pagina") {
  Page page = ReadPage(html, "https://www.bedrijf.example" + path, "text/html; charset=utf-8");
  Findings findings;
  FindForms(page, TestRules(), {}, findings);
  return findings;
}

TEST_CASE("the kind of a form") {
  struct Case {
    std::string name, html, kind;
    std::string path = "/pagina";
  };
  for (const Case& c : std::vector<Case>{
           {"contact, nl",
            "<h1>Contact</h1><form method=post action=/verstuur><label>Naam <input "
            "name=naam></label>"
            "<label>E-mail <input name=email type=email></label><label>Uw vraag <textarea "
            "name=vraag>"
            "</textarea></label><button>Versturen</button></form>",
            "contact"},
           {"an opinion of the page is no question",
            "<form method=post><p>Heeft deze informatie u geholpen?</p><input type=radio "
            "name=hulp value=ja><label>Wat kan er beter? <textarea name=t></textarea></label>"
            "<button>Versturen</button></form>",
            "other"},
           {"an opinion with an address wants an answer",
            "<form method=post><p>Was this page helpful?</p><input name=email type=email>"
            "<label>Your message <textarea name=message></textarea></label>"
            "<button>Send</button></form>",
            "contact"},
           {"a table with room for a remark",
            "<form id=reserv><h3>Tisch reservieren</h3><input name=name placeholder=Name><input "
            "type=date name=datum><input name=personen placeholder=Personen><input type=tel "
            "name=tel placeholder=Telefon><textarea name=bemerkung placeholder=Bemerkung>"
            "</textarea><button>Reservierung anfragen</button></form>",
            "booking"},
           {"contact without words but the fields",
            "<form method=post><input name=a placeholder='E-mail'><input name=b "
            "placeholder='Telefoon'>"
            "<textarea name=c></textarea><input type=submit value=OK></form>",
            "contact"},
           {"a form that a script fills in",
            "<form id=contactForm action=/kontakt method=post></form>", "contact", "/kontakt"},
           {"quote request",
            "<h2>Offerte aanvragen</h2><form method=post><input name=naam><input name=telefoon>"
            "<input name=email><textarea "
            "name=omschrijving></textarea><button>Aanvragen</button></form>",
            "contact"},
           {"complaint",
            "<h2>Klacht indienen</h2><form method=post><input name=naam><input name=email>"
            "<textarea name=klacht></textarea><button>Verzenden</button></form>",
            "contact"},
           {"return of goods",
            "<h2>Retour aanmelden</h2><form method=post action=/retour><input name=bestelnummer>"
            "<input name=email><select name=reden><option>Te klein</option></select>"
            "<textarea name=toelichting></textarea><button>Verzenden</button></form>",
            "other"},
           {"a damage, told by the form's address",
            "<h2>Vul alles in</h2><form method=post action=/schade-melden><input name=naam>"
            "<input name=email><textarea name=bericht></textarea><button>Verzenden</button></form>",
            "other"},
           {"a webinar, with room for a question",
            "<h1>Aanmelden webinar</h1><form method=post><input name=naam><input name=email>"
            "<textarea name=vraag></textarea><button>Aanmelden</button></form>",
            "other"},
           {"contact about a return",
            "<h2>Contact over uw retour</h2><form method=post action=/vraag><input name=naam>"
            "<input name=email><textarea name=bericht></textarea><button>Verzenden</button></form>",
            "contact"},
           {"a question below a page about returns",
            "<h1>Retourneren</h1><h2>Stel je vraag</h2><form method=post action=/vraag>"
            "<input name=email><textarea name=vraag></textarea><button>Verzenden</button></form>",
            "contact"},
           {"questions about a return",
            "<h2>Vragen over uw retour?</h2><form method=post action=/formulier><input name=naam>"
            "<input name=email><textarea name=bericht></textarea><button>Verzenden</button></form>",
            "contact"},
           {"a return label is asked for, nothing else",
            "<h2>Vraag uw retourlabel aan</h2><form method=post action=/label><input name=naam>"
            "<input name=email><textarea name=reden></textarea><button>Verzenden</button></form>",
            "other"},
           {"a brand named as a matter",
            "<title>Workshops Utrecht</title><form method=post action=/verstuur><input name=naam>"
            "<input name=email><textarea name=bericht></textarea><button>Verzenden</button></form>",
            "contact"},
           {"the first step of a contact form",
            "<h1>Contact</h1><form method=post action=/contact/stap2><fieldset><legend>Waar gaat "
            "je "
            "vraag over?</legend><input type=radio name=o value=1 id=a><label for=a>Mijn "
            "bestelling</label><input type=radio name=o value=2 id=b><label for=b>Iets "
            "anders</label></fieldset><button>Volgende</button></form>",
            "contact"},
           {"a choice of country on the contact page",
            "<h1>Contact</h1><form method=post action=/land><select name=land><option>Nederland"
            "<option>Belgi&euml;</select><button>Ga verder</button></form>",
            "other", "/contact"},
           {"a questionnaire on the contact page",
            "<h2>Enqu&ecirc;te</h2><form method=post action=/verstuur><p>Beantwoord de vragen</p>"
            "<select name=q1><option>Ja<option>Nee</select><button>Volgende</button></form>",
            "other", "/contact"},
           {"a complaint is a question to people",
            "<h1>Klacht indienen</h1><form method=post action=/klacht><input name=naam>"
            "<input name=email><textarea name=klacht></textarea><button>Versturen</button></form>",
            "contact"},
           {"comment below a news item",
            "<h3>Reageer</h3><form action=/wp-comments-post.php method=post id=commentform>"
            "<textarea name=comment></textarea><input name=author><input name=email type=email>"
            "<input name=url><input type=submit value='Reactie plaatsen'></form>",
            "comment"},
           {"review",
            "<h3>Schrijf een beoordeling</h3><form method=post><input type=radio name=rating "
            "value=1>"
            "<input type=radio name=rating value=2><input name=nickname><textarea "
            "name=review></textarea>"
            "<button>Plaatsen</button></form>",
            "comment"},
           {"mail to a friend",
            "<form method=post><input type=email name=target_email placeholder='Friend&#39;s "
            "e-mail'>"
            "<input name=source_name><input type=email "
            "name=source_email><button>Send</button></form>",
            "comment"},
           {"search", "<form action=/zoeken><input name=q><button>Zoek</button></form>", "search"},
           {"search on the contact page",
            "<h1>Contact</h1><form action=/zoeken role=search><input name=s type=search></form>",
            "search", "/contact"},
           {"store locator",
            "<h2>Vind een winkel</h2><form action=/winkels id=store-locator><input name=q "
            "placeholder="
            "'Postcode of plaats'><button>Zoek</button></form>",
            "search"},
           {"login with contact in the footer",
            "<form method=post action=/inloggen><input name=username><input type=password name=pw>"
            "<input type=checkbox name=remember><button>Inloggen</button><p>Vragen? Neem contact "
            "op</p>"
            "</form><footer><a href=/contact>Contact</a></footer>",
            "login"},
           {"registration",
            "<h1>Account aanmaken</h1><form method=post action=/registreren><input name=voornaam>"
            "<input name=achternaam><input name=email><input type=password name=p1>"
            "<input type=password name=p2><button>Registreren</button></form>",
            "registration"},
           {"recovery",
            "<h1>Wachtwoord vergeten</h1><form method=post action=/wachtwoord-vergeten>"
            "<input name=email><button>Versturen</button></form>",
            "recovery"},
           {"newsletter with name and e-mail",
            "<h3>Nieuwsbrief</h3><form method=post action=/nieuwsbrief><input name=naam>"
            "<input name=email type=email><button>Aanmelden</button></form>",
            "newsletter"},
           {"newsletter made with a form builder, on the contact page",
            "<h3>Blijf op de hoogte</h3><form method=post class=wpcf7-form "
            "action=/contact/#wpcf7-f2>"
            "<input name=your-email type=email><input type=submit value='Schrijf me in'></form>",
            "newsletter", "/contact/"},
           {"add to cart with a note",
            "<form method=post action=/cart/add id=product-form><input name=quantity value=1>"
            "<textarea name=note placeholder='Tekst op het kaartje'></textarea>"
            "<button>In winkelwagen</button></form>",
            "order"},
           {"checkout",
            "<h1>Checkout</h1><form method=post action=/checkout/pay><input name=street><input "
            "name=city>"
            "<input name=postcode><input name=cardnumber><input "
            "name=cvc><button>Betalen</button></form>",
            "order"},
           {"booking",
            "<h2>Reserveren</h2><form method=post action=/reserveren><input type=date "
            "name=aankomst>"
            "<input type=date name=vertrek><select name=personen><option>2</option></select>"
            "<button>Reserveer</button></form>",
            "booking"},
           {"booking with wishes",
            "<h2>Reserveren</h2><form method=post action=/reserveren id=booking-form>"
            "<input name=naam><input name=email><input type=date name=aankomst>"
            "<input type=date name=vertrek><select name=personen><option>2</option></select>"
            "<textarea name=wensen></textarea><button>Reserveer nu</button></form>",
            "booking"},
           {"job application",
            "<h2>Solliciteer op deze vacature</h2><form method=post action=/vacature/sollicitatie>"
            "<input name=naam><input name=email><input type=file name=cv><textarea name=motivatie>"
            "</textarea><button>Solliciteren</button></form>",
            "other"},
           {"poll",
            "<h3>Poll</h3><form method=post action=/poll><input type=radio name=a value=1>"
            "<input type=radio name=a value=2><button>Stem</button></form>",
            "other"},
           {"language picker",
            "<form id=language action=/taal><select name=lang><option>nl</option></select></form>",
            "other"},
           {"cookie consent",
            "<form id=cookie-consent method=post><input type=checkbox name=marketing>"
            "<button>Voorkeuren opslaan</button></form>",
            "other"},
           {"calculator",
            "<h2>Bereken uw hypotheek</h2><form id=rekenhulp><input name=inkomen><input name=rente>"
            "<button>Berekenen</button></form>",
            "other"},
       }) {
    CAPTURE(c.name);
    Findings found = Find(c.html, c.path);
    REQUIRE(found.forms.size() == 1);
    CAPTURE(found.forms[0].why);
    CHECK(std::string(Word(found.forms[0].kind)) == c.kind);
    bool is_contact = false;
    for (const ContactPoint& point : found.contacts) is_contact |= point.channel == "form";
    CHECK(is_contact == (c.kind == "contact"));
  }
}

TEST_CASE("a contact form's value is the address that receives it, else the page with #form") {
  const std::string fields =
      "<input name=email><textarea name=bericht></textarea><button>Verstuur</button></form>";
  ContactPoint point =
      Find("<h2>Contact</h2><form method=post>" + fields, "/contact?a=1").contacts.at(0);
  CHECK(point.channel == "form");
  CHECK(point.value == "https://www.bedrijf.example/contact?a=1#form");
  CHECK(point.label == "Contact");
  CHECK_FALSE(point.is_clickable);
  CHECK(Find("<form method=post action=/stuur.php#x>" + fields).contacts.at(0).value ==
        "https://www.bedrijf.example/stuur.php");
}

TEST_CASE("a promised call back is a channel of its own") {
  Findings found = Find(
      "<h3>Bel mij terug</h3><form method=post><input name=naam><input name=telefoon type=tel>"
      "<button>Bel mij</button></form>");
  REQUIRE(found.contacts.size() == 1);
  CHECK(found.contacts[0].channel == "callback");
  CHECK(Find("<h3>Bel ons</h3><form method=post><input name=q></form>").contacts.empty());
}

TEST_CASE("an embedded form is a contact form only where the page says contact") {
  const std::string frame = "<iframe src=\"https://form.jotform.com/1000001\"></iframe>";
  Findings found = Find("<h2>Stuur ons een bericht</h2>" + frame);
  REQUIRE(found.contacts.size() == 1);
  CHECK(found.contacts[0].value == "https://form.jotform.com/1000001");
  CHECK(found.contacts[0].confidence == Confidence::kLikely);
  CHECK(Find("<h2>Nieuwsbrief</h2>" + frame).contacts.empty());
  CHECK(Find("<h2>Enquete</h2>" + frame, "/contact").contacts.empty());
  CHECK(Find("<h2>Over ons</h2>" + frame).contacts.empty());
  CHECK(Find("<h2>Over ons</h2>" + frame, "/contact").contacts.size() == 1);
  CHECK(Find("<h2>Contact</h2><script src=\"//js.hsforms.net/forms/embed/v2.js\"></script>")
            .contacts.at(0)
            .value == "https://www.bedrijf.example/pagina#form");
  // A loader of chats from a host that has forms, too.
  CHECK(Find("<h2>Contact</h2><script src=\"https://merk.my.salesforce-sites.com/ESWMerk/a.js\">"
             "</script>")
            .contacts.empty());
}

TEST_CASE("a link to another service's form is a contact form where its words say so") {
  const auto link = [](const std::string& words, const std::string& heading = "Contact") {
    return Find("<h2>" + heading + "</h2><a href=\"https://merk.typeform.com/to/abc?utm=1\">" +
                words + "</a>")
        .contacts;
  };
  REQUIRE(link("Stel je vraag").size() == 1);
  CHECK(link("Stel je vraag").at(0).value == "https://merk.typeform.com/to/abc");
  CHECK(link("Stel je vraag").at(0).channel == "form");
  CHECK(link("Contactformulier", "Over ons").size() == 1);
  CHECK(link("Geef je mening").empty());
  CHECK(link("Geef feedback").empty());
  CHECK(link("Contact us survey").empty());
  CHECK(link("Schrijf je in").empty());
  CHECK(link("Lees meer").empty());
  CHECK(
      Find("<h2>Contact</h2><a href=\"https://www.typeform.com/\">Lees meer</a>").contacts.empty());
  CHECK(Find("<a href=\"https://ander.example/contact\">Contactformulier</a>").contacts.empty());
  CHECK(Find("<a href=\"/contact\">Contactformulier</a>").contacts.empty());
  const std::string zendesk =
      "<a href=\"https://merk.zendesk.com/hc/nl/requests/new\">Stuur ons een bericht</a>";
  CHECK(Find(zendesk).contacts.size() == 1);
  CHECK(Find("<a href=\"https://merk.zendesk.com/hc/nl\">Stuur ons een bericht</a>")
            .contacts.empty());
}

TEST_CASE("forms come in document order, one verdict each") {
  Findings found = Find(
      "<form action=/zoek><input name=q></form><form method=post action=/inloggen><input name=user>"
      "<input type=password name=p></form><form></form>");
  REQUIRE(found.forms.size() == 3);
  CHECK(found.forms[0].kind == FormKind::kSearch);
  CHECK(found.forms[1].kind == FormKind::kLogin);
  CHECK(found.forms[2].kind == FormKind::kOther);
  CHECK(found.forms[2].form == 2);
}

}  // namespace
}  // namespace klikpad
