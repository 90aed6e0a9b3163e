// The crawl over a world in memory: levels, redirects, robots.txt, limits, locales, and that no
// order of answers changes anything.

#include "crawl/crawl.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/audit.h"
#include "report/json_report.h"
#include "support/fake_fetcher.h"
#include "support/shipped_rules.h"

namespace klikpad {
namespace {

Brand TestBrand() {
  Brand brand;
  brand.name = "Shop";
  brand.start = "https://www.shop.example/";
  brand.country = "NL";
  return brand;
}

std::string Linking(std::initializer_list<std::string> hrefs, const std::string& head = "") {
  std::string html = "<!doctype html><html lang=nl><head><title>t</title>" + head +
                     "</head><body><p>Dit is gewone tekst die lang genoeg is.</p>";
  for (const std::string& href : hrefs) html += "<a href=\"" + href + "\">naar " + href + "</a> ";
  return html + "</body></html>";
}

CrawlResult Look(FakeFetcher& fetcher, const CrawlOptions& options = {}) {
  auto result = Crawl(TestBrand(), options, ShippedRules(), fetcher, {});
  REQUIRE(result);
  return std::move(*result);
}

const SitePage* PageAt(const CrawlResult& result, const std::string& path) {
  for (const SitePage& page : result.look.pages) {
    if (page.url == "https://www.shop.example" + path) return &page;
  }
  return nullptr;
}

CrawlOptions WithoutExtras() {
  CrawlOptions options;
  options.use_sitemap = false;
  options.obey_robots = false;
  return options;
}

}  // namespace

TEST_CASE("where a link leads is remembered, unless what was learnt since says otherwise") {
  FakeFetcher fetcher;
  const std::string other = "https://www.shop.example/en/x";
  fetcher.AddPage("https://www.shop.example/",
                  Linking({"/a", "/en/x", "/b?utm_source=menu", "https://www.elders.example/"}));
  fetcher.AddPage("https://www.shop.example/a",
                  Linking({"/b?utm_source=menu", "https://www.elders.example/", "/en/x"},
                          "<link rel=alternate hreflang=en href=\"" + other + "\">"));
  fetcher.AddPage("https://www.shop.example/b", Linking({"/a"}));
  fetcher.AddPage(other, Linking({}));
  const CrawlResult result = Look(fetcher, WithoutExtras());
  const auto leads_to = [&](const std::string& path, std::size_t link) -> std::string {
    const SitePage* page = PageAt(result, path);
    REQUIRE(page != nullptr);
    const int to = page->links.at(link).to;
    return to < 0 ? "" : result.look.pages[static_cast<std::size_t>(to)].url;
  };
  CHECK(leads_to("/", 1) == other);  // nobody had said yet what it is
  CHECK(leads_to("/", 2) == "https://www.shop.example/b");
  CHECK(leads_to("/", 3).empty());
  CHECK(leads_to("/a", 0) == "https://www.shop.example/b");
  CHECK(leads_to("/a", 1).empty());
  CHECK(leads_to("/a", 2).empty());
}

TEST_CASE("clicks are the fewest from the start, whatever the order of discovery") {
  FakeFetcher fetcher;
  fetcher.AddPage("https://www.shop.example/", Linking({"/a", "/b"}));
  fetcher.AddPage("https://www.shop.example/a", Linking({"/c"}));
  fetcher.AddPage("https://www.shop.example/b", Linking({"/d"}));
  fetcher.AddPage("https://www.shop.example/c", Linking({"/d", "/e"}));
  fetcher.AddPage("https://www.shop.example/d", Linking({"/"}));
  fetcher.AddPage("https://www.shop.example/e", Linking({}));
  const CrawlResult result = Look(fetcher, WithoutExtras());
  CHECK(result.look.pages.size() == 6);
  CHECK(PageAt(result, "/")->clicks == 0);
  CHECK(PageAt(result, "/d")->clicks == 2);
  CHECK(PageAt(result, "/e")->clicks == 3);
  CHECK(fetcher.CountOf("https://www.shop.example/d") == 1);
}

TEST_CASE("redirects and meta refreshes cost no click, and loops of them end") {
  FakeFetcher fetcher;
  Exchange moved = StatusAnswer(301);
  moved.headers.emplace_back("location", "/nieuw");
  Exchange loop = StatusAnswer(302);
  loop.headers.emplace_back("location", "/rond2");
  Exchange back = StatusAnswer(302);
  back.headers.emplace_back("location", "/rond");
  fetcher.AddPage("https://www.shop.example/",
                  Linking({}, "<meta http-equiv=refresh content=\"0; url=/nl/\">"));
  fetcher.AddPage("https://www.shop.example/nl/", Linking({"/oud", "/rond"}));
  fetcher.Add("https://www.shop.example/oud", moved);
  fetcher.AddPage("https://www.shop.example/nieuw", Linking({}));
  fetcher.Add("https://www.shop.example/rond", loop);
  fetcher.Add("https://www.shop.example/rond2", back);
  const CrawlResult result = Look(fetcher, WithoutExtras());
  CHECK(PageAt(result, "/nl/")->clicks == 0);
  CHECK(PageAt(result, "/nieuw")->clicks == 1);
  CHECK(PageAt(result, "/nieuw")->aliases ==
        std::vector<std::string>{"https://www.shop.example/oud"});
  CHECK(PageAt(result, "/rond")->redirect_to >= 0);
}

TEST_CASE("a start that moves to another host and scheme takes its scope along") {
  FakeFetcher fetcher;
  Exchange secure = StatusAnswer(301);
  secure.headers.emplace_back("location", "https://www.winkel.example/");
  fetcher.Add("https://www.shop.example/", secure);
  fetcher.AddPage("https://www.winkel.example/", Linking({"/contact", "https://elders.example/"}));
  fetcher.AddPage("https://www.winkel.example/contact", Linking({}));
  const CrawlResult result = Look(fetcher, WithoutExtras());
  REQUIRE(result.look.start >= 0);
  CHECK(result.look.pages[static_cast<std::size_t>(result.look.start)].url ==
        "https://www.winkel.example/");
  CHECK(fetcher.CountOf("https://www.winkel.example/contact") == 1);
  CHECK(fetcher.CountOf("https://elders.example/") == 0);
}

TEST_CASE("http and https spell one page") {
  FakeFetcher fetcher;
  Exchange secure = StatusAnswer(301);
  secure.headers.emplace_back("location", "https://www.shop.example/a");
  fetcher.AddPage("https://www.shop.example/", Linking({"http://www.shop.example/a", "/a#deel"}));
  fetcher.Add("http://www.shop.example/a", secure);
  fetcher.AddPage("https://www.shop.example/a", Linking({}));
  const CrawlResult result = Look(fetcher, WithoutExtras());
  CHECK(result.look.pages.size() == 2);
  CHECK(PageAt(result, "/a")->clicks == 1);
}

// RFC 9309 section 2.3.1: a robots.txt that is there is obeyed, a missing one allows everything, an
// unreachable one nothing.
TEST_CASE("robots.txt is asked for once a host and obeyed") {
  struct Case {
    std::string name;
    Exchange robots;
    bool may_read;
  };
  const std::vector<Case> cases = {
      {"disallowed", PageAnswer("User-agent: *\nDisallow: /a\n", "text/plain"), false},
      {"another agent", PageAnswer("User-agent: other\nDisallow: /\n", "text/plain"), true},
      {"missing", StatusAnswer(404), true},
      {"server error", StatusAnswer(503), false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    FakeFetcher fetcher;
    fetcher.Add("https://www.shop.example/robots.txt", c.robots);
    fetcher.AddPage("https://www.shop.example/", Linking({"/a"}));
    fetcher.AddPage("https://www.shop.example/a", Linking({}));
    CrawlOptions options = WithoutExtras();
    options.obey_robots = true;
    const CrawlResult result = Look(fetcher, options);
    CHECK(fetcher.CountOf("https://www.shop.example/robots.txt") == 1);
    CHECK(fetcher.CountOf("https://www.shop.example/a") == (c.may_read ? 1 : 0));
    if (c.name == "disallowed") {
      CHECK(PageAt(result, "/a")->hole == HoleReason::kRobots);
      CHECK(PageAt(result, "/a")->hole_text == "robots.txt line 2: Disallow: /a");
    }
    if (c.name == "server error") CHECK_FALSE(result.start_problem.empty());
  }
}

TEST_CASE("what was not read says why") {
  struct Case {
    std::string name;
    Exchange answer;
    HoleReason expected;
  };
  Exchange cut = PageAnswer(Linking({}));
  cut.is_truncated = true;
  Exchange challenge = StatusAnswer(200, "<html>wait</html>");
  challenge.headers.emplace_back("cf-mitigated", "challenge");
  const std::vector<Case> cases = {
      {"gone", StatusAnswer(410), HoleReason::kNone},
      {"missing", StatusAnswer(404), HoleReason::kNone},
      {"forbidden", StatusAnswer(403), HoleReason::kBlocked},
      {"too many", StatusAnswer(429), HoleReason::kBlocked},
      {"linkedin's own", StatusAnswer(999), HoleReason::kBlocked},
      {"challenge", challenge, HoleReason::kBlocked},
      {"server", StatusAnswer(500), HoleReason::kServer},
      {"no answer", ErrorAnswer(FetchError::kTimeout), HoleReason::kFailed},
      {"cut", cut, HoleReason::kTruncated},
      {"a film", PageAnswer("x", "video/mp4"), HoleReason::kNone},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    FakeFetcher fetcher;
    fetcher.AddPage("https://www.shop.example/", Linking({"/a"}));
    fetcher.Add("https://www.shop.example/a", c.answer);
    const CrawlResult result = Look(fetcher, WithoutExtras());
    CHECK(PageAt(result, "/a")->hole == c.expected);
    CHECK(PageAt(result, "/a")->hole_text.empty() == (c.expected == HoleReason::kNone));
  }
}

TEST_CASE("limits are kept and written down") {
  FakeFetcher fetcher;
  fetcher.AddPage("https://www.shop.example/", Linking({"/a", "/b", "/c"}));
  for (const char* path : {"/a", "/b", "/c"}) {
    fetcher.AddPage(std::string("https://www.shop.example") + path, Linking({"/diep"}));
  }
  fetcher.AddPage("https://www.shop.example/diep", Linking({}));
  CrawlOptions options = WithoutExtras();
  options.max_pages = 2;
  const CrawlResult capped = Look(fetcher, options);
  CHECK(capped.caps == std::vector<std::string>{"--max-pages 2 was reached"});
  CHECK(PageAt(capped, "/b")->hole == HoleReason::kLimit);
  CHECK(PageAt(capped, "/b")->clicks == 1);

  options = WithoutExtras();
  options.depth = 1;
  FakeFetcher again;
  again.AddPage("https://www.shop.example/", Linking({"/a"}));
  again.AddPage("https://www.shop.example/a", Linking({"/diep"}));
  const CrawlResult shallow = Look(again, options);
  CHECK(PageAt(shallow, "/diep")->hole == HoleReason::kLimit);
  CHECK(again.CountOf("https://www.shop.example/diep") == 0);
}

TEST_CASE("one locale is looked at, all of them when asked") {
  const std::string alternates =
      "<link rel=alternate hreflang=nl href=\"https://www.shop.example/\">"
      "<link rel=alternate hreflang=en href=\"https://www.shop.example/en/\">"
      "<link rel=alternate hreflang=x-default href=\"https://www.shop.example/\">";
  for (Locales locales : {Locales::kOne, Locales::kAll}) {
    FakeFetcher fetcher;
    fetcher.AddPage("https://www.shop.example/", Linking({"/en/", "/contact", "/de/"}, alternates));
    fetcher.AddPage("https://www.shop.example/en/", Linking({"/en/contact"}));
    fetcher.AddPage("https://www.shop.example/en/contact", Linking({}));
    fetcher.AddPage("https://www.shop.example/contact", Linking({}));
    // No hreflang names this one: its own language and its address do.
    fetcher.AddPage("https://www.shop.example/de/",
                    "<html lang=de><title>d</title><a href=\"/de/kontakt\">Kontakt</a></html>");
    fetcher.AddPage("https://www.shop.example/de/kontakt", Linking({}));
    CrawlOptions options = WithoutExtras();
    options.locales = locales;
    const CrawlResult result = Look(fetcher, options);
    const std::size_t expected = locales == Locales::kAll ? 1 : 0;
    CHECK(fetcher.CountOf("https://www.shop.example/en/") == expected);
    CHECK(fetcher.CountOf("https://www.shop.example/de/kontakt") == expected);
    CHECK(result.language == "nl");
  }
}

TEST_CASE("pages that only a sitemap names are read and have no clicks") {
  FakeFetcher fetcher;
  fetcher.AddPage("https://www.shop.example/", Linking({"/a"}));
  fetcher.AddPage("https://www.shop.example/a", Linking({}));
  fetcher.AddPage("https://www.shop.example/wees", Linking({"/a", "/wees2"}));
  fetcher.AddPage("https://www.shop.example/wees2", Linking({}));
  fetcher.Add("https://www.shop.example/sitemap.xml",
              PageAnswer("<urlset><url><loc>https://www.shop.example/wees</loc></url>"
                         "<url><loc>https://www.shop.example/a</loc></url></urlset>",
                         "application/xml"));
  CrawlOptions options = WithoutExtras();
  options.use_sitemap = true;
  const CrawlResult result = Look(fetcher, options);
  REQUIRE(PageAt(result, "/wees") != nullptr);
  CHECK(PageAt(result, "/wees")->is_read);
  CHECK(PageAt(result, "/wees")->from_sitemap);
  CHECK_FALSE(PageAt(result, "/wees")->clicks);
  CHECK_FALSE(PageAt(result, "/wees2")->clicks);
  CHECK(PageAt(result, "/a")->clicks == 1);
}

TEST_CASE("the order of answers changes nothing in the audit") {
  std::string first;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    FakeFetcher fetcher;
    fetcher.ShuffleWith(seed);
    fetcher.AddPage("https://www.shop.example/", Linking({"/1", "/2", "/3", "/4", "/contact"}));
    for (int i = 1; i <= 4; ++i) {
      fetcher.AddPage("https://www.shop.example/" + std::to_string(i),
                      Linking({"/deel/" + std::to_string(i), "/deel/0", "mailto:info@shop.example",
                               "https://twitter.com/shop"}));
      fetcher.AddPage("https://www.shop.example/deel/" + std::to_string(i), Linking({"/"}));
    }
    fetcher.AddPage("https://www.shop.example/deel/0", Linking({"tel:+31201234567"}));
    fetcher.AddPage("https://www.shop.example/contact", Linking({"tel:+31201234567"}));
    const Audit audit =
        AssembleAudit(TestBrand(), WithoutExtras(), Look(fetcher, WithoutExtras()), ShippedRules());
    const std::string json = AuditJson(audit);
    if (first.empty()) first = json;
    REQUIRE(json == first);
  }
  CHECK(first.find("+31201234567") != std::string::npos);
}

TEST_CASE("fail the n-th request, for every n: the audit is complete or says what is missing") {
  for (std::size_t n = 1; n <= 4; ++n) {
    CAPTURE(n);
    FakeFetcher fetcher;
    fetcher.FailNth(n);
    fetcher.AddPage("https://www.shop.example/", Linking({"/a", "/b"}));
    fetcher.AddPage("https://www.shop.example/a", Linking({"/c"}));
    fetcher.AddPage("https://www.shop.example/b", Linking({}));
    fetcher.AddPage("https://www.shop.example/c", Linking({}));
    const CrawlResult result = Look(fetcher, WithoutExtras());
    const Audit audit = AssembleAudit(TestBrand(), WithoutExtras(), result, ShippedRules());
    REQUIRE_FALSE(audit.coverage.empty());
    if (n == 1) {
      CHECK_FALSE(result.start_problem.empty());
      CHECK(audit.coverage.front().complete == Complete::kNo);
      continue;
    }
    CHECK((audit.coverage.front().complete == Complete::kYes) ==
          audit.coverage.front().holes.empty());
    CHECK(audit.coverage.front().holes.size() == 1);
  }
}

}  // namespace klikpad
