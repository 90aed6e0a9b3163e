// Pages of which the reader leaves something out, and limits of the run: said, and never taken for
// "not there".

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "crawl/crawl.h"
#include "support/fake_fetcher.h"
#include "support/shipped_rules.h"

namespace klikpad {
namespace {

const std::string kRoot = "https://www.winkel.example/";

CrawlResult Look(const std::string& home, int max_pages = 100) {
  FakeFetcher fetcher;
  fetcher.AddPage(kRoot, home);
  fetcher.AddPage(kRoot + "over", "<html lang=nl><title>Over</title><p>Wij bestaan.</p></html>");
  CrawlOptions options;
  options.search_channels.clear();
  options.use_sitemap = false;
  options.obey_robots = false;
  options.max_pages = max_pages;
  Brand brand;
  brand.start = kRoot;
  auto result = Crawl(brand, options, ShippedRules(), fetcher, {});
  REQUIRE(result);
  return std::move(*result);
}

bool HasNote(const CrawlResult& result, const std::string& note) {
  return std::find(result.look.notes.begin(), result.look.notes.end(), note) !=
         result.look.notes.end();
}

std::string Repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("a page of which the reader cut something is read and is a hole") {
  struct Case {
    std::string name, body, hole;
  };
  const std::string more = "the page has more text than the limit, some was cut";
  for (const Case& c :
       std::vector<Case>{{"blocks", Repeated("<p>een regel</p>", 20'001), more},
                         {"a long page that fits", Repeated("<p>een regel</p>", 19'000), ""}}) {
    CAPTURE(c.name);
    const CrawlResult result = Look("<html lang=nl><title>Winkel</title><main>" + c.body +
                                    "</main><footer><a href=/over>Over ons</a></footer></html>");
    const SitePage& home = result.look.pages[0];
    CHECK(home.is_read);
    CHECK((home.hole == HoleReason::kTruncated) == !c.hole.empty());
    CHECK(home.hole_text == c.hole);
    CHECK(HasNote(result, "pages that were not read quite as they are written: 1") ==
          !c.hole.empty());
    // Links are never capped.
    CHECK(result.look.pages.size() == 2);
  }
}

TEST_CASE("elements nested too deeply lose nothing, and are said") {
  const CrawlResult result =
      Look("<html lang=nl><title>Winkel</title>" + Repeated("<div>", 3000) +
           "<a href=/over>Over ons</a>" + Repeated("</div>", 3000) + "</html>");
  CHECK(result.look.pages[0].hole == HoleReason::kNone);
  CHECK(result.look.pages.size() == 2);
  CHECK(HasNote(result, "pages that were not read quite as they are written: 1"));
}

TEST_CASE("a sitemap that cannot be read, or not whole, is said; one that is not there is none") {
  struct Case {
    std::string name;
    Exchange answer;
    std::string robots, note;
  };
  const std::string map = kRoot + "sitemap.xml", told = "Sitemap: " + map + "\n";
  const std::string unread = "the sitemap " + map + " could not be read: ";
  const std::string cut = "the sitemap " + map + " was not read whole: ";
  Exchange half = PageAnswer("<urlset><url><loc>" + kRoot + "over</loc></url>", "text/xml");
  half.is_truncated = true;
  half.error_text = "the body is larger than the limit";
  for (const Case& c : std::vector<Case>{
           {"none", StatusAnswer(404), "", ""},
           {"gone", StatusAnswer(410), told, ""},
           {"broken", StatusAnswer(503), "", unread + "it answers 503"},
           {"no answer", ErrorAnswer(FetchError::kTimeout), told, unread + "the test wants"},
           {"half", half, "", cut + "the body is larger than the limit"},
           {"a page that answers everything", PageAnswer("<html><p>Hallo</p></html>"), "", ""},
           {"a page in its place", PageAnswer("<html><p>Hallo</p></html>"), told,
            cut + "this is a web page, no sitemap"}}) {
    CAPTURE(c.name);
    FakeFetcher fetcher;
    fetcher.AddPage(kRoot, "<html lang=nl><title>Winkel</title><p>Welkom</p></html>");
    fetcher.AddPage(kRoot + "over", "<html lang=nl><title>Over</title><p>Wij.</p></html>");
    fetcher.Add(kRoot + "robots.txt", PageAnswer(c.robots, "text/plain"));
    fetcher.Add(map, c.answer);
    CrawlOptions options;
    options.search_channels.clear();
    Brand brand;
    brand.start = kRoot;
    const auto result = Crawl(brand, options, ShippedRules(), fetcher, {});
    REQUIRE(result);
    const auto& notes = result->look.notes;
    REQUIRE(notes.size() == (c.note.empty() ? 0 : 1));
    if (!notes.empty()) CHECK_MESSAGE(notes[0].starts_with(c.note), notes[0]);
  }
}

TEST_CASE("a limit of the run stands among the notes on the coverage, also where no hole is left") {
  const CrawlResult result = Look("<title>Winkel</title><a href=/over>Over ons</a>", 1);
  CHECK(HasNote(result, "limit: --max-pages 1 was reached"));
  CHECK(Look("<title>Winkel</title><a href=/over>Over ons</a>").look.notes.empty());
}

}  // namespace klikpad
