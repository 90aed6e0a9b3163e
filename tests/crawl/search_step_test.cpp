// The site's own search: which form is asked and how, what counts as its hits, and that ways with
// and without it stay apart.

#include "crawl/search_step.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "app/audit.h"
#include "base/files.h"
#include "base/text.h"
#include "crawl/crawl.h"
#include "fetch/replay.h"
#include "find/find.h"
#include "page/reader.h"
#include "support/fake_fetcher.h"
#include "support/shipped_rules.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

const std::string kHost = "https://www.shop.example";
const std::string kForm =
    "<form action=\"/zoeken\" role=search><input type=hidden name=taal value=\"nl NL\">"
    "<label for=z>Zoeken</label><input type=search id=z name=q>"
    "<button name=knop value=ok>Zoek</button></form>";
const std::string kAsked = kHost + "/zoeken?taal=nl+NL&q=twitter&knop=ok";

std::string PageOf(const std::string& title, const std::string& main,
                   const std::string& header = kForm) {
  return "<!doctype html><html lang=nl><head><title>" + title + "</title></head><body><header>" +
         header + "</header><main><h1>" + title +
         "</h1><p>Dit is gewone tekst die lang genoeg is.</p>" + main + "</main></body></html>";
}

// A shop whose page about Twitter is behind its search only.
FakeFetcher Shop(const std::string& header = kForm) {
  FakeFetcher fetcher;
  fetcher.AddPage(kHost + "/", PageOf("Welkom", "<a href=\"/service\">Klantenservice</a>", header));
  fetcher.AddPage(kHost + "/service", PageOf("Klantenservice", "<p>Wij helpen u.</p>", header));
  fetcher.AddPage(kAsked,
                  PageOf("Zoekresultaten",
                         "<p>Gevonden: twitter <a href=\"https://twitter.com/fout\">fout</a>"
                         "<a href=\"/webcare\">Webcare</a>"
                         "<a href=\"/zoeken?q=twitter&amp;pagina=2\">Volgende</a></p>",
                         header));
  fetcher.AddPage(
      kHost + "/webcare",
      PageOf("Webcare", "<a href=\"https://twitter.com/shop\">Volg ons op Twitter</a>", header));
  return fetcher;
}

Audit AuditOf(Fetcher& fetcher, bool obeys_robots = false, CrawlOptions options = {}) {
  Brand brand;
  brand.name = "Shop";
  brand.start = kHost + "/";
  brand.country = "NL";
  brand.handles = {{"twitter", "shop"}};
  options.use_sitemap = false;
  options.obey_robots = obeys_robots;
  auto crawl = Crawl(brand, options, ShippedRules(), fetcher, {});
  REQUIRE(crawl);
  return AssembleAudit(brand, options, std::move(*crawl), ShippedRules());
}

const Coverage& SearchRow(const Audit& audit) {
  const auto row =
      std::find_if(audit.coverage.begin(), audit.coverage.end(),
                   [](const Coverage& have) { return have.kind == LookKind::kSearch; });
  REQUIRE(row != audit.coverage.end());
  return *row;
}

const SitePage* PageAt(const Audit& audit, const std::string& url) {
  for (const SitePage& page : audit.look.pages) {
    if (page.url == url) return &page;
  }
  return nullptr;
}

// Clicks from the page to Twitter, nothing for no such row, -1 for unreachable.
std::optional<int> ReachOf(const Audit& audit, const std::string& url, bool uses_search) {
  for (const Reach& row : audit.reach) {
    if (row.kind != TargetKind::kChannel || row.target != "twitter" || row.tier != Tier::kShortest)
      continue;
    if (row.uses_search != uses_search) continue;
    if (audit.look.pages[static_cast<std::size_t>(row.page)].url == url)
      return row.clicks.value_or(-1);
  }
  return std::nullopt;
}

// Ways to the brand's own accounts, no content.
std::vector<const Route*> RoutesToTwitter(const Audit& audit) {
  std::vector<const Route*> routes;
  for (const Route& route : audit.routes) {
    const Contact& contact = audit.contacts[static_cast<std::size_t>(route.contact)];
    if (contact.channel != "twitter" || contact.owner != Owner::kOwn) continue;
    if (contact.use != Use::kContent) routes.push_back(&route);
  }
  return routes;
}

std::optional<SearchForm> FormIn(const std::string& html) {
  const Page page = ReadPage(html, kHost + "/a?b=c#d", "text/html; charset=utf-8");
  return FindSearchForm(page, FindAll(page, ShippedRules(), {}));
}

// The rebuilt bank: its contact page links to the page with Twitter, unless `without_link`.
Audit AuditOfBank(bool without_link) {
  const std::string from = std::string(KLIKPAD_ROOT) + "/fixtures/sites/ing-2013";
  const TempDir copy;
  std::filesystem::copy(from, copy.Path(), std::filesystem::copy_options::recursive);
  if (without_link) {
    const auto page = ReadFile(from + "/www/contact.html");
    REQUIRE(page);
    const std::string link = "<a href=\"/klantenservice/webcare.html\">webcare</a>";
    REQUIRE(page->find(link) != std::string::npos);
    copy.Write("www/contact.html", ReplaceAll(*page, link, "webcare"));
  }
  auto folder = SiteFolder::Load(copy.Path());
  REQUIRE(folder);
  std::vector<SiteFolder> sites;
  sites.push_back(std::move(*folder));
  ReplayFetcher fetcher(std::move(sites));
  Brand brand;
  brand.name = "ING";
  brand.start = "http://www.ing.example/";
  brand.country = "NL";
  auto crawl = Crawl(brand, {}, ShippedRules(), fetcher, {});
  REQUIRE(crawl);
  return AssembleAudit(brand, {}, std::move(*crawl), ShippedRules());
}

}  // namespace

TEST_CASE("the search of the header is asked once and its hit leads where no link does") {
  FakeFetcher fetcher = Shop();
  const Audit audit = AuditOf(fetcher);
  CHECK(fetcher.CountOf(kAsked) == 1);
  CHECK(fetcher.CountOf(kHost + "/zoeken?q=twitter&pagina=2") == 0);
  const SitePage* results = PageAt(audit, kAsked);
  REQUIRE(results != nullptr);
  CHECK(results->found_by_search);
  CHECK_FALSE(results->clicks);
  CHECK(results->found.contacts.empty());
  REQUIRE(PageAt(audit, kHost + "/webcare") != nullptr);
  CHECK_FALSE(PageAt(audit, kHost + "/webcare")->clicks);
  CHECK(SearchRow(audit).complete == Complete::kYes);
  for (const Contact& contact : audit.contacts) CHECK(contact.value != "fout");
}

TEST_CASE("ways with search stand beside those without") {
  FakeFetcher fetcher = Shop();
  const Audit audit = AuditOf(fetcher);
  CHECK(ReachOf(audit, kHost + "/", false) == -1);
  CHECK(ReachOf(audit, kHost + "/", true) == 3);  // search, the hit, Twitter
  CHECK(ReachOf(audit, kHost + "/service", true) == 3);
  CHECK(ReachOf(audit, kHost + "/webcare", false) == 1);
  CHECK_FALSE(ReachOf(audit, kHost + "/webcare", true));
  const std::vector<const Route*> routes = RoutesToTwitter(audit);
  REQUIRE(routes.size() == 1);
  CHECK(routes[0]->uses_search);
  REQUIRE(routes[0]->steps.size() == 3);
  CHECK(routes[0]->steps[0].kind == StepKind::kSearch);
  CHECK(routes[0]->steps[0].label == "twitter");
  CHECK(routes[0]->steps[0].region == Region::kHeader);
  CHECK(routes[0]->steps[1].label == "Webcare");
}

TEST_CASE("a search that saves no click makes no way of its own") {
  FakeFetcher fetcher = Shop();
  fetcher.AddPage(kHost + "/", PageOf("Welkom", "<a href=\"/webcare\">Webcare</a>"));
  const Audit audit = AuditOf(fetcher);
  CHECK(ReachOf(audit, kHost + "/", false) == 2);
  CHECK_FALSE(ReachOf(audit, kHost + "/", true));
  const std::vector<const Route*> routes = RoutesToTwitter(audit);
  REQUIRE(routes.size() == 1);
  CHECK_FALSE(routes[0]->uses_search);
}

TEST_CASE("what may not or cannot be asked is not, and coverage says why") {
  struct Case {
    std::string name;
    std::string header;
    std::string why;
    bool has_robots = false;
  };
  const std::vector<Case> cases = {
      {"by POST",
       "<form method=post action=\"/zoeken\" role=search><input type=search name=q></form>",
       "the site's search form sends by POST, which is not asked for"},
      {"another host",
       "<form action=\"https://elders.example/zoeken\" role=search><input type=search "
       "name=q></form>",
       "the site's search form leads to elders.example, outside of the look"},
      {"no address",
       "<form action=\"javascript:alert(1)\" role=search><input type=search name=q></form>",
       "the site's search form leads to no web address"},
      {"robots.txt", kForm,
       "the search for 'twitter' was not read: robots.txt line 2: Disallow: /zoeken", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    FakeFetcher fetcher = Shop(c.header);
    fetcher.Add(kHost + "/robots.txt",
                PageAnswer("User-agent: *\nDisallow: /zoeken\n", "text/plain"));
    const Audit audit = AuditOf(fetcher, c.has_robots);
    CHECK(SearchRow(audit).complete == Complete::kNo);
    CHECK(SearchRow(audit).why == c.why);
    for (const std::string& asked : fetcher.Asked()) {
      CHECK(asked.find("zoeken") == std::string::npos);
    }
    CHECK_FALSE(ReachOf(audit, kHost + "/", true));
    CHECK(audit.coverage.front().complete == Complete::kYes);
  }
}

TEST_CASE("an answer that is none is a hole of the search, not of the site") {
  struct Case {
    std::string name;
    Exchange answer;
    std::string why;
  };
  const std::vector<Case> cases = {
      {"missing", StatusAnswer(404), "it answers 404"},
      {"broken", StatusAnswer(503), "the server failed (503)"},
      {"a file", PageAnswer("{}", "application/json"), "it is no HTML page"},
      {"not searched", PageAnswer(PageOf("Zoeken", "<a href=\"/service\">Tip</a>")),
       "it answers with the same page as without a search"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    FakeFetcher fetcher = Shop();
    fetcher.AddPage(
        kHost + "/",
        PageOf("Welkom", "<a href=\"/service\">Hulp</a><a href=\"/zoeken\">Zoeken</a>"));
    fetcher.AddPage(kHost + "/zoeken", PageOf("Zoeken", "<a href=\"/service\">Tip</a>"));
    fetcher.Add(kAsked, c.answer);
    const Audit audit = AuditOf(fetcher);
    CHECK(SearchRow(audit).complete == Complete::kNo);
    CHECK(SearchRow(audit).why == "the search for 'twitter' was not read: " + c.why);
    CHECK(PageAt(audit, kAsked) == nullptr);
    CHECK(audit.coverage.front().complete == Complete::kYes);
  }
}

TEST_CASE("a search that leads to one hit at once is followed there") {
  FakeFetcher fetcher = Shop();
  fetcher.AddRedirect(kAsked, kHost + "/webcare", 302);
  const Audit audit = AuditOf(fetcher);
  CHECK(ReachOf(audit, kHost + "/", true) == 2);
  CHECK(SearchRow(audit).complete == Complete::kYes);
  REQUIRE(PageAt(audit, kHost + "/webcare") != nullptr);
  CHECK_FALSE(PageAt(audit, kHost + "/webcare")->found_by_search);
}

TEST_CASE("a site without a search has nothing to ask, unless something promises one") {
  struct Case {
    std::string name, header;
    Complete expected;
  };
  const std::vector<Case> cases = {
      {"none", "<a href=\"/\">Welkom</a>", Complete::kYes},
      {"a button for scripts",
       "<button onclick=\"openZoek()\" aria-label=Zoeken></button>"
       "<a href=\"#\" role=button>Zoeken</a>",
       Complete::kPartial},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    FakeFetcher fetcher = Shop(c.header);
    CHECK(SearchRow(AuditOf(fetcher)).complete == c.expected);
  }
}

TEST_CASE("limits hold for the search, and leave it its request") {
  FakeFetcher fetcher = Shop();
  CrawlOptions options;
  options.max_pages = 2;
  const Audit audit = AuditOf(fetcher, false, options);
  std::vector<std::string> pages = fetcher.Asked();
  std::erase_if(pages, [](const std::string& url) {
    return url.find(".well-known") != url.npos || url.find("/klikpad-") != url.npos;
  });
  CHECK(pages == std::vector<std::string>{kHost + "/", kAsked});
  CHECK(SearchRow(audit).complete == Complete::kPartial);  // its hit was not read
  CHECK(SearchRow(audit).holes.size() == 1);
  FakeFetcher again = Shop();
  CrawlOptions shallow;
  shallow.depth = 2;
  CHECK(SearchRow(AuditOf(again, false, shallow)).complete == Complete::kNo);
  CHECK(again.CountOf(kAsked) == 0);
}

// HTML §4.10.21: implicit submission sends the default button; the action's own query is replaced.
TEST_CASE("a form is sent as a browser sends it") {
  struct Case {
    std::string name, html, expected;
  };
  const std::vector<Case> cases = {
      {"hidden fields and button", kForm, kHost + "/zoeken?taal=nl+NL&q=twitter+%26+x&knop=ok"},
      {"no action", "<form role=search><input name=zoekterm><input type=submit value=Zoek></form>",
       kHost + "/a?zoekterm=twitter+%26+x"},
      {"a query of its own",
       "<form action=\"/z?x=1#y\" role=search><input type=search name=q></form>",
       kHost + "/z?q=twitter+%26+x"},
      {"the header's before another",
       "<main><form action=\"/filialen\"><input type=search name=plaats></form></main><header>"
       "<form action=\"/z\"><input type=search name=q></form></header>",
       kHost + "/z?q=twitter+%26+x"},
      {"its words only once",
       "<form action=\"/z\" role=search><input type=hidden name=q value=oud>"
       "<input type=search name=q></form>",
       kHost + "/z?q=twitter+%26+x"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto form = FormIn("<!doctype html><title>t</title>" + c.html);
    REQUIRE(form);
    const auto url = SearchAddress(*form, "twitter & x");
    REQUIRE(url);
    CHECK(url->Text() == c.expected);
  }
  CHECK_FALSE(FormIn("<form action=/z><input type=email name=e><button>Abonneer</button></form>"));
  SearchForm huge;
  huge.action = kHost + "/z";
  huge.parameter = "q";
  huge.fields = {{"h", std::string(10000, 'x')}, {"q", ""}};
  CHECK_FALSE(SearchAddress(huge, "twitter"));
}

TEST_CASE("a channel is searched by what people call it") {
  const Vocabulary& words = ShippedRules().vocabulary;
  CHECK(words.PlainName("twitter", "nl") == "twitter");
  CHECK(words.PlainName("phone", "nl-NL") == "telefoon");
  CHECK(words.PlainName("phone", "xx") == "phone");
  CHECK(words.PlainName("no such channel", "nl").empty());
}

TEST_CASE("in the bank of 2013 the search is no shorter than the links, and the only way without") {
  for (bool without_link : {false, true}) {
    CAPTURE(without_link);
    const Audit audit = AuditOfBank(without_link);
    CHECK(SearchRow(audit).complete == Complete::kYes);
    const SitePage* results = PageAt(audit, "http://www.ing.example/zoeken?q=twitter");
    REQUIRE(results != nullptr);
    CHECK(results->links.size() == 2);
    const std::vector<const Route*> routes = RoutesToTwitter(audit);
    REQUIRE_FALSE(routes.empty());
    for (const Route* route : routes) {
      CHECK(route->uses_search == without_link);
      CHECK(route->clicks == (without_link ? 4 : 3));
    }
    CHECK(ReachOf(audit, "http://www.ing.example/", false) == (without_link ? -1 : 3));
    CHECK(ReachOf(audit, "http://www.ing.example/", true) ==
          (without_link ? std::optional<int>(4) : std::nullopt));
  }
}

}  // namespace klikpad
