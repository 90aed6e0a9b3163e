// Walls before a site: every example of rules/walls.yaml through the crawl's own reading, and what
// a crawl makes of them: holes, one remark, a host that is left alone; never a page that was seen.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "crawl/crawl.h"
#include "crawl/page_digest.h"
#include "support/fake_fetcher.h"
#include "support/made_up_fetcher.h"
#include "support/shipped_rules.h"

namespace klikpad {
namespace {

const std::string kHost = "https://www.winkel.example";

// As the crawl reads an answer: pages are weighed, other answers are not.
PageDigest Read(const WallExample& example) {
  Exchange exchange = PageAnswer(example.body);
  exchange.url = exchange.final_url = kHost + "/";
  exchange.status = example.status;
  exchange.headers.insert(exchange.headers.end(), example.headers.begin(), example.headers.end());
  if (IsPage(exchange)) return DigestPage(exchange, ShippedRules(), {});
  PageDigest digest;
  TellWall(exchange, ShippedRules().walls, 0, digest);
  return digest;
}

CrawlResult Look(Fetcher& fetcher) {
  CrawlOptions options;
  options.search_channels.clear();
  options.use_sitemap = false;
  Brand brand;
  brand.start = kHost + "/";
  auto result = Crawl(brand, options, ShippedRules(), fetcher, {});
  REQUIRE(result);
  return std::move(*result);
}

const SitePage* PageAt(const CrawlResult& result, const std::string& path) {
  for (const SitePage& page : result.look.pages) {
    if (page.url == kHost + path) return &page;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("each example of a wall is that wall, and none of the counter-examples is any") {
  int examples = 0, others = 0;
  for (const Wall& wall : ShippedRules().walls.List()) {
    for (const WallExample& example : wall.examples) {
      CAPTURE(wall.id);
      CAPTURE(example.line);
      const PageDigest digest = Read(example);
      CHECK(digest.wall_name == wall.name);
      CHECK(digest.page.is_read == false);
      ++examples;
    }
    for (const WallExample& example : wall.counter_examples) {
      CAPTURE(wall.id);
      CAPTURE(example.line);
      CHECK(Read(example).wall == "");
      ++others;
    }
  }
  CHECK(examples >= 20);
  CHECK(others >= 12);
}

TEST_CASE("a long page that quotes a wall is none") {
  WallExample quoting;
  quoting.body = "<html><title>Just a moment... wat is dat?</title><p>window._cf_chl_opt</p>";
  for (int i = 0; i < 60; ++i)
    quoting.body += "<p>Een zin over robots, captcha's en sites die traag zijn.</p>";
  CHECK(Read(quoting).wall == "");
}

TEST_CASE("a page behind a wall is a hole, and one remark says so") {
  FakeFetcher fetcher;
  fetcher.AddPage(kHost + "/",
                  "<html lang=nl><p>Welkom in de winkel.</p><a href=/contact>Contact</a>"
                  "<a href=/wacht>Aanbieding</a> <a href=/a>a</a>");
  fetcher.AddPage(kHost + "/contact",
                  "<html><title>Are you a robot?</title><div class=g-recaptcha></div>");
  Exchange queue = StatusAnswer(302);
  queue.headers.emplace_back("location", "https://winkel.queue-it.net/?c=winkel");
  fetcher.Add(kHost + "/wacht", queue);
  Exchange missing = StatusAnswer(404, "<title>x</title>");
  missing.headers.emplace_back("cf-mitigated", "challenge");
  fetcher.Add(kHost + "/a", missing);
  const CrawlResult result = Look(fetcher);
  for (const std::string path : {"/contact", "/wacht", "/a"}) {
    CAPTURE(path);
    REQUIRE(PageAt(result, path) != nullptr);
    CHECK(Word(PageAt(result, path)->hole) == "blocked");
    CHECK_FALSE(PageAt(result, path)->is_read);
  }
  CHECK(PageAt(result, "/contact")->hole_text == "a check stands before it (captcha)");
  CHECK(PageAt(result, "/wacht")->hole_text == "a waiting room stands before it (Queue-it)");
  CHECK(result.look.problems ==
        std::vector<std::string>{"pages that the site shielded: 3 (Cloudflare, Queue-it, captcha); "
                                 "nothing was judged by them"});
}

TEST_CASE("a wall before the start page is told as such") {
  FakeFetcher fetcher;
  Exchange wall = StatusAnswer(403, "<title>Just a moment...</title>");
  wall.headers.emplace_back("cf-mitigated", "challenge");
  fetcher.Add(kHost + "/", wall);
  CHECK(Look(fetcher).start_problem == "a check stands before it (Cloudflare)");
  FakeFetcher gate;
  Exchange consent = StatusAnswer(302);
  consent.headers.emplace_back("location", "https://myprivacy.dpgmedia.nl/consent?x=1");
  gate.Add(kHost + "/", consent);
  CHECK(Look(gate).start_problem == "a consent page stands before it (DPG Media)");
}

TEST_CASE("a host that refuses one request after the other is left alone") {
  MadeUpFetcher fetcher([](const Url& url) -> Exchange {
    if (url.Path() == "/robots.txt") return StatusAnswer(404);
    std::string html = "<html lang=nl><p>Een gewone pagina van de winkel.</p>";
    if (url.Path() == "/") {
      for (int i = 0; i < 10; ++i) html += fmt::format("<a href=/{0}>{0}</a>", i);
      html += "<a href=/lijst>lijst</a>";
      return PageAnswer(html);
    }
    if (url.Path() == "/lijst") {
      for (int i = 0; i < 100; ++i) html += fmt::format("<a href=/dieper/{0}>{0}</a>", i);
      // The last of its level is refused too.
      return PageAnswer(html + "<a href=/x>x</a>");
    }
    return StatusAnswer(429);
  });
  const CrawlResult result = Look(fetcher);
  // The list is answered last in its level, so the level below it is asked and refused once.
  const SitePage* deep = PageAt(result, "/dieper/50");
  REQUIRE(deep != nullptr);
  CHECK(Word(deep->hole) == "blocked");
  CHECK(fetcher.Count() <= 120);
}

TEST_CASE("pages that say what a missing one says count as missing, and only those") {
  const auto site = [](const Url& url) -> Exchange {
    const std::string menu = "<nav><a href=/>Home</a> <a href=/contact>Contact</a></nav><main>";
    const auto page = [&](const std::string& title, const std::string& main) {
      return PageAnswer("<!doctype html><html lang=nl><title>" + title + "</title>" + menu + main);
    };
    if (url.Path() == "/robots.txt") return StatusAnswer(404);
    if (url.Path() == "/") {
      return page("Bakkerij",
                  "<h1>Bakkerij</h1><p>Elke dag vers brood.</p><a href=/weg>Oud</a> "
                  "<a href=/ook-weg>Oud</a> <a href=/brood>Brood</a>");
    }
    if (url.Path() == "/contact")
      return page("Niet gevonden", "<p>Bel <a href=tel:+31205550142>ons</a></p>");
    if (url.Path() == "/brood") return page("Brood", "<h1>Brood</h1><p>Wit, bruin en zuur.</p>");
    return page("Niet gevonden", "<h1>Niet gevonden</h1><p>De pagina " + url.Path().substr(1) +
                                     " bestaat niet of niet meer.</p>");
  };
  MadeUpFetcher fetcher(site);
  const CrawlResult result = Look(fetcher);
  CHECK(fetcher.CountWith("/klikpad-") == 1);
  for (const auto& [path, is_missing] :
       std::vector<std::pair<std::string, bool>>{{"/", false},
                                                 {"/contact", false},
                                                 {"/brood", false},
                                                 {"/weg", true},
                                                 {"/ook-weg", true}}) {
    CAPTURE(path);
    REQUIRE(PageAt(result, path) != nullptr);
    CHECK(PageAt(result, path)->is_missing == is_missing);
    CHECK(PageAt(result, path)->is_read == !is_missing);
    CHECK(Word(PageAt(result, path)->hole) == "none");
  }
  CHECK(
      result.look.notes ==
      std::vector<std::string>{"pages that say the same as an address that cannot exist, and count "
                               "as missing: 2"});
}

TEST_CASE("a shell that scripts fill is no missing page, whatever is asked for") {
  MadeUpFetcher fetcher([](const Url& url) -> Exchange {
    if (url.Path() == "/robots.txt") return StatusAnswer(404);
    return PageAnswer(
        "<!doctype html><html lang=nl><title>App</title><div id=root></div>"
        "<script src=/app.js></script><noscript><a href=/contact>Contact</a></noscript>");
  });
  const CrawlResult result = Look(fetcher);
  for (const SitePage& page : result.look.pages) CHECK_FALSE(page.is_missing);
}

}  // namespace klikpad
