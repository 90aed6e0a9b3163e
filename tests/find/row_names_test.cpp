// Whose row of a table it is, and what such a row is quoted with.

#include "find/text/row_names.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "find/find.h"
#include "find/site/ownership.h"
#include "page/reader.h"
#include "support/shipped_rules.h"

namespace klikpad {
namespace {

// Of the page with that body: "owner: quote" of each phone, a line each.
std::string Phones(const std::string& body, const std::string& brand_name = "Voorbeeld") {
  const Page page =
      ReadPage("<!doctype html><html lang=nl><title>Vragen</title><body><main><h1>Vragen</h1>" +
                   body + "</main></body></html>",
               "https://www.voorbeeld.example/vragen", "text/html; charset=utf-8");
  PageContext context;
  context.country = "NL";
  SiteLook look;
  for (int i = 0; i < 2; ++i) {
    SitePage site_page;
    site_page.url = "https://www.voorbeeld.example/" + std::string(i == 0 ? "" : "vragen");
    site_page.is_read = true;
    site_page.lang = "nl";
    look.pages.push_back(std::move(site_page));
  }
  look.pages[0].found.roles = {{Role::kHome, "", Confidence::kSure}};
  look.pages[1].found = FindAll(page, ShippedRules(), context);
  std::vector<SiteText> texts;
  for (const TextBlock& block : page.blocks) texts.push_back(KeptText(block));
  look.pages[1].texts = std::move(texts);
  look.start = 0;
  Brand brand;
  brand.name = brand_name;
  brand.start = "https://www.voorbeeld.example/";
  DecideOwners(look, brand, ShippedRules());
  std::string lines;
  for (const ContactPoint& point : look.pages[1].found.contacts) {
    if (point.channel != "phone") continue;
    lines += std::string(Word(point.owner)) + ": " + std::string(point.quote) + "\n";
  }
  return lines;
}

TEST_CASE("a number alone in its cell is quoted with what its row is about") {
  CHECK(Phones("<table><tr><td>Cardiologie<td>020 555 01 88</table>") ==
        "own: Cardiologie 020 555 01 88\n");
  CHECK(Phones("<dl><dt>Receptie<dd>020 555 01 88<dt>Planning<dd>020 555 01 89</dl>") ==
        "own: Receptie 020 555 01 88\nown: Planning 020 555 01 89\n");
  CHECK(Phones("<table><tr><td>Receptie<td><a href='tel:+31205550188'>020 555 01 88</a></table>") ==
        "own: Receptie 020 555 01 88\n");
  // Not with an address, another number or a whole text.
  CHECK(Phones("<table><tr><td>Kade 1, 1234 AB Zwolle<td>020 555 01 88</table>") ==
        "own: 020 555 01 88\n");
  CHECK(Phones("<table><tr><td>" + std::string(80, 'a') + "<td>020 555 01 88</table>") ==
        "own: 020 555 01 88\n");
}

TEST_CASE("what its row names is whose the number is") {
  CHECK(Phones("<dl><dt>GGD Twente<dd>020 555 01 88<dt>Huisartsenpost<dd>020 555 01 89</dl>") ==
        "partner: GGD Twente 020 555 01 88\npartner: Huisartsenpost 020 555 01 89\n");
  CHECK(Phones("<table><tr><td>Netz Vogtland AG<td>020 555 01 88</table>") ==
        "unknown: Netz Vogtland AG 020 555 01 88\n");
}

TEST_CASE("a column of others makes its table theirs, but for the brand's own row") {
  const std::string table =
      "<table><tr><th>Netbeheerder<th>Klantenservice<tr><td>Voltia<td>020 555 01 88"
      "<tr><td>Kabelaar<td>020 555 01 89</table>";
  CHECK(Phones(table) == "partner: Voltia 020 555 01 88\npartner: Kabelaar 020 555 01 89\n");
  CHECK(Phones(table, "Voltia") == "own: Voltia 020 555 01 88\npartner: Kabelaar 020 555 01 89\n");
  CHECK(Phones("<table><tr><th>Vestiging<th>Telefoon<tr><td>Utrecht<td>020 555 01 88</table>") ==
        "own: Utrecht 020 555 01 88\n");
}

TEST_CASE("others whom a sentence names by what they do") {
  CHECK(Phones("<p>De bezorging is uitbesteed aan Snelweg, 020 555 01 88</p>")
            .starts_with("unknown"));
  CHECK(Phones("<p>Bel uw verzekeraar Zilver Kruid: 020 555 01 88</p>").starts_with("partner"));
  CHECK(Phones("<p>Vragen voor uw verzekeraar? Bel ons op 020 555 01 88</p>").starts_with("own"));
  CHECK(Phones("<p>Niet bij uw verzekeraar, maar bij ons: 020 555 01 88</p>").starts_with("own"));
  CHECK(Phones("<p>Uw dossier wordt beheerd door onze collega's: 020 555 01 88</p>")
            .starts_with("own"));
}

}  // namespace
}  // namespace klikpad
