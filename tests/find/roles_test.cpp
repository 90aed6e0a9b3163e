// What a page is for, from hand-made pages: each case holds only what the page says of itself.

#include "find/roles/roles.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "find/roles/page_names.h"
#include "page/reader.h"

namespace klikpad {
namespace {

const Rules& Shipped() {
  static const Rules kShipped = [] {
    Rules rules;
    auto vocabulary = LoadVocabulary(std::string(KLIKPAD_ROOT) + "/rules/vocabulary");
    REQUIRE_MESSAGE(vocabulary, vocabulary.error().Text());
    rules.vocabulary = *vocabulary;
    auto channels = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/channels.yaml");
    REQUIRE(channels);
    rules.channels = *ParseChannels(*channels);
    return rules;
  }();
  return kShipped;
}

TextBlock Heading(const std::string& text, int level = 1) {
  TextBlock block;
  block.kind = TextKind::kHeading;
  block.level = level;
  block.text = text;
  return block;
}

Page MakePage(const std::string& url, const std::string& title, const std::string& heading,
              const std::string& lang = "nl") {
  Page page;
  page.url = url;
  page.title = title;
  page.lang = lang;
  if (!heading.empty()) page.blocks.push_back(Heading(heading));
  return page;
}

std::string RolesOf(const Page& page, Findings findings = {}, bool is_home = false) {
  PageContext context;
  context.brand.name = "Voorbeeld";
  context.is_home = is_home;
  FindRoles(page, Shipped(), context, findings);
  std::string roles;
  for (const PageRole& role : findings.roles) {
    CHECK_FALSE(role.why.empty());
    roles += (roles.empty() ? "" : " ") + std::string(Word(role.role));
  }
  return roles;
}

TEST_CASE("a page is what its title, heading and address call it") {
  struct Case {
    std::string name, path, title, heading, roles;
  };
  const std::vector<Case> cases{
      {"contact", "/contact", "Contact | Voorbeeld", "Neem contact op", "contact"},
      {"contact without a telling address", "/pagina/37", "Contact - Voorbeeld", "Contact",
       "contact"},
      {"contact with the brand's name", "/c", "Voorbeeld", "Contact met Voorbeeld", "contact"},
      {"contact lenses", "/contactlenzen", "Contactlenzen | Voorbeeld", "Contactlenzen", ""},
      {"mobile calling plans", "/mobiel-bellen", "Mobiel bellen", "Goedkoop mobiel bellen", ""},
      {"service start", "/klantenservice/", "Klantenservice | Voorbeeld",
       "Waar kunnen we mee helpen?", "service"},
      {"service sub-page", "/klantenservice/betalen", "Betalen | Klantenservice | Voorbeeld",
       "Betalen", ""},
      {"service sub-page, section first", "/klantenservice/betalen",
       "Voorbeeld | Klantenservice | Betalen", "Betalen", ""},
      {"contact below service", "/klantenservice/contact", "Contact | Klantenservice", "Contact",
       "contact"},
      {"service and contact in one", "/service-en-contact", "Service & contact | Voorbeeld",
       "Service en contact", "contact service"},
      {"locale at the end", "/support/nl-nl", "Support | Voorbeeld", "", "service"},
      {"file name", "/kundenservice.html", "Voorbeeld", "", "service"},
      {"ask", "/klantenservice/een-vraag-stellen", "Een vraag stellen", "Een vraag stellen", "ask"},
      {"faq", "/veelgestelde_vragen.php", "FAQ", "Veelgestelde vragen", "faq"},
      {"question", "/faq/3-is-dit-verplicht", "Is dit verplicht? - FAQ", "Is dit verplicht?", ""},
      {"question about terms", "/faq/9", "Waar vind ik de algemene voorwaarden?",
       "Waar vind ik de algemene voorwaarden?", ""},
      {"terms", "/over-ons/voorwaarden", "Voorbeeld", "Algemene voorwaarden Voorbeeld", "terms"},
      {"privacy and cookies", "/p", "Privacyverklaring en cookies", "Onze privacyverklaring",
       "privacy"},
      {"imprint", "/impressum/", "Impressum | Voorbeeld", "Impressum", "imprint"},
      {"news list", "/nieuws/", "Nieuws | Voorbeeld", "Laatste nieuws", "news"},
      {"page of the news list", "/nieuws/page/2", "Nieuws | Voorbeeld", "Nieuws", "news"},
      {"search results", "/zoeken?q=bellen", "Zoekresultaten voor bellen", "Zoekresultaten",
       "search-results"},
      {"a search for a role's word", "/zoeken/twitter", "Zoekresultaten", "Zoekresultaten",
       "search-results"},
      {"a word deep in the address", "/klantenservice/vragen/social-media", "Waar vind ik u?",
       "Waar vind ik u?", ""},
      {"about", "/over-voorbeeld", "Over Voorbeeld", "Over Voorbeeld", "about"},
      {"about in the address", "/about-voorbeeld.php", "Voorbeeld | Fietsen", "", "about"},
      {"the company", "/x", "The Company", "The Company", "about"},
      {"complaint", "/klantenservice/klacht", "Klacht indienen", "Een klacht indienen",
       "complaint"},
      {"press", "/pers", "Pers", "Informatie voor de pers", "press"},
      {"jobs", "/werken-bij", "Werken bij Voorbeeld", "Werken bij Voorbeeld", "jobs"},
      {"a vacancy", "/vacatures/monteur-meetdienst", "Monteur meetdienst", "Monteur meetdienst",
       "jobs"},
      {"contact of the press office", "/pers/contact", "Contact", "Contact", "contact press"},
      {"manuals below media", "/media/handleidingen", "Handleidingen", "Handleidingen", ""},
      {"locations", "/winkels", "Winkels", "Onze winkels", "locations"},
      {"shuttle service", "/shuttle-service", "Shuttle service", "Gratis shuttle service", ""},
      {"support us", "/steun", "Support us", "Support us", ""},
      {"English", "/contact-us", "Voorbeeld | About Us | Contact Us", "Contact Us", "contact"},
      {"French", "/mentions-legales", "Mentions légales", "Mentions légales", "imprint"},
      {"Spanish", "/atencion-al-cliente", "Atención al cliente", "Te ayudamos", "service"},
      {"Italian", "/assistenza", "Assistenza clienti", "Assistenza", "service"},
      {"page in a query", "/?page=contact", "Voorbeeld", "", "contact"},
      {"nothing", "/producten/fiets", "Fiets | Voorbeeld", "Rode fiets", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(RolesOf(MakePage("https://www.voorbeeld.example" + c.path, c.title, c.heading)) ==
          c.roles);
  }
}

TEST_CASE("a single news item is told from the list it stands in") {
  Page item = MakePage("https://voorbeeld.example/nieuws/nieuwe-winkel-in-dorp",
                       "Nieuwe winkel in Dorp | Nieuws | Voorbeeld", "Nieuwe winkel in Dorp");
  CHECK(RolesOf(item) == "");
  TextBlock date;
  date.text = "9 april 2013";
  item.blocks.push_back(date);
  CHECK(RolesOf(item) == "news-item");

  Page post = MakePage("https://voorbeeld.example/2013/04/contact-met-de-buren",
                       "Contact met de buren", "Contact met de buren");
  post.metas = {{"og:type", "article"}, {"article:published_time", "2013-04-09T10:00:00+02:00"}};
  CHECK(RolesOf(post) == "news-item");

  Page contact = MakePage("https://voorbeeld.example/contact", "Contact", "Contact");
  contact.metas = {{"og:type", "article"}};
  CHECK(RolesOf(contact) == "contact");

  Page blog =
      MakePage("https://voorbeeld.example/x1", "Fietsen in de regen", "Fietsen in de regen");
  DataItem data;
  data.value = *Json::Parse(R"({"@context": "https://schema.org", "@graph": [
      {"@type": "WebPage"}, {"@type": ["BlogPosting"], "headline": "Fietsen"}]})");
  blog.data.push_back(data);
  CHECK(RolesOf(blog) == "news-item");
}

std::string RolesOfHtml(const std::string& path, const std::string& body) {
  return RolesOf(ReadPage("<!doctype html><html lang=nl><title>Een pagina</title><body><main>" +
                              body + "</main></body></html>",
                          "https://voorbeeld.example" + path, "text/html; charset=utf-8"));
}

TEST_CASE("an article with a date is a news item wherever it stands, other pages are none") {
  struct Case {
    std::string name, path, body, roles;
  };
  const std::vector<Case> cases{
      {"article and a date", "/x17",
       "<article><h1>Nieuwe winkel</h1><p>9 april 2013</p><p>Morgen open.</p></article>",
       "news-item"},
      {"article and a time element", "/x17",
       "<article><h1>Nieuwe winkel</h1><p>Gisteren <time datetime='2013-04-09T10:00'>10.00</time>"
       "</p><p>Morgen open.</p></article>",
       "news-item"},
      {"a date without an article", "/x17", "<h1>Nieuwe winkel</h1><p>9 april 2013</p>", ""},
      {"an article without a date", "/x17", "<article><h1>Nieuwe winkel</h1><p>Ja.</p></article>",
       ""},
      {"last change", "/x17",
       "<article><h1>Werkwijze</h1><p>Laatst gewijzigd op 1 mei 2018</p></article>", ""},
      {"terms of a date", "/algemene-voorwaarden",
       "<article><h1>Algemene voorwaarden</h1><p>1 mei 2018</p></article>", "terms"},
      {"teasers on an ordinary page", "/x17",
       "<h1>Fietsen</h1><article><h2>Actie</h2><p>9 april 2013</p></article>", ""},
      {"a year is no date", "/x17",
       "<article><h1>Over het bedrijf</h1><p>Sinds april 2013</p></article>", "about"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(RolesOfHtml(c.path, c.body) == c.roles);
  }
}

TEST_CASE("structured data name a page's role") {
  Page page = MakePage("https://voorbeeld.example/p", "Voorbeeld", "Wij zijn er voor u");
  DataItem data;
  data.value = *Json::Parse(R"({"@type": "ContactPage", "name": "Wij zijn er"})");
  page.data = {data};
  CHECK(RolesOf(page) == "contact");
  // Shops put questions on product pages: FAQPage alone does not make a page the FAQ.
  data.value = *Json::Parse(R"({"@type": "FAQPage", "mainEntity": []})");
  page.data = {data};
  CHECK(RolesOf(page) == "");
  data.value = *Json::Parse(R"({"@type": "BreadcrumbList", "itemListElement": [
      {"position": 1, "name": "Home", "item": "https://voorbeeld.example/"},
      {"position": 2, "name": "Klachten"}]})");
  page.data = {data};
  CHECK(RolesOf(page) == "complaint");
}

TEST_CASE("a contact form and social accounts in the main part make roles of their own") {
  Page page = MakePage("https://voorbeeld.example/wat", "Voorbeeld op Twitter en Facebook",
                       "Voorbeeld en Twitter");
  Findings findings;
  findings.forms.push_back({FormKind::kContact, "", 0});
  CHECK(RolesOf(page, findings) == "form");
  ContactPoint account;
  account.channel = "twitter";
  account.use = Use::kFollow;
  findings.contacts = {account};
  CHECK(RolesOf(page, findings) == "social form");
  findings.contacts[0].use = Use::kShare;
  CHECK(RolesOf(page, findings) == "form");
}

TEST_CASE("the menu's own name for a page counts") {
  Page page = MakePage("https://voorbeeld.example/kc", "Voorbeeld", "");
  Link link;
  link.url = page.url;
  link.label = "Klantenservice";
  link.region = Region::kNav;
  page.links = {link};
  CHECK(RolesOf(page) == "service");
  page.links[0].url += "#klantenservice";
  CHECK(RolesOf(page) == "");
}

TEST_CASE("the start page is home, and not what one of its headings is") {
  Page page = MakePage("https://voorbeeld.example/", "Voorbeeld", "Voorbeeld");
  page.blocks.push_back(Heading("Contact"));
  CHECK(RolesOf(page, {}, true) == "home");
}

TEST_CASE("titles are parted at bars, bullets and spaced dashes") {
  CHECK(TitleParts("Contact - Winkel | Voorbeeld") ==
        std::vector<std::string>{"Contact", "Winkel", "Voorbeeld"});
  CHECK(TitleParts("E-mail ons") == std::vector<std::string>{"E-mail ons"});
  CHECK(TitleParts("") == std::vector<std::string>{});
  CHECK(TitleParts("Solutions: Barcodes") == std::vector<std::string>{"Solutions", "Barcodes"});
}

}  // namespace
}  // namespace klikpad
