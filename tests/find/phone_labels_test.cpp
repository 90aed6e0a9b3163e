// Phones: what the words and pictures beside a number say of it: fax, messenger, what it is for.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "page/reader.h"
#include "phone_for_tests.h"

namespace klikpad {

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
      {"Teksttelefoon: 020-6241111", "textphone"},
      {"Voor leveranciers: 020-6241111", "suppliers"},
      {"Noodgevallen: 020-6241111", "emergency"},
      {"Beleggers: 020-6241111", "investors"},
      {"Vacature-informatie: 020-6241111", "jobs"},
      {"FG: 020-6241111", "privacy"},
      {"Privacy Officer: Marta Ruiz, 020-6241111", "privacy"},
      {"Onze beleggers bellen ook 020-6241111", ""},
      {"Bel 020-6241111", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(First(c.text, "NL").purpose == c.purpose);
  }
}

TEST_CASE(
    "words for the press and the like stand alone; links beside a number speak for themselves") {
  struct Case {
    std::string body, purpose;
  };
  for (const Case& c : std::vector<Case>{
           {"<p>Persvragen? Bel 020 555 01 00</p>", "press"},
           {"<p>Press: 020 555 01 00</p>", "press"},
           {"<h3>Media</h3><p>020 555 01 00</p>", "press"},
           {"<p>For English press 1. Bel 020 555 01 00</p>", ""},
           {"<p>French press kapot? Bel 020 555 01 00</p>", ""},
           {"<h3>Leveranciers</h3><p>020 555 01 00</p>", "suppliers"},
           {"<p>Van leveranciers wisselen? Bel 020 555 01 00</p>", ""},
           {"<p><a href=/v>Werken bij</a> | <a href=/p>Pers</a> | 020 555 01 00</p>", ""},
           {"<p><a href=/p>Pers</a>: 020 555 01 00</p>", "press"},
           {"<p><a href=/v>Vacatures</a> <a href=\"tel:0205550100\">020 555 01 00</a></p>", ""},
       }) {
    CAPTURE(c.body);
    Findings findings;
    PageContext context;
    context.country = "NL";
    FindPhones(ReadPage("<!doctype html><body>" + c.body, "", ""), PhoneRulesForTests(), context,
               findings);
    REQUIRE(findings.contacts.size() == 1);
    CHECK(findings.contacts[0].purpose == c.purpose);
  }
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

TEST_CASE("two numbers behind one label are both its") {
  const auto found = [](const std::string& text) {
    return Found(ReadPage("<!doctype html><body><p>" + text, "", ""), "NL");
  };
  CHECK(found("Fax: 020 624 11 11 / 020 624 11 12") == "fax +31206241111, fax +31206241112");
  CHECK(found("Fax 020 624 11 11 of 020 624 11 12") == "fax +31206241111, fax +31206241112");
  CHECK(found("Fax 020 624 11 11 of bel 020 624 11 12") == "fax +31206241111, phone +31206241112");
  CHECK(found("Fax 020 624 11 11. 020 624 11 12") == "fax +31206241111, phone +31206241112");
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

}  // namespace klikpad
