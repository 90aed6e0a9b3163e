// Addresses of places: every example of rules/addresses.yaml, lines of their own, structured data.

#include "find/address/address.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "find/address/text.h"
#include "page/reader.h"

namespace klikpad {
namespace {

const Rules& RulesForAddresses() {
  static const Rules rules = [] {
    Rules loaded;
    auto yaml = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/addresses.yaml");
    REQUIRE_MESSAGE(yaml, yaml.error().Text());
    auto facts = ParseAddressFacts(*yaml);
    REQUIRE_MESSAGE(facts, facts.error().Text());
    loaded.addresses = *facts;
    return loaded;
  }();
  return rules;
}

std::string AddressesOf(const std::string& html, const std::string& country = "NL") {
  const Page page = ReadPage(html, "https://www.voorbeeld.example/", "text/html; charset=utf-8");
  PageContext context;
  context.country = country;
  Findings found;
  FindAddresses(page, RulesForAddresses(), context, found);
  std::string told;
  for (const ContactPoint& point : found.contacts) {
    told += point.value + (point.purpose.empty() ? "" : " " + point.purpose) +
            (point.is_data_only ? " data" : "") + "\n";
  }
  return told;
}

TEST_CASE("every example of addresses.yaml reads as it says") {
  const AddressFacts& facts = RulesForAddresses().addresses;
  for (const AddressExample& example : facts.examples) {
    CAPTURE(example.line);
    CAPTURE(example.text);
    const auto found = AddressesIn(example.text, "", facts, example.country);
    REQUIRE(found.size() == 1);
    CHECK(found[0].value == example.value);
    CHECK(found[0].purpose == example.purpose);
    if (!example.shown.empty()) CHECK(found[0].shown == example.shown);
  }
  for (const AddressExample& example : facts.counter_examples) {
    CAPTURE(example.line);
    CAPTURE(example.text);
    CHECK(AddressesIn(example.text, "", facts, example.country).empty());
  }
}

TEST_CASE("addresses of a page are found in one text, in lines and in data") {
  struct Case {
    std::string name, body, told;
  };
  const std::vector<Case> cases{
      {"a line each",
       "<footer><div>Voorbeeld BV</div><div>Voorbeeldplein 12</div><div>1234 AB "
       "Voorbeeldstad</div></footer>",
       "1234AB 12\n"},
      {"in an address element with breaks",
       "<address>Voorbeeld BV<br>Voorbeeldplein 12<br>1234 AB Voorbeeldstad<br>Tel. 020 1234567"
       "</address>",
       "1234AB 12\n"},
      {"two under their headings",
       "<h3>Bezoekadres</h3><p>Voorbeeldplein 12<br>1234 AB Voorbeeldstad</p>"
       "<h3>Postadres</h3><p>Postbus 99<br>1000 AB Voorbeeldstad</p>",
       "1234AB 12 visiting\n1000AB box 99 postal\n"},
      {"in one sentence",
       "<p>Ons kantoor aan Voorbeeldplein 12, 1234 AB Voorbeeldstad is open.</p>", "1234AB 12\n"},
      {"a list of branches",
       "<ul><li>Voorbeeldplein 12, 1234 AB Voorbeeldstad</li><li>Anderestraat 3, 4321 BA "
       "Elders</li></ul>",
       "1234AB 12\n4321BA 3\n"},
      {"data alone",
       "<script type='application/ld+json'>{\"@type\":\"Organization\",\"address\":{\"@type\":"
       "\"PostalAddress\",\"streetAddress\":\"Voorbeeldplein 12\",\"postalCode\":\"1234 AB\","
       "\"addressLocality\":\"Voorbeeldstad\",\"addressCountry\":\"NL\"}}</script>",
       "1234AB 12 data\n"},
      {"data of what is printed",
       "<div itemscope itemtype='https://schema.org/PostalAddress'><span "
       "itemprop=streetAddress>Voorbeeldplein 12</span><br><span itemprop=postalCode>1234 "
       "AB</span> <span itemprop=addressLocality>Voorbeeldstad</span></div>",
       "1234AB 12\n"},
      {"a form that asks for one",
       "<form><label>Postcode <input placeholder='1234 AB'></label></form>", ""},
      {"years and amounts", "<p>In 2013 Amsterdam won. Sinds 1999 Utrecht.</p>", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(AddressesOf("<html lang=nl><body>" + c.body + "</body></html>") == c.told);
  }
}

TEST_CASE("an address says where it stands and what was read") {
  const Page page = ReadPage(
      "<html lang=nl><body>\n<p>Voorbeeldplein 12<br>1234 AB Voorbeeldstad</p></body></html>",
      "https://www.voorbeeld.example/", "");
  Findings found;
  FindAddresses(page, RulesForAddresses(), {}, found);
  REQUIRE(found.contacts.size() == 1);
  CHECK(found.contacts[0].display == "Voorbeeldplein 12, 1234 AB Voorbeeldstad");
  CHECK(found.contacts[0].place.line == 2);
  CHECK_FALSE(found.contacts[0].is_clickable);
  CHECK(found.contacts[0].quote.View().find("Voorbeeldplein") != std::string::npos);
}

TEST_CASE("a text full of codes is read in bounded time") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "1234 AB Stad, 12345 Ort SW1A 1AA ";
  CHECK(AddressesIn(text, "", RulesForAddresses().addresses, "").size() < 100);
}

}  // namespace
}  // namespace klikpad
