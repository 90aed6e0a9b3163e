// What a crawl finds follows from the answers, not from when they come: any number of open
// requests, any order of answers and any number of parsing threads give the same look.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "crawl/crawl.h"
#include "crawl/digest_workers.h"
#include "support/fake_fetcher.h"
#include "support/restless_fetcher.h"
#include "support/shipped_rules.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

const std::string kHost = "https://www.doolhof.example";
const std::string kOtherHost = "https://hulp.doolhof.example";
constexpr int kPages = 420;

// A maze of pages over two hosts with redirects, frames, refreshes, refusals and dead ends.
FakeFetcher Maze() {
  FakeFetcher maze;
  maze.Add(kHost + "/robots.txt",
           PageAnswer("User-agent: *\nDisallow: /p13\nCrawl-delay: 0\n", "text/plain"));
  for (int i = 0; i < kPages; ++i) {
    const std::string url = fmt::format("{}/p{}", i % 7 == 3 ? kOtherHost : kHost, i);
    if (i % 11 == 5) {
      Exchange moved = StatusAnswer(301);
      moved.headers.emplace_back("location", fmt::format("{}/p{}", kHost, (i * 5) % kPages));
      maze.Add(url, moved);
      continue;
    }
    if (i % 17 == 9) {
      maze.Add(url, i % 2 == 0 ? StatusAnswer(500) : ErrorAnswer(FetchError::kTimeout));
      continue;
    }
    std::string html =
        fmt::format("<!doctype html><html lang=nl><head><title>Pagina {}</title>", i);
    if (i % 19 == 8) html += fmt::format("<meta http-equiv=refresh content='0;url=/p{}'>", i / 2);
    html += fmt::format("</head><body><p>Gewone tekst over onderwerp nummer {}.</p>", i);
    for (int k = 1; k <= 6; ++k) {
      const int to = (i * 6 + k * 37) % kPages;
      html +=
          fmt::format("<a href='{}/p{}'>naar {}</a> ", to % 7 == 3 ? kOtherHost : kHost, to, to);
    }
    if (i % 23 == 4) html += "<a href='tel:+31205550142'>Bel ons</a>";
    maze.AddPage(url, html + "</body></html>");
  }
  maze.AddPage(kHost + "/",
               "<html lang=nl><title>Doolhof</title><p>Kies een deur, bezoeker.</p>"
               "<a href=/p1>een</a> <a href=/p2>twee</a> <a href=/p3>drie</a>");
  return maze;
}

// Everything that a look says of its pages, in words.
std::string Text(const CrawlResult& result) {
  std::string text;
  for (const SitePage& page : result.look.pages) {
    text += fmt::format("{} {} clicks {} hole {} {} to {} read {} links", page.url, page.status,
                        page.clicks.value_or(-1), Word(page.hole), page.hole_text, page.redirect_to,
                        page.is_read);
    for (const SiteLink& link : page.links) text += fmt::format(" {}", link.to);
    for (const std::string& alias : page.aliases) text += " alias " + alias;
    for (const SiteText& kept : page.texts.ReadOrNone()) {
      text += fmt::format(" '{}' {}", kept.text.View(), kept.place.Text());
    }
    text += fmt::format(" contacts {}\n", page.found.contacts.size());
  }
  for (const std::string& cap : result.caps) text += cap + "\n";
  return text;
}

Brand MazeBrand() {
  Brand brand;
  brand.name = "Doolhof";
  brand.start = kHost + "/";
  brand.country = "NL";
  return brand;
}

}  // namespace

TEST_CASE(
    "any order of answers, any number of threads and texts in memory or not give the same look") {
  const TempDir folder;
  for (const int most : {40, 130, 250, 2000}) {
    CAPTURE(most);
    CrawlOptions options;
    options.max_pages = most;
    options.use_sitemap = false;
    options.threads = 1;
    FakeFetcher maze = Maze();
    const auto plain = Crawl(MazeBrand(), options, ShippedRules(), maze, {});
    REQUIRE(plain);
    const std::string expected = Text(*plain);
    CHECK(plain->caps.empty() == (most == 2000));
    std::uint64_t seed = 1;
    for (const int threads : {1, 2, 4}) {
      for (const std::size_t open : {1, 5, 64}) {
        CAPTURE(threads);
        CAPTURE(open);
        options.threads = threads;
        options.scratch_folder = open == 5 ? "" : folder.Path();
        FakeFetcher again = Maze();
        RestlessFetcher restless(again, open, ++seed);
        const auto result = Crawl(MazeBrand(), options, ShippedRules(), restless, {});
        REQUIRE(result);
        CHECK(Text(*result) == expected);
        // The limit is hard: robots.txt of two hosts, an address that cannot exist of each, and the
        // three well-known files of the brand's own stand beside it.
        CHECK(again.Asked().size() <= static_cast<std::size_t>(most) + 7);
      }
    }
  }
}

TEST_CASE("no level waits for its slowest page while other pages may be asked") {
  FakeFetcher maze = Maze();
  RestlessFetcher restless(maze, 64, 7);
  CrawlOptions options;
  options.use_sitemap = false;
  const auto result = Crawl(MazeBrand(), options, ShippedRules(), restless, {});
  REQUIRE(result);
  CHECK(restless.MostOpen() == 64);
}

TEST_CASE("an interruption at any moment ends the crawl, and every page says why it was not read") {
  for (const int moment : {0, 1, 2, 10, 60, 200}) {
    CAPTURE(moment);
    FakeFetcher maze = Maze();
    RestlessFetcher restless(maze, 16, 3);
    int answered = 0;
    CrawlHooks hooks;
    hooks.progress = [&](const CrawlProgress& p) { answered = p.done; };
    hooks.is_cancelled = [&] { return answered >= moment; };
    CrawlOptions options;
    options.use_sitemap = false;
    const auto result = Crawl(MazeBrand(), options, ShippedRules(), restless, hooks);
    REQUIRE(result);
    CHECK(result->was_cancelled);
    for (const SitePage& page : result->look.pages) {
      CAPTURE(page.url);
      CHECK((page.status != 0 || page.hole != HoleReason::kNone));
    }
  }
}

TEST_CASE("the time limit ends what is on its way") {
  FakeFetcher maze = Maze();
  RestlessFetcher restless(maze, 16, 3);
  int answered = 0;
  CrawlHooks hooks;
  hooks.progress = [&](const CrawlProgress& p) { answered = p.done; };
  hooks.milliseconds = [&] { return std::int64_t{answered}; };
  CrawlOptions options;
  options.max_duration = std::chrono::milliseconds(50);
  const auto result = Crawl(MazeBrand(), options, ShippedRules(), restless, hooks);
  REQUIRE(result);
  CHECK(result->caps == std::vector<std::string>{"--max-duration was reached"});
  CHECK(answered < 120);
  int stopped = 0;
  for (const SitePage& page : result->look.pages) {
    CHECK(page.hole != HoleReason::kCancelled);
    stopped += page.hole_text == "--max-duration was reached" ? 1 : 0;
  }
  CHECK(stopped > 0);
}

TEST_CASE("what goes wrong while an answer is taken ends the crawl and leaves no thread behind") {
  FakeFetcher maze = Maze();
  RestlessFetcher restless(maze, 16, 3);
  CrawlHooks hooks;
  hooks.progress = [](const CrawlProgress& progress) {
    if (progress.done == 30) throw std::runtime_error("the test wants it");
  };
  CHECK_THROWS_AS((void)Crawl(MazeBrand(), {}, ShippedRules(), restless, hooks),
                  std::runtime_error);
}

TEST_CASE("workers give every answer back once and drop the rest at their end") {
  const auto title = [](const Exchange& exchange, const PageContext&) {
    if (exchange.body == "13") throw std::runtime_error("the test wants it");
    PageDigest digest;
    digest.page.title = exchange.body;
    return digest;
  };
  DigestWorkers workers(3, title, [] {});
  const auto context = std::make_shared<const PageContext>();
  CHECK_FALSE(workers.WaitForDone());
  for (int i = 0; i < 50; ++i) workers.Add(i, PageAnswer(std::to_string(i)), context);
  std::vector<bool> seen(50, false);
  while (workers.WaitForDone()) {
    for (const DigestedAnswer& answer : workers.TakeDone()) {
      CAPTURE(answer.page);
      CHECK_FALSE(seen[static_cast<std::size_t>(answer.page)]);
      seen[static_cast<std::size_t>(answer.page)] = true;
      CHECK((answer.failure != nullptr) == (answer.page == 13));
      CHECK(answer.digest.page.title == (answer.page == 13 ? "" : std::to_string(answer.page)));
      CHECK(answer.exchange.body.empty());
    }
  }
  CHECK(std::count(seen.begin(), seen.end(), true) == 50);
  CHECK(workers.BytesAtWork() == 0);
  for (int i = 0; i < 500; ++i) workers.Add(i, PageAnswer("weg"), context);
}

// Up to 2,048 answers wait for their turn.
TEST_CASE("an answer that waits for its turn holds nothing of its body") {
  DigestWorkers workers(
      1, [](const Exchange&, const PageContext&) { return PageDigest(); }, [] {});
  workers.Add(0, PageAnswer(std::string(1'000'000, 'x')), std::make_shared<const PageContext>());
  REQUIRE(workers.WaitForDone());
  const std::vector<DigestedAnswer> done = workers.TakeDone();
  REQUIRE(done.size() == 1);
  CHECK(done[0].exchange.body.capacity() < 100);
}

}  // namespace klikpad
