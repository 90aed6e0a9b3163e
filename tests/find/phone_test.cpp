// Phones: numbers in text, links and structured data, and what only looks like one.

#include "find/phone.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/yaml.h"
#include "find/phone_prefilter.h"
#include "find/phone_text.h"
#include "find/phone_uri.h"
#include "page/reader.h"

namespace klikpad {
namespace {

const Rules& PhoneRules() {
  static const Rules rules = [] {
    Rules loaded;
    auto yaml = Yaml::Load(KLIKPAD_ROOT "/rules/phones.yaml");
    REQUIRE_MESSAGE(yaml, yaml.error().Text());
    auto facts = ParsePhoneFacts(*yaml);
    REQUIRE_MESSAGE(facts, facts.error().Text());
    loaded.phones = std::move(*facts);
    return loaded;
  }();
  return rules;
}

Page TextPage(const std::vector<std::string>& lines, const std::string& url = "",
              const std::string& lang = "") {
  Page page;
  page.url = url;
  page.lang = lang;
  page.document.nodes.push_back({"#document", "", -1, 1, 0, 0, 0, 0});
  int position = 0;
  for (const std::string& line : lines) {
    TextBlock block;
    block.node = 0;
    block.text = line;
    block.position = position++;
    page.blocks.push_back(block);
  }
  return page;
}

// "phone +31206241111, fax +31206241112": channel and value of each, in order.
std::string Found(const Page& page, const std::string& country) {
  PageContext context;
  context.country = country;
  Findings findings;
  FindPhones(page, PhoneRules(), context, findings);
  std::string all;
  for (const ContactPoint& point : findings.contacts) {
    if (!all.empty()) all += ", ";
    all += point.channel + " " + point.value;
  }
  return all;
}

ContactPoint First(const std::string& text, const std::string& country) {
  PageContext context;
  context.country = country;
  Findings findings;
  FindPhones(TextPage({text}), PhoneRules(), context, findings);
  REQUIRE(!findings.contacts.empty());
  return findings.contacts[0];
}

}  // namespace

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

TEST_CASE("faxes are told from phones by the words beside them") {
  struct Case {
    std::string name;
    std::vector<std::string> lines;
    std::string found;
  };
  const std::vector<Case> cases{
      {"label before",
       {"Tel: (202) 555-0143 Fax: (202) 555-0144"},
       "phone +12025550143, fax +12025550144"},
      {"one letter", {"T: 202-555-0143 F: 202-555-0144"}, "phone +12025550143, fax +12025550144"},
      {"label after",
       {"202-555-0143 phone, 202-555-0144 fax"},
       "phone +12025550143, fax +12025550144"},
      {"label in brackets",
       {"(202) 555-0143 (202) 555-0144 (fax)"},
       "phone +12025550143, fax +12025550144"},
      {"line before", {"Fax", "202-555-0144"}, "fax +12025550144"},
      {"one line for both", {"Tel/Fax: 202-555-0143"}, "phone +12025550143"},
      {"a label above the number",
       {"Phone\n202-555-0143\nFax\n202-555-0144"},
       "phone +12025550143, fax +12025550144"},
      {"one label, two numbers",
       {"Fax: 202-555-0144 or 202-555-0145"},
       "fax +12025550144, fax +12025550145"},
      {"broken lines",
       {"Main St 1\nTel: 202-555-0143\nFax: 202-555-0144\nOpen daily"},
       "phone +12025550143, fax +12025550144"},
      {"a label alone on its line",
       {"Fax:\nSales: 202-555-0144\nOffice: 202-555-0145"},
       "fax +12025550144, fax +12025550145"},
      {"a word that holds fax", {"Halifax 202-555-0143"}, "phone +12025550143"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Found(TextPage(c.lines), "US") == c.found);
  }
}

TEST_CASE("what only looks like a number is none") {
  struct Case {
    std::string name, country, text;
  };
  const std::vector<Case> cases{
      {"hours with dots", "NL", "Ma t/m vr 08.00 - 21.00 uur"},
      {"hours without words", "NL", "Zaterdag 09.00-17.30, zondag gesloten"},
      {"hours without dots", "NL", "0900 - 1800 uur"},
      {"hours with an en dash", "NL", "08.00–21.00"},
      {"amount", "NL", "14 030 euro"},
      {"pieces", "NL", "14 010 stuks"},
      {"customers", "NL", "14.020 klanten"},
      {"IBAN", "NL", "IBAN NL91 ABNA 0417 1643 00"},
      {"IBAN in one word", "NL", "IBAN: NL91ABNA0417164300"},
      {"chamber of commerce", "NL", "KvK 0201234567"},
      {"VAT", "NL", "BTW-nummer: 805115123B01"},
      {"order number", "NL", "Bestelnummer 0612345678"},
      {"a customer's number written like a phone number", "US", "Customer ID 415-456-7890"},
      {"an account", "US", "Account number: 212-456-7890"},
      {"how a number is written", "US", "Phone 123-456-7890"},
      {"customer number", "NL", "Klantnummer 0881234567"},
      {"dates", "NL", "12-05-2024 en 2024-05-12 en 01.02.2024"},
      {"date in Italy", "IT", "01.02.2024"},
      {"price", "NL", "€ 0612345678"},
      {"coordinates", "NL", "52.370216, 4.895168"},
      {"years", "US", "1979-2011 100"},
      {"time stamp", "US", "2012-01-02 08:00"},
      {"IP address", "US", "192.168.100.200"},
      {"postbox", "NL", "Postbus 12345, 1000 AB Amsterdam"},
      {"web address", "NL", "https://firma.example/0201234567/"},
      {"letters touch it", "NL", "A0612345678"},
      {"postal code and a name in capitals", "US", "92974 PARIS La Defense"},
      {"product name", "US", "ioSafe 214 NAS RAID"},
      {"model with one letter", "US", "Axis M3014 0285-001"},
      {"years of a car", "US", "Spares (Mark 3 140/155/170) 1999"},
      {"ZIP code", "US", "Amherst, MA 01003-9333"},
      {"ZIP codes", "", "Boston MA 02108 - 02266"},
      {"address", "US", "311 Vernon St. Roseville, CA 95678"},
      {"unit touches it", "NL", "0612345678px"},
      {"percent", "NL", "0201234567%"},
      {"ISBN", "NL", "ISBN 978-90-123-4567-8"},
      {"short number without a word", "NL", "Kijk op pagina 112 of 1888"},
      {"item number", "US", "Item number 650 253 0000"},
      {"an example", "US", "Enter it with its area code, e.g. (646) 555-0123."},
      {"a format", "US", "Use the format (212) 555-0100."},
      {"a tenant's number", "NL", "Vermeld uw huurdersnummer 0785550900."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Found(TextPage({c.text}), c.country) == "");
  }
}

TEST_CASE("a number in text that is hidden at first counts when it is certain, as not visible") {
  Page page = TextPage({"Tel: (202) 555-0143", "2025550144"});
  for (TextBlock& block : page.blocks) block.is_visible = false;
  PageContext context;
  context.country = "US";
  Findings findings;
  FindPhones(page, PhoneRules(), context, findings);
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

TEST_CASE("what a number is for is told by the words beside it") {
  struct Case {
    std::string text, purpose;
  };
  const std::vector<Case> cases{
      {"Klantenservice: 020-6241111", "service"},
      {"Customer service 020-6241111", "service"},
      {"Verkoop: 020-6241111", "sales"},
      {"Vertrieb: 020-6241111", "sales"},
      {"Een klacht? Bel 020-6241111", "complaints"},
      {"Beschwerden: 020-6241111", "complaints"},
      {"Spoed? Bel 020-6241111", "emergency"},
      {"Emergency: 020-6241111", "emergency"},
      {"Bel 112", "emergency"},
      {"Investor relations: 020-6241111", "investors"},
      {"Voor leveranciers: 020-6241111", "suppliers"},
      {"Bel 020-6241111", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(First(c.text, "NL").purpose == c.purpose);
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
  FindPhones(page, PhoneRules(), context, findings);
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

TEST_CASE("the hall of an event and who gives it are not who publishes the page") {
  const auto found = [](const std::string& json) {
    Page page = TextPage({"Welkom"});
    DataItem item;
    item.value = *Json::Parse(json);
    page.data.push_back(item);
    return Found(page, "");
  };
  CHECK(found(R"({"@type":"MusicEvent","location":{"@type":"Place","telephone":"+31 20 624 11 11"},
      "organizer":{"@type":"Organization","telephone":"+31 20 624 11 12"}})") == "");
  CHECK(found(R"({"@type":"Organization","location":{"@type":"Place",
      "telephone":"+31 20 624 11 11"}})") == "phone +31206241111");
}

TEST_CASE("a picture of a fax machine or a receiver right before a number is its label") {
  struct Case {
    std::string name, body, found;
  };
  const std::vector<Case> cases{
      {"alternative texts",
       "<p><img src='t.gif' alt='telefoon'> 020 624 11 11<br><img src='f.gif' alt='fax'> 020 624 "
       "11 "
       "12</p>",
       "phone +31206241111, fax +31206241112"},
      {"icon fonts",
       "<ul><li><i class='fa fa-phone'></i> 020 624 11 11</li><li><i class='fa fa-fax'></i> 020 "
       "624 "
       "11 12</li></ul>",
       "phone +31206241111, fax +31206241112"},
      {"a file name", "<p><img src='/img/fax.png'>020 624 11 12</p>", "fax +31206241112"},
      {"a symbol of a sprite", "<p><svg><use xlink:href='#icon-fax'></use></svg> 020 624 11 12</p>",
       "fax +31206241112"},
      {"in a link", "<p><a href='tel:0206241112'><i class='icon-fax'></i>020 624 11 12</a></p>",
       "fax +31206241112"},
      {"words between", "<p><i class='fa-fax'></i> Of bel 020 624 11 11</p>", "phone +31206241111"},
      {"a name that only holds the letters", "<p><i class='fairfaxlogo'></i> 020 624 11 11</p>",
       "phone +31206241111"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Found(ReadPage("<!doctype html><body>" + c.body, "", ""), "NL") == c.found);
  }
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

TEST_CASE("two numbers behind one label are both its") {
  const auto found = [](const std::string& text) {
    return Found(ReadPage("<!doctype html><body><p>" + text, "", ""), "NL");
  };
  CHECK(found("Fax: 020 624 11 11 / 020 624 11 12") == "fax +31206241111, fax +31206241112");
  CHECK(found("Fax 020 624 11 11 of 020 624 11 12") == "fax +31206241111, fax +31206241112");
  CHECK(found("Fax 020 624 11 11 of bel 020 624 11 12") == "fax +31206241111, phone +31206241112");
  CHECK(found("Fax 020 624 11 11. 020 624 11 12") == "fax +31206241111, phone +31206241112");
}

TEST_CASE("a number in the name of a field shows how one is written") {
  const auto found = [](const std::string& body) {
    return Found(ReadPage("<!doctype html><body>" + body, "", ""), "US");
  };
  CHECK(found("<form><label>Phone (202-555-0143) <input name=p></label></form>").empty());
  CHECK(
      found("<form><p>Call 202-555-0143 or write:</p><label>Phone <input name=p></label></form>") ==
      "phone +12025550143");
  CHECK(found("<form><label><input type=checkbox> Call me back from 202-555-0143</label></form>") ==
        "phone +12025550143");
}

TEST_CASE("a number that words or a picture give to a messenger is that one's alone") {
  struct Case {
    std::string name, body, found;
  };
  const std::vector<Case> cases{
      {"icon fonts",
       "<ul><li><i class='fab fa-whatsapp'></i> 06-12345678</li><li><i class='fa fa-phone'></i> "
       "020 624 11 11</li></ul>",
       "whatsapp +31612345678, phone +31206241111"},
      {"a link that dials, under the words of a messenger",
       "<p>Stuur een WhatsAppbericht naar <a href='tel:0612345678'>06 12345678</a></p>",
       "whatsapp +31612345678"},
      {"a link that dials, with the picture of a messenger",
       "<p><a href='tel:0612345678'><i class='fa-whatsapp'></i> 06 12345678</a></p>",
       "whatsapp +31612345678"},
      {"a link for both", "<p>Bel of app: <a href='tel:0612345678'>06 12345678</a></p>",
       "phone +31612345678, whatsapp +31612345678"},
      {"another number further on",
       "<p>WhatsApp kan ook. Of bel <a href='tel:0206241111'>020 624 11 11</a></p>",
       "phone +31206241111"},
      {"on the link of a messenger",
       "<p>Signal: <a href='https://signal.me/#p/+31612345678'>+31 6 12345678</a></p>", ""},
      {"beside the link of a messenger",
       "<p><a href='https://signal.me/#p/+31612345678'>Signal</a> of bel 06 12345678</p>",
       "phone +31612345678"},
      {"below a messenger",
       "<ul><li><a href='https://wa.me/31612345678'>WhatsApp</a></li><li><a href='tel:0206241111'>"
       "020 624 11 11</a></li></ul>",
       "phone +31206241111"},
      {"beside the picture of a messenger's link",
       "<p><a href='https://wa.me/31612345678'><i class='fa-whatsapp'></i></a> <a "
       "href='tel:0206241111'>020 624 11 11</a></p>",
       "phone +31206241111"},
      {"printed below a messenger's link",
       "<ul><li><a href='https://wa.me/31612345678'>WhatsApp</a></li><li>020 624 11 11</li></ul>",
       "phone +31206241111"},
      {"printed in the section of a messenger's link",
       "<h3>WhatsApp</h3><a href='https://wa.me/31612345678'>Start</a><div><p>020 624 11 "
       "11</p></div>",
       "phone +31206241111"},
      {"printed beside its own link",
       "<h3>WhatsApp</h3><p>06 12345678</p><a href='https://wa.me/31612345678'>Start</a>",
       "whatsapp +31612345678"},
      {"behind a number to call", "<p>Liever bellen? 06 12345678 (WhatsApp kan ook)</p>",
       "phone +31612345678, whatsapp +31612345678"},
      {"behind a number alone", "<p>06 12345678 (WhatsApp)</p>", "whatsapp +31612345678"},
      {"a verb", "<p>App of bel 06 12345678</p>", "phone +31612345678, whatsapp +31612345678"},
      {"the brand's app", "<p>Download de app of bel 020 624 11 11</p>", "phone +31206241111"},
      {"by the brand's app", "<p>Regel het via de app: 020 624 11 11</p>", "phone +31206241111"},
      {"printed beside the picture of a messenger's link",
       "<p><a href='https://wa.me/31612345678'><i class='fa-whatsapp'></i></a> 020 624 11 11</p>",
       "phone +31206241111"},
      {"on a link to a page", "<p><a href='/vestiging'>Bel 020 624 11 11</a></p>",
       "phone +31206241111"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Found(ReadPage("<!doctype html><body>" + c.body, "", ""), "NL") == c.found);
  }
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

TEST_CASE("texts without a number are passed over, and no number with them") {
  struct Case {
    std::string text;
    bool may_hold;
  };
  for (const Case& c : std::vector<Case>{
           {"Sinds 1998 al 25 jaar", false},
           {"Van 9.00 tot 17.30 uur", false},
           {"Artikel 12, lid 3, 4 en 5 van de wet", false},
           {"", false},
           {"geen cijfers", false},
           {"020 624 11 11", true},
           {"tel (0)20\xE2\x80\x93"
            "624\xC2\xA0"
            "1111",
            true},
           {"bel 112", true},
           {"bel 14 020", true},
           {"sms 4411", true},
           {"0800-BLOEMEN", true},
           {"(212) NEW-YORK", true},
           {"\xEF\xBC\x90\xEF\xBC\x92\xEF\xBC\x90", true},
       }) {
    CAPTURE(c.text);
    CHECK(MayHoldNumber(c.text, PhoneRules().phones) == c.may_hold);
  }
}

// A megabyte of digits in one shape after another: what a page costs is bounded by counting, so
// that the answers of libphonenumber never grow with it (bench_detect measures the time).
TEST_CASE("pages of a megabyte of digits are read within the bounds") {
  for (const std::string piece :
       {"0201234567", "020 123 45 67 ", "1 2 3 4 5 6 7 8 9 0 ", "12-34-56-78-", "1.234,56 ",
        "<p>0612345678", "<td>12 345 678", "tel 12 34 56 ", "+31 99 123 ", "(020) (123) ",
        "<a href='tel:0201234567'>1</a> ", "12 34 56 78<br>", "+", "((((", "0800-A", "24/7 "}) {
    CAPTURE(piece);
    std::string html = "<!doctype html><body><p>";
    while (html.size() < (1u << 20)) html += piece;
    PageContext context;
    context.country = "NL";
    Findings findings;
    FindPhones(ReadPage(html, "", ""), PhoneRules(), context, findings);
    CHECK(findings.contacts.size() <= 2'500);
  }
}

TEST_CASE("a page that is full of digits is cut by counting") {
  std::string digits;
  for (int i = 0; i < 2000; ++i) digits += "0" + std::to_string(201000000 + i * 7919) + " ";
  std::vector<std::string> lines;
  for (std::size_t i = 0; i + 9000 < digits.size(); i += 9000)
    lines.push_back(digits.substr(i, 9000));
  const Page page = TextPage(lines);
  CHECK(Found(page, "NL") == Found(page, "NL"));
}

TEST_CASE("a label for two kinds of contact gives both, one for calls and faxes a line to call") {
  struct Case {
    std::string text, found;
  };
  const std::vector<Case> cases{
      {"Tel. e Fax 020 624 11 11", "phone +31206241111"},
      {"Telefon und Telefax: 020 624 11 11", "phone +31206241111"},
      {"Tel. / fax: 020 624 11 11", "phone +31206241111"},
      {"Telefoon: - Fax: 020 624 11 11", "fax +31206241111"},
      {"Fax: Dial 020 624 11 11", "fax +31206241111"},
      {"Bel of app: 06 12345678", "phone +31612345678, whatsapp +31612345678"},
      {"Bel/WhatsApp: 06 12345678", "phone +31612345678, whatsapp +31612345678"},
      {"Call or text: 06 12345678", "phone +31612345678, sms +31612345678"},
      {"WhatsApp: 06 12345678", "whatsapp +31612345678"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(Found(TextPage({c.text}, "", "nl"), "NL") == c.found);
  }
}

TEST_CASE("a heading that is nothing but WhatsApp speaks for numbers without a label") {
  Page page = TextPage({"WhatsApp", "Stuur een bericht naar 06 12345678", "Of bel 020 624 11 11"});
  page.blocks[0].kind = TextKind::kHeading;
  page.blocks[1].heading = page.blocks[2].heading = 0;
  CHECK(Found(page, "NL") == "whatsapp +31612345678, phone +31206241111");
  page.blocks[0].text = "Contact via WhatsApp en telefoon";
  CHECK(Found(page, "NL") == "phone +31612345678, phone +31206241111");
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

TEST_CASE("numbers of orders, customers and firms are no phone numbers") {
  for (const std::string& text : std::vector<std::string>{
           "Art.-Nr. 030 123 456", "Bestellnr. 040 1234567", "Kundennummer: 030 1234568",
           "N° d'entreprise : 0412.345.678", "Ondernemingsnummer 0412.345.678",
           "Numéro de commande 01 44 55 66 78", "Numero di ordine: 06 6982 1234"}) {
    CAPTURE(text);
    CHECK(Found(TextPage({text}, "", "de"), "DE") == "");
  }
}

}  // namespace klikpad
