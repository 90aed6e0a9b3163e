// Phones: what only looks like a number, and pages that are full of digits.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "find/phone/prefilter.h"
#include "page/reader.h"
#include "phone_for_tests.h"

namespace klikpad {

TEST_CASE("a Belgian firm's number in the register is none") {
  const auto found = [](const std::string& text) { return Found(TextPage({text}), "BE"); };
  CHECK(found("Voorbeeld NV | BE 0123.456.789, RPR Brussel") == "");
  CHECK(found("BE 0123 456 789") == "");
  CHECK(found("Bel 02 223 45 67. BE 0123.456.789") == "phone +3222234567");
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
      {"a word that ends messages", "US", "Text STOP to 55512 to opt out"},
      {"customer number", "NL", "Klantnummer 0881234567"},
      {"an account of energy", "DE", "Ihr Vertragskonto: 0800 1234 5678"},
      {"an example", "NL", "Voorbeeld: 020-6241111"},
      {"an insured person in France", "FR", "Numéro de sécurité sociale : 1 85 05 78 006 084 36"},
      {"an approval in France", "FR", "Agrément n° 01 44 55 66 77"},
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
    CHECK(MayHoldNumber(c.text, PhoneRulesForTests().phones) == c.may_hold);
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
    FindPhones(ReadPage(html, "", ""), PhoneRulesForTests(), context, findings);
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
