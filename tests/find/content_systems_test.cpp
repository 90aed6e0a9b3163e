// Contacts and notes as content systems and their plugins write them, read by all detectors with
// the shipped rules; whose they are on a site of several pages.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "find/find.h"
#include "find/site/ownership.h"
#include "page/reader.h"

namespace klikpad {
namespace {

const Rules& ShippedRules() {
  static const Rules rules = [] {
    auto loaded = LoadRules(std::string(KLIKPAD_ROOT) + "/rules");
    REQUIRE_MESSAGE(loaded, loaded.error().Text());
    return *std::move(loaded);
  }();
  return rules;
}

SitePage PageAt(const std::string& address, const std::string& body, const std::string& lang) {
  const Page page = ReadPage(
      "<html lang=" + lang + "><head><title>Pagina</title></head><body>" + body + "</body></html>",
      "https://www.merk.example" + address, "text/html; charset=utf-8");
  PageContext context;
  context.country = std::string(lang == "en" ? "GB" : "NL");
  context.brand.name = "Merk";
  SitePage kept;
  kept.url = page.url;
  kept.is_read = true;
  kept.lang = lang;
  kept.found = FindAll(page, ShippedRules(), context);
  std::vector<SiteText> texts;
  for (const TextBlock& block : page.blocks) texts.push_back(KeptText(block));
  kept.texts = std::move(texts);
  return kept;
}

std::string Told(const SitePage& page) {
  std::string told;
  for (const ContactPoint& point : page.found.contacts) {
    told += point.channel + " " + point.value + "\n";
  }
  return told;
}

TEST_CASE("addresses and buttons that content systems hide") {
  struct Case {
    std::string name, body, told;
  };
  for (const Case& c : std::vector<Case>{
           {"Joomla 4",
            "<main><joomla-hidden-mail is-link=1 first='a2xhY2h0ZW4=' last='bWVyay5leGFtcGxl' "
            "text='x'>Dit adres wordt beveiligd.</joomla-hidden-mail></main>",
            "email klachten@merk.example\n"},
           {"Drupal's Obfuscate Email",
            "<main><a href='/' data-mail-to='vasb/ng/zrex/qbg/rknzcyr' "
            "data-replace-inner='@email'>@email</a></main>",
            "email info@merk.example\n"},
           {"Smarty",
            "<main><p>Mail:<script>eval(decodeURIComponent('document.write%28%27%3Ca%20href%3D%22"
            "mailto%3Ainfo%40merk.example%22%3E%27%29'))</script></p></main>",
            "email info@merk.example\n"},
           {"Click to Chat",
            "<main><p>Hallo</p></main><span class=ht_ctc_chat_data "
            "data-settings='{\"number\":\"31637214455\"}'></span>",
            "whatsapp +31637214455\n"},
           {"Joinchat",
            "<main><p>Hallo</p></main><div class='joinchat joinchat--right' "
            "data-settings='{\"telephone\":\"31637214455\",\"mobile_only\":false}' hidden></div>",
            "whatsapp +31637214455\n"},
           {"a broken setting",
            "<main><p>Hallo</p></main><div class=joinchat data-settings='{\"telephone\":'></div>",
            ""}}) {
    CAPTURE(c.name);
    CHECK(Told(PageAt("/contact", c.body, "nl")) == c.told);
  }
}

TEST_CASE("what Cloudflare protects is shown as the address that it is") {
  const std::string code = "31585f575e715c54435a1f5449505c415d54";  // info@merk.example
  const SitePage page = PageAt("/contact",
                               "<main><p>Mail <a href='/cdn-cgi/l/email-protection#" + code +
                                   "'><span class=__cf_email__ data-cfemail='" + code +
                                   "'>[email&#160;protected]</span></a> voor hulp.</p></main>",
                               "nl");
  REQUIRE(!page.found.contacts.empty());
  CHECK(page.found.contacts[0].display == "info@merk.example");
  CHECK(page.found.contacts[0].quote == "Mail info@merk.example voor hulp.");
}

TEST_CASE("a number below the name of something else is no phone") {
  for (const std::string body :
       {"<table><tr><th>Type</th><th>Artikelnr.</th></tr><tr><td>Aero</td><td>0182-445-210</td></"
        "tr></table>",
        "<dl><dt>KvK-nummer</dt><dd>0182 745 333</dd></dl>",
        "<h3>Certificaatnummer</h3><p>0182 745 333</p>", "<p>STEK-nr. 0182 745 333</p>",
        "<p>Ons erkenningsnummer is 0182 745 333</p>"}) {
    CAPTURE(body);
    CHECK(Told(PageAt("/contact", "<main>" + body + "</main>", "nl")).empty());
  }
  for (const std::string body :
       {"<p>Storingsnummer 0182 745 333</p>", "<p>24-uursnummer: 0182 745 333</p>",
        "<table><tr><th>Afdeling</th><th>Nummer</th></tr><tr><td>Verkoop</td><td>0182 745 "
        "333</td></tr></table>"}) {
    CAPTURE(body);
    CHECK(Told(PageAt("/contact", "<main>" + body + "</main>", "nl")) == "phone +31182745333\n");
  }
}

TEST_CASE("a text behind a tab is folded, other hidden text is not") {
  const auto is_folded = [](const std::string& body) {
    const SitePage page = PageAt("/verhuizen", "<main>" + body + "</main>", "nl");
    REQUIRE(page.found.contacts.size() == 1);
    return page.found.contacts[0].is_folded;
  };
  const std::string text = "<p>Mail info@merk.example</p>";
  CHECK_FALSE(is_folded(text));
  CHECK(is_folded("<button aria-controls=p1>Vraag</button><div id=p1 hidden>" + text + "</div>"));
  CHECK(is_folded("<a href='#p1'>Vraag</a><div id=p1 hidden>" + text + "</div>"));
  CHECK(is_folded("<div role=tabpanel hidden>" + text + "</div>"));
  CHECK_FALSE(is_folded("<div hidden>" + text + "</div>"));
}

TEST_CASE("dated pages of help centres, agendas and vacancies are no news") {
  const std::string body =
      "<main><article><h1>Open dag</h1><time datetime='2026-05-02'>2 mei 2026</time>"
      "<p>Kom langs.</p></article></main>";
  const auto is_news = [&](const std::string& address, const std::string& text) {
    const SitePage page = PageAt(address, text, "nl");
    return std::any_of(page.found.roles.begin(), page.found.roles.end(),
                       [](const PageRole& role) { return role.role == Role::kNewsItem; });
  };
  CHECK(is_news("/nieuws/open-dag", body));
  CHECK_FALSE(is_news("/hc/nl/articles/360001-open-dag", body));
  CHECK_FALSE(is_news("/agenda/open-dag", body));
  CHECK_FALSE(is_news("/vacatures/open-dag", body));
  // Joomla calls every page an article.
  CHECK_FALSE(is_news("/overlast",
                      "<main itemscope itemtype='https://schema.org/Article'><h1 itemprop=headline>"
                      "Overlast</h1><p>Bel ons.</p></main>"));
}

TEST_CASE("what is said of the chat anywhere on the page tells who answers it") {
  const std::string script = "<script src='https://client.crisp.chat/l.js'></script>";
  const auto human = [&](const std::string& text) {
    const SitePage page =
        PageAt("/contact", "<main>" + text + "<p>Nog wat tekst.</p></main>" + script, "nl");
    for (const ContactPoint& point : page.found.contacts) {
      if (point.channel == "chat") return std::string(Word(point.human));
    }
    return std::string("none");
  };
  CHECK(human("<p>Chat: onze medewerkers helpen u.</p>") == "yes");
  CHECK(human("<p>Chat met onze chatbot.</p>") == "no");
  CHECK(human("<p>Chat: onze chatbot begint, daarna neemt een collega het over.</p>") == "yes");
  CHECK(human("<p>Bel of chat met onze medewerkers: 088 555 10 10</p>") == "unknown");
  CHECK(human("<p>Chat met onze chatbot.</p><p>Chat met een medewerker.</p>") == "unknown");
}

// Of a contact on a page of a site that gives one of its own elsewhere.
struct Verdict {
  std::string owner, hours;
};
Verdict OnSite(const std::string& body, const std::string& lang = "nl") {
  SiteLook look;
  look.pages.push_back(PageAt("/", "<main><p>Bel 088 555 00 00</p></main>", "nl"));
  look.pages[0].found.roles.push_back({Role::kHome, "", Confidence::kSure});
  look.pages.push_back(
      PageAt("/veelgestelde-vragen", "<main><h1>Vragen</h1>" + body + "</main>", lang));
  look.start = 0;
  Brand brand;
  brand.name = "Merk";
  brand.start = "https://www.merk.example/";
  DecideOwners(look, brand, ShippedRules());
  const Findings& found = look.pages[1].found;
  REQUIRE(!found.contacts.empty());
  return {std::string(Word(found.contacts.back().owner)),
          found.hours.empty() ? "none" : found.hours[0].channel};
}

TEST_CASE("an organisation named before a number may own it") {
  for (const std::string text :
       {"Onze bezorgpartner Snelweg: 088 555 10 10", "Stichting Hulp, 088 555 10 10",
        "Kliniek Zuid BV: 088 555 10 10", "Provincie Overijssel, 088 555 10 10",
        "De klantenservice van Klarna: 088 555 10 10", "Oud nummer: 088 555 10 10 is opgeheven.",
        "Bel niet naar 088 555 10 10."}) {
    CAPTURE(text);
    CHECK(OnSite("<p>" + text + "</p>").owner == "unknown");
  }
  CHECK(OnSite("<p>Contact Klarna's customer service on 0808 189 3333</p>", "en").owner ==
        "unknown");
  for (const std::string text :
       {"Bel onze klantenservice: 088 555 10 10", "Merk BV: 088 555 10 10",
        "Onze collega Piet helpt: 088 555 10 10", "Vestiging Utrecht: 088 555 10 10",
        "Onze bezorgpartner Snelweg brengt het. Bel ons op 088 555 10 10.",
        "De gesprekspartner voor u: 088 555 10 10", "Uw installatiepartner: 088 555 10 10",
        "Helpdesk van Maandag tot Vrijdag: 088 555 10 10"}) {
    CAPTURE(text);
    CHECK(OnSite("<p>" + text + "</p>").owner == "own");
  }
}

TEST_CASE("the hours of another's number are not those of the brand's phone") {
  const Verdict verdict = OnSite(
      "<p>De servicelijn van Nordpump is op werkdagen van 9.00 tot 17.00 uur bereikbaar via "
      "088 555 10 10.</p>");
  CHECK(verdict.owner == "unknown");
  CHECK(verdict.hours.empty());
  CHECK(OnSite("<p>Wij zijn op werkdagen van 9.00 tot 17.00 uur bereikbaar via 088 555 10 10.</p>")
            .hours == "phone");
}

TEST_CASE("a number in other people's words is nobody's for sure") {
  CHECK(OnSite("<blockquote>Ik kreeg hulp op 088 555 10 10.</blockquote>").owner == "unknown");
  CHECK(OnSite("<div class=jdgm-rev__body><p>Bel 088 555 10 10.</p></div>").owner == "unknown");
  CHECK(OnSite("<div class=preview><p>Bel 088 555 10 10.</p></div>").owner == "own");
}

TEST_CASE("a floating button behind the credit is the brand's, a number there the maker's") {
  const std::string credit = "<footer><p>© Merk | Website door Bureau Blauw</p>";
  CHECK(OnSite("</main>" + credit +
               "<a class=wa href='https://wa.me/31637214455'><i></i></a></footer><main>")
            .owner == "own");
  CHECK(OnSite("</main>" + credit + "<p>Telefoon 088 555 10 10</p></footer><main>").owner ==
        "vendor");
}

}  // namespace
}  // namespace klikpad
