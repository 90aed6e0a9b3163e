// Phones: numbers in text, links and structured data, their countries, spellings and tariffs.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "find/phone/uri.h"
#include "page/reader.h"
#include "phone_for_tests.h"

namespace klikpad {

TEST_CASE("numbers in text are read in the plan of their country") {
  struct Case {
    std::string name, country, text, found;
  };
  const std::vector<Case> cases{
      {"hyphen after the area code", "NL", "Tel. 020-6241111", "phone +31206241111"},
      {"groups of two", "NL", "020 624 11 11", "phone +31206241111"},
      {"area code in brackets", "NL", "Tel. (020) 624 11 11", "phone +31206241111"},
      {"the zero in brackets", "NL", "+31 (0)20 624 11 11", "phone +31206241111"},
      {"dialled from abroad", "NL", "Tel: 0031 20 624 11 11", "phone +31206241111"},
      {"mobile", "NL", "Mobiel 06 12 34 56 78", "phone +31612345678"},
      {"company number", "NL", "Bel 088 - 123 45 67", "phone +31881234567"},
      {"free number", "NL", "Bel gratis 0800-1234", "phone +318001234"},
      {"municipality", "NL", "Bel 14 020 voor de gemeente", "phone 14020"},
      {"a carrier of one's own choice", "BR", "Fone: (0xx11) 3333-4444", "phone +551133334444"},
      {"such a carrier without brackets", "BR", "Tel 0XX21 2222-3333", "phone +552122223333"},
      {"such a carrier, area apart", "BR", "Fax (0xx 11) 5555-6666", "fax +551155556666"},
      {"municipality in one word", "NL", "Telefoon: 14020", "phone 14020"},
      {"harmonised number", "NL", "Bel 116 117", "phone 116117"},
      {"emergency", "NL", "Bel 112 bij spoed", "phone 112"},
      {"letters", "NL", "Bel 0800-BLOEMEN", "phone +318002563636"},
      {"vanity", "US", "Call 1-800-FLOWERS today", "phone +18003569377"},
      {"full-width digits", "NL", "０２０ ６２４ １１ １１", "phone +31206241111"},
      {"two numbers and a slash", "NL", "020 624 11 11 / 020 624 22 22",
       "phone +31206241111, phone +31206242222"},
      {"two numbers of different kinds and a slash", "NL", "Tel 020-6241111 / 06-12345678",
       "phone +31206241111, phone +31612345678"},
      {"last digits after a slash", "NL", "Tel 020-6241111/12", "phone +31206241111"},
      {"extension", "NL", "+31 88 123 4567 ext. 12", "phone +31881234567"},
      {"Dutch extension", "NL", "088 1234567 tst. 12", "phone +31881234567"},
      {"another country's number", "NL", "+44 20 7946 0958", "phone +442079460958"},
      {"international free number", "NL", "Bel 00800 1234 5678", "phone +80012345678"},
      {"no trunk zero in Spain", "ES", "Tel. 912 345 678", "phone +34912345678"},
      {"a German exchange", "DE", "Service: 0431 / 555 01-0 (werktags)", "phone +49431555010"},
      {"a German exchange of a lone digit", "DE", "Zentrale in Hamburg, 040 / 23 12 5-0",
       "phone +4940231250"},
      {"German area code", "DE", "Telefon 030/1234567", "phone +49301234567"},
      {"vanity without a word", "US", "1.800.FLOWERS (356-9377)", "phone +18003569377"},
      {"vanity behind brackets", "US", "Call (212) NEW-YORK (639-9675)", "phone +12126399675"},
      {"the next element touches it", "US", "1.800.555.0199directions", "phone +18005550199"},
      {"the one in the area code's group", "US", "1800 555 0199 (toll free)", "phone +18005550199"},
      {"plain digits beside a word", "US", "Contact Number: 2025550143", "phone +12025550143"},
      {"short SMS number", "NL", "Stuur een sms naar 4411", "sms 4411"},
      {"a word to be sent", "GB", "Text HELLO to 55512 to chat with us", "sms 55512"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Found(TextPage({c.text}), c.country) == c.found);
  }
}

TEST_CASE("a number's country comes from its own signs when nothing else tells it") {
  struct Case {
    std::string name;
    std::vector<std::string> lines;
    std::string url, lang, found;
  };
  const std::vector<Case> cases{
      {"host", {"Tel 020 624 11 11"}, "https://www.firma.nl/", "", "phone +31206241111"},
      {"British host", {"Tel 020 7946 0958"}, "https://firm.co.uk/", "", "phone +442079460958"},
      {"language", {"Tel 020 624 11 11"}, "https://firma.example/", "nl", "phone +31206241111"},
      {"region of the language", {"Tel 02 552 22 11"}, "", "nl-be", "phone +3225522211"},
      {"North American writing",
       {"(202) 555-0143"},
       "https://firm.example/",
       "en",
       "phone +12025550143"},
      {"unknown: digits as printed", {"Tel 020 7946 0958"}, "", "en", "phone 02079460958"},
      {"postcode", {"London SW1A 1AA", "Tel 020 7946 0958"}, "", "en", "phone +442079460958"},
      {"another number's code",
       {"Tel 020 7946 0958", "+44 20 7946 0959"},
       "",
       "",
       "phone +442079460958, phone +442079460959"},
      {"address line above",
       {"1 Street, Kuwait", "Tel: 965 2243 1234"},
       "",
       "en",
       "phone +96522431234"},
      {"national number below its country",
       {"Jakarta", "Indonesia", "Tel: 21 5093 5070"},
       "",
       "en",
       "phone +622150935070"},
      {"heading", {"UK office", "020 7946 0958"}, "https://firma.nl/", "", "phone +442079460958"},
      {"country in the label",
       {"Toll Free (India): 1800 209 4545"},
       "",
       "en",
       "phone +9118002094545"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Found(TextPage(c.lines, c.url, c.lang), "") == c.found);
  }
}

TEST_CASE("a number in text that is hidden at first counts when it is certain, as not visible") {
  Page page = TextPage({"Tel: (202) 555-0143", "2025550144"});
  for (TextBlock& block : page.blocks) block.is_visible = false;
  PageContext context;
  context.country = "US";
  Findings findings;
  FindPhones(page, PhoneRulesForTests(), context, findings);
  REQUIRE(findings.contacts.size() == 1);
  CHECK_FALSE(findings.contacts[0].is_visible);
}

TEST_CASE("a call's tariff comes from the plan and from the price beside the number") {
  struct Case {
    std::string name, text;
    Tariff tariff;
  };
  const std::vector<Case> cases{
      {"free", "Bel 0800-1234", Tariff::kFree},
      {"geographic", "Bel 020-6241111", Tariff::kBasic},
      {"company number", "Bel 088-1234567", Tariff::kBasic},
      {"paid", "Bel 0900-1234", Tariff::kPremium},
      {"paid, at the cost of any call", "Bel 0900-1234 (gebruikelijke belkosten)", Tariff::kBasic},
      {"paid, with a price a call beside the cost of any call",
       "Bel 0900-1234 (45 cent per gesprek + uw gebruikelijke belkosten)", Tariff::kPremium},
      {"paid, with a price", "Bel 0900-1234 (gebruikelijke belkosten plus € 0,80 per minuut)",
       Tariff::kPremium},
      {"mobile", "Bel 06-12345678", Tariff::kMobile},
      {"abroad", "Bel +49 30 1234567", Tariff::kForeign},
      {"municipality", "Bel 14020", Tariff::kBasic},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(First(c.text, "NL").tariff == c.tariff);
  }
  CHECK(First("Bestel: 0900-1234. Gratis verzending!", "NL").tariff == Tariff::kPremium);
  CHECK(First("Bel 0900-1234 (€ 0,10 per minuut)", "NL").cents.value_or(0) == doctest::Approx(10));
  CHECK(First("Bel 0900-1234 (45 ct/min)", "NL").cents.value_or(0) == doctest::Approx(45));
  CHECK_FALSE(First("Bel 0900-1234 (90 cent per gesprek)", "NL").cents);
  CHECK(First("Klachten? Bel 020-6241111", "NL").purpose == "complaints");
  CHECK(First("Klantenservice: 020-6241111", "NL").purpose == "service");
}

TEST_CASE("the line below a number may say what a call costs") {
  struct Case {
    std::string name, country;
    std::vector<std::string> lines;
    Tariff tariff;
    std::optional<double> cents;
    std::string quote;
  };
  const std::vector<Case> cases = {
      {"a price a minute",
       "NL",
       {"Bel 0900 - 123 45 67", "€ 0,10 per minuut"},
       Tariff::kPremium,
       10,
       "Bel 0900 - 123 45 67 € 0,10 per minuut"},
      {"the usual costs",
       "NL",
       {"0900 - 123 45 67", "Gebruikelijke belkosten"},
       Tariff::kBasic,
       {},
       "0900 - 123 45 67 Gebruikelijke belkosten"},
      {"the service is free, the call is not",
       "FR",
       {"Téléphone : 3996", "Service gratuit + prix appel"},
       Tariff::kBasic,
       {},
       "Téléphone : 3996 Service gratuit + prix appel"},
      {"both are free",
       "FR",
       {"Téléphone : 3996", "Service & appel gratuits"},
       Tariff::kFree,
       {},
       "Téléphone : 3996 Service & appel gratuits"},
      {"what is free is something else",
       "NL",
       {"020 - 555 12 34", "Gratis parkeren"},
       Tariff::kBasic,
       {},
       "020 - 555 12 34"},
      {"the next number's",
       "NL",
       {"0900 - 123 45 67", "0800 - 123 45 67 (gratis)"},
       Tariff::kPremium,
       {},
       "0900 - 123 45 67"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Findings findings;
    PageContext context;
    context.country = c.country;
    FindPhones(TextPage(c.lines), PhoneRulesForTests(), context, findings);
    REQUIRE_FALSE(findings.contacts.empty());
    const ContactPoint& point = findings.contacts[0];
    CHECK(point.tariff == c.tariff);
    CHECK(point.cents == c.cents);
    CHECK(point.quote == c.quote);
  }
}

TEST_CASE("a short number alone below a word for calls is one") {
  const auto found = [](const std::string& body, const std::string& country) {
    return Found(ReadPage("<!doctype html><body>" + body, "", ""), country);
  };
  CHECK(found("<h3>Par téléphone</h3><p>3996</p>", "FR") == "phone 3996");
  CHECK(found("<h3>Bel ons</h3><p>14 020</p>", "NL") == "phone 14020");
  CHECK(found("<h3>Par téléphone</h3><p>3996 appels par jour</p>", "FR") == "");
  CHECK(found("<h3>Fax</h3><p>3996</p>", "FR") == "");
  CHECK(found("<h3>Nos agences</h3><p>3996</p>", "FR") == "");
}

TEST_CASE("what a call costs follows the plan of the number's country") {
  struct Case {
    std::string name, country, text;
    Tariff tariff;
  };
  const std::vector<Case> cases{
      {"German free", "DE", "Telefon 0800 1234567", Tariff::kFree},
      {"German premium", "DE", "Telefon 0900 1 123123", Tariff::kPremium},
      {"German shared", "DE", "Telefon 0180 5 123456", Tariff::kShared},
      {"German mobile", "DE", "Telefon 01512 3456789", Tariff::kMobile},
      {"Belgian free", "BE", "Bel 0800 12 345", Tariff::kFree},
      {"Belgian premium", "BE", "Bel 0900 12 345", Tariff::kPremium},
      {"Belgian geographic", "BE", "Bel 02 552 22 11", Tariff::kBasic},
      {"British free", "GB", "Call 0800 123 4567", Tariff::kFree},
      {"French free", "FR", "Appelez le 0 800 123 456", Tariff::kFree},
      {"American free", "US", "Call 1-800-555-0199", Tariff::kFree},
      {"Dutch paid, seen from Belgium", "BE", "Bel +31 900 1234", Tariff::kPremium},
      {"Dutch, seen from Belgium", "BE", "Bel +31 20 624 11 11", Tariff::kForeign},
      {"European free", "NL", "Bel 116 123", Tariff::kFree},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(First(c.text, c.country).tariff == c.tariff);
  }
}

TEST_CASE("one number in many spellings has one value") {
  for (const std::string text :
       {"Bel 020 624 11 11", "Bel 020-6241111", "Bel (020) 624 11 11", "Bel +31 (0)20 624 11 11",
        "Bel +31 20 624 1111", "Bel 0031 20 624 11 11", "Bel +31206241111", "Bel 020 - 624.11.11",
        "Bel 0206241111", "Bel (+31) 20 6241111", "Bel 020/6241111", "Bel +31-20-624-1111"}) {
    CAPTURE(text);
    CHECK(Found(TextPage({text}), "NL") == "phone +31206241111");
  }
  for (const std::string text : {"Bel 14 020", "Bel 14020", "Bel 14-020"}) {
    CAPTURE(text);
    CHECK(Found(TextPage({text}), "NL") == "phone 14020");
  }
}

TEST_CASE("a linked number is one contact, clickable, with the words around it") {
  Page page = TextPage({"Fax: 020-6241112", "Bel 020-6241111"});
  Link link;
  link.href = "tel:%2B31206241111;ext=12";
  link.label = "020-6241111";
  link.block = 1;
  link.position = 1;
  page.links.push_back(link);
  PageContext context;
  context.country = "NL";
  Findings findings;
  FindPhones(page, PhoneRulesForTests(), context, findings);
  REQUIRE(findings.contacts.size() == 2);
  CHECK(findings.contacts[0].channel == "fax");
  CHECK(findings.contacts[1].value == "+31206241111");
  CHECK(findings.contacts[1].is_clickable);
  CHECK(findings.contacts[1].quote == "Bel 020-6241111");
  CHECK(findings.contacts[1].confidence == Confidence::kSure);
}

// RFC 3966 §3 (tel), RFC 5724 §2.2 (sms), and what the web writes.
TEST_CASE("telephone addresses are read as RFC 3966 and the web write them") {
  struct Case {
    std::string href, number, extension, context;
    bool is_sms = false;
  };
  const std::vector<Case> cases{
      {"tel:+31-20-624-1111;ext=12", "+31206241111", "12", ""},
      {"tel:0800-1234;phone-context=+31", "08001234", "", "+31"},
      {"tel:020-6241111;phone-context=example.com", "0206241111", "", ""},
      {"tel:%2B31206241111", "+31206241111", "", ""},
      {"TEL://020 624 11 11", "0206241111", "", ""},
      {"tel:+31206241111,,3", "+31206241111", "3", ""},
      {"tel:+31206241111p123", "+31206241111", "123", ""},
      {"tel:1-800-FLOWERS", "18003569377", "", ""},
      {"callto:+31206241111", "+31206241111", "", ""},
      {"sms:+31612345678?body=hi", "+31612345678", "", "", true},
      {"tel:++31206241111", "+31206241111", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.href);
    const auto uri = ParsePhoneUri(c.href);
    REQUIRE(uri);
    CHECK(uri->number == c.number);
    CHECK(uri->extension == c.extension);
    CHECK(uri->context == c.context);
    CHECK(uri->is_sms == c.is_sms);
  }
  CHECK_FALSE(ParsePhoneUri("mailto:0206241111@x.example"));
  CHECK_FALSE(ParsePhoneUri("tel:"));
}

TEST_CASE("structured data adds numbers that are not printed, as not visible") {
  Page page = TextPage({"Welkom"});
  DataItem item;
  item.value = *Json::Parse(R"({"@type":"Organization","telephone":"+31 20 624 11 11",
      "contactPoint":[{"faxNumber":"020-6241112"}],"address":{"addressCountry":"NL"},
      "review":[{"author":{"@type":"Person","telephone":"+31 20 624 11 13"}}]})");
  page.data.push_back(item);
  CHECK(Found(page, "") == "phone +31206241111, fax +31206241112");  // not the reviewer's
}

TEST_CASE("an exchange shown on the link of its number is that number") {
  const Page page = ReadPage(
      "<!doctype html><body><p>Tel.: <a href='tel:+43732123456'>+43 732 123456-0</a>", "", "");
  CHECK(Found(page, "AT") == "phone +43732123456");
}

TEST_CASE("a country's own grouping with a leading one is North American anywhere") {
  CHECK(First("Mexico: 1-800-555-0162", "US").value == "+18005550162");
}

TEST_CASE("a prefix for calls by text is no part of the number") {
  const Page page = ReadPage("<!doctype html><body><p>Text relay: 18001 020 7946 0018", "", "");
  CHECK(Found(page, "GB") == "phone +442079460018");
}

TEST_CASE("a number that a button holds until it is pressed") {
  const auto found = [](const std::string& body) {
    return Found(ReadPage("<!doctype html><body>" + body, "", ""), "NL");
  };
  CHECK(found("<button data-phone='+31206241111'>Toon nummer</button>") == "phone +31206241111");
  CHECK(found("<a href='#' data-tel='020-624 11 11'>Toon telefoonnummer</a>") ==
        "phone +31206241111");
  CHECK(found("<p>020 624 11 11 <button data-phone='0206241111'>Kopieer</button></p>") ==
        "phone +31206241111");
  CHECK(found("<button data-phone='12345678'>Toon</button>") == "");
  CHECK(found("<button data-id='0206241111'>Toon</button>") == "");
  CHECK(found("<div data-phone='0206241111'>Klant</div>") == "");
  CHECK(found("<a href='/profiel' data-phone='0206241111'>Profiel</a>") == "");
}

TEST_CASE("an address beside a number tells its country") {
  struct Case {
    std::string name;
    std::vector<std::string> lines;
    std::string found;
  };
  const std::vector<Case> cases{
      {"in its block",
       {"Voorbeeldkade 19\n3088 HH Voorbeeldstad\n010 428 55 66"},
       "phone +31104285566"},
      {"above it",
       {"Beispielstraße 54, 20457 Beispielstadt", "040 / 37 48 20"},
       "phone +4940374820"},
      {"French", {"12 rue de l'Exemple\n75003 Paris\n01 44 55 66 78"}, "phone +33144556678"},
      {"Italian", {"Via dell'Esempio 12, 00186 Roma\nTel. 06 6982 1234"}, "phone +390669821234"},
      {"the page's own else", {"Example House", "020 7946 0123"}, "phone +442079460123"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Found(TextPage(c.lines, "", "en-gb"), "GB") == c.found);
  }
}

}  // namespace klikpad
