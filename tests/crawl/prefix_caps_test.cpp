// A part of a site that is larger than its share waits for the others, and is read whole where
// there is room; a limit of the user's is hard, and said.

#include "crawl/prefix_caps.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "crawl/crawl.h"
#include "support/made_up_fetcher.h"
#include "support/shipped_rules.h"

namespace klikpad {
namespace {

const std::string kRoot = "https://www.winkel.example";

std::string LinkTo(const std::string& href) { return "<a href=\"" + href + "\">lees</a> "; }

Exchange PageOf(const std::string& title, const std::string& main) {
  return PageAnswer("<!doctype html><html lang=nl><title>" + title + "</title><main><h1>" + title +
                    "</h1><p>Alles over " + title + ", en verder niets.</p>" + main +
                    "</main></html>");
}

// A shop of `products` products, all a click away; behind a chain of five pages of advice stands
// the page with the number, behind one more a product's own help.
MadeUpFetcher::Site Shop(int products) {
  return [products](const Url& url) -> Exchange {
    const std::string& path = url.Path();
    if (path == "/") {
      std::string main = LinkTo("/advies/1");
      for (int i = 0; i < products; ++i) main += LinkTo(fmt::format("/p/{}", i));
      return PageOf("Winkel", main);
    }
    if (path.starts_with("/p/contact")) return PageOf(path, "<a href=tel:+31205550142>Bel</a>");
    if (path.starts_with("/p/")) return PageOf("product " + path, LinkTo("/p/contact"));
    if (path.starts_with("/advies/")) {
      const int n = std::stoi(path.substr(8));
      return PageOf("advies " + path,
                    n < 5 ? LinkTo(fmt::format("/advies/{}", n + 1)) : LinkTo("/praten/nummers"));
    }
    if (path == "/praten/nummers") {
      return PageOf("nummers", "<a href=tel:+31205550143>020 555 01 43</a>");
    }
    if (path == "/sitemap.xml") {
      return PageAnswer("<urlset><url><loc>" + kRoot + "/over/ons</loc></url></urlset>",
                        "application/xml");
    }
    if (path == "/over/ons") return PageOf("over ons", "");
    return StatusAnswer(404);
  };
}

CrawlResult Look(Fetcher& fetcher, CrawlOptions options) {
  options.search_channels.clear();
  options.threads = 1;
  Brand brand;
  brand.name = "Winkel";
  brand.start = kRoot + "/";
  auto result = Crawl(brand, options, ShippedRules(), fetcher, {});
  REQUIRE(result);
  return std::move(*result);
}

CrawlResult LookAt(int products, int max_pages, std::optional<int> most = std::nullopt) {
  MadeUpFetcher shop(Shop(products));
  CrawlOptions options;
  options.max_pages = max_pages;
  options.max_pages_per_prefix = most;
  return Look(shop, options);
}

bool IsRead(const CrawlResult& result, const std::string& path) {
  return std::any_of(result.look.pages.begin(), result.look.pages.end(), [&](const SitePage& page) {
    return page.url == kRoot + path && page.is_read;
  });
}

int CountRead(const CrawlResult& result, const std::string& part) {
  return static_cast<int>(std::count_if(
      result.look.pages.begin(), result.look.pages.end(),
      [&](const SitePage& page) { return page.is_read && page.url.starts_with(kRoot + part); }));
}

bool HasNote(const CrawlResult& result, const std::string& note) {
  return std::find(result.look.notes.begin(), result.look.notes.end(), note) !=
         result.look.notes.end();
}

}  // namespace

TEST_CASE("a part of a site is its host and first folder, whatever the language") {
  struct Case {
    std::string path, prefix;
  };
  for (const Case& c : std::vector<Case>{{"/", "/"},
                                         {"/stoel", "/"},
                                         {"/stoel?kleur=rood", "/"},
                                         {"/stoelen/", "/stoelen/"},
                                         {"/stoelen/eiken", "/stoelen/"},
                                         {"/stoelen/eiken/hoog?maat=3", "/stoelen/"},
                                         {"/nl", "/nl/"},
                                         {"/nl/stoel", "/nl/"},
                                         {"/nl/stoelen/eiken", "/nl/stoelen/"},
                                         {"/nl-be/stoelen/", "/nl-be/stoelen/"},
                                         {"/tv/stoelen/x", "/tv/"}}) {
    CAPTURE(c.path);
    CHECK(PrefixOf(*Url::Parse(kRoot + c.path)) == kRoot + c.prefix);
  }
  CHECK(PrefixOf(*Url::Parse("https://help.winkel.example/a/b")) !=
        PrefixOf(*Url::Parse(kRoot + "/a/b")));
}

TEST_CASE("a large part waits until the rest was read, sitemap and all") {
  const CrawlResult crowded = LookAt(3000, 1000);
  CHECK(IsRead(crowded, "/praten/nummers"));
  CHECK(IsRead(crowded, "/over/ons"));
  CHECK(IsRead(crowded, "/p/contact"));
  CHECK(CountRead(crowded, "/") == 1000);
  CHECK(
      HasNote(crowded, fmt::format("2500 addresses below {}/p/ were kept for the end: it has more "
                                   "than 500",
                                   kRoot)));
  // What was not read for want of room is open, by the limit that kept it out.
  const auto open =
      std::count_if(crowded.look.pages.begin(), crowded.look.pages.end(), [](const SitePage& page) {
        return page.hole == HoleReason::kLimit && page.hole_text == "--max-pages 1000 was reached";
      });
  CHECK(open == 3009 - 1000);
  CHECK(crowded.caps == std::vector<std::string>{"--max-pages 1000 was reached"});
}

TEST_CASE("where there is room for all, all of a large part is read") {
  const CrawlResult whole = LookAt(3000, 3500);
  CHECK(CountRead(whole, "/p/") == 3001);
  CHECK(whole.caps.empty());
  CHECK(std::all_of(whole.look.pages.begin(), whole.look.pages.end(),
                    [](const SitePage& page) { return page.hole == HoleReason::kNone; }));
  // Clicks do not tell who waited.
  CHECK(std::all_of(whole.look.pages.begin(), whole.look.pages.end(), [](const SitePage& page) {
    return !page.url.starts_with(kRoot + "/p/") || page.url == kRoot + "/p/contact" ||
           page.clicks == 1;
  }));
  const CrawlResult roomy = LookAt(400, 2000);
  CHECK(roomy.look.notes.empty());
}

TEST_CASE("a limit of a part is kept, said once, and not for what promises contact") {
  const CrawlResult cut = LookAt(400, 5000, 50);
  CHECK(CountRead(cut, "/p/") == 51);  // the page that promises contact is one more
  CHECK(IsRead(cut, "/p/contact"));
  CHECK(IsRead(cut, "/praten/nummers"));
  CHECK(cut.caps == std::vector<std::string>{"--max-pages-per-prefix 50 was reached"});
  CHECK(
      HasNote(cut, fmt::format("350 addresses below {}/p/ were left out: --max-pages-per-prefix 50 "
                               "was reached",
                               kRoot)));
  const auto open =
      std::count_if(cut.look.pages.begin(), cut.look.pages.end(), [](const SitePage& page) {
        return page.hole == HoleReason::kLimit &&
               page.hole_text == "--max-pages-per-prefix 50 was reached";
      });
  CHECK(open == 350);
}

TEST_CASE("under --depth nobody waits, and a limit of a part holds all the same") {
  MadeUpFetcher shop(Shop(600));
  CrawlOptions options;
  options.max_pages = 700;
  options.depth = 1;
  const CrawlResult near = Look(shop, options);
  CHECK(CountRead(near, "/p/") == 600);
  CHECK(CountRead(near, "/") == 602);
  MadeUpFetcher again(Shop(600));
  options.max_pages_per_prefix = 10;
  CHECK(CountRead(Look(again, options), "/p/") == 10);
}

}  // namespace klikpad
