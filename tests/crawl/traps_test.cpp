// Invented sites with traps, in which a crawl must not get lost, and sites that only look like
// them, of which nothing may be left out.

#include "crawl/traps.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "crawl/address_shape.h"
#include "crawl/crawl.h"
#include "crawl/trap_sites.h"
#include "support/made_up_fetcher.h"
#include "support/restless_fetcher.h"
#include "support/shipped_rules.h"

namespace klikpad {
namespace {

const std::string& kHost = kTrapHost;

CrawlResult Look(Fetcher& fetcher, int max_pages = 8000) {
  CrawlOptions options;
  options.max_pages = max_pages;
  options.search_channels.clear();
  options.threads = 2;
  Brand brand;
  brand.name = "Winkel";
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

bool HasNote(const CrawlResult& result, const std::string& words) {
  return std::any_of(result.look.notes.begin(), result.look.notes.end(),
                     [&](const std::string& note) { return note.find(words) != note.npos; });
}

int CountRead(const CrawlResult& result, const std::string& part) {
  int count = 0;
  for (const SitePage& page : result.look.pages) {
    count += page.is_read && page.url.find(part) != std::string::npos ? 1 : 0;
  }
  return count;
}

}  // namespace

TEST_CASE("a crawl leaves a trap soon, says so, and loses nothing else") {
  struct Case {
    std::string name;
    MadeUpFetcher::Site site;
    int most;  // requests
    std::string note;
    std::string wanted;  // part of the addresses of real pages
    int count = 0;       // of them
  };
  std::uint64_t state = 1;
  for (const Case& c : std::vector<Case>{
           {"a calendar", Calendar, 160, "a calendar without end", "/activiteit/", 12},
           {"filters", Facets, 600, "combinations of filters", "/product/", 60},
           {"sessions", Sessions(state), 400, "", "/pagina-", 15},
           {"a path that repeats itself", Deeper, 600, "a path that repeats itself", "/blog/", 1},
           {"ever longer paths", EverLonger, 700, "", "/kies/", 1},
           {"a list without end", Paging, 240, "a list without end", "/nieuws/", 100},
           {"the same text", Echo, 600, "the same text each time", "/blad/1", 1}}) {
    CAPTURE(c.name);
    MadeUpFetcher fetcher(c.site);
    const CrawlResult result = Look(fetcher);
    CHECK(fetcher.Count() <= c.most);
    CHECK((c.note.empty() || HasNote(result, c.note)));
    CHECK(CountRead(result, c.wanted) >= c.count);
    int contacts = 0;
    for (const SitePage& page : result.look.pages) {
      contacts += static_cast<int>(page.is_read && !page.found.contacts.empty());
      CHECK(page.hole != HoleReason::kLimit);
    }
    CHECK(contacts >= 1);
    CHECK(result.caps.empty());
  }
}

TEST_CASE("what only looks like a trap is read whole") {
  // 3,000 products with little text each, lists of them in pages, and two filters.
  const auto shop = [](const Url& url) -> Exchange {
    std::string home;
    for (int i = 1; i <= 100; ++i) home += LinkTo(fmt::format("/assortiment?page={}", i));
    if (auto common = Common(url, home)) return *common;
    if (url.Path() == "/assortiment") {
      const int page = std::stoi(url.QueryValue("page").value_or("1"));
      std::string main;
      for (int i = 0; i < 30; ++i)
        main += LinkTo(fmt::format("/p/{}", (page - 1) * 30 + i), "bekijk");
      for (const std::string sort : {"prijs", "naam"}) {
        main += LinkTo(fmt::format("/assortiment?page={}&sort={}", page, sort), "sorteer");
      }
      return PageOf("Assortiment", main);
    }
    if (!url.Path().starts_with("/p/")) return StatusAnswer(404);
    const auto number = static_cast<std::uint64_t>(std::stoi(url.Path().substr(3)));
    return PageOf(Slug(number), fmt::format("<p>{} euro</p>", 10 + number % 7));
  };
  MadeUpFetcher products(shop);
  const CrawlResult sold = Look(products);
  CHECK(CountRead(sold, "/p/") == 3000);
  CHECK(products.CountWith("/p/") == 3000);

  // News by year and month, with items below.
  const auto news = [](const Url& url) -> Exchange {
    std::string home;
    for (int year = 2010; year < 2026; ++year) home += LinkTo(fmt::format("/nieuws/{}/1", year));
    if (auto common = Common(url, home)) return *common;
    const auto segments = url.PathSegments();
    if (segments.size() < 3) return StatusAnswer(404);
    const int year = std::stoi(segments[1]), month = std::stoi(segments[2]);
    if (year < 2010 || year > 2025) return StatusAnswer(404);
    if (segments.size() == 4) {
      return PageOf(segments[3], fmt::format("<p>In maand {} van {} gebeurde er {}.</p>", month,
                                             year, segments[3]));
    }
    std::string main;
    for (int i = 0; i < 5; ++i) {
      const std::string slug = Slug(static_cast<std::uint64_t>(year * 60 + month * 5 + i));
      main += LinkTo(fmt::format("/nieuws/{}/{}/{}", year, month, slug), slug);
    }
    if (month < 12) main += LinkTo(fmt::format("/nieuws/{}/{}", year, month + 1), "volgende maand");
    return PageOf(fmt::format("Nieuws {}-{}", year, month), main);
  };
  MadeUpFetcher archive(news);
  const CrawlResult read = Look(archive);
  CHECK(CountRead(read, "/nieuws/") == 16 * 12 * 6);
  CHECK(read.look.notes.empty());

  // Help with numbered articles, in a query as old systems have it, short and much alike.
  const auto help = [](const Url& url) -> Exchange {
    std::string home;
    for (int i = 0; i < 20; ++i)
      home += LinkTo(fmt::format("/hulp/index.php?rubriek={}&pagina=1", i));
    if (auto common = Common(url, home)) return *common;
    const int number = std::stoi(url.QueryValue("artikel").value_or("-1"));
    const int rubric = std::stoi(url.QueryValue("rubriek").value_or("0"));
    if (number < 0) {
      std::string main;
      for (int i = 0; i < 30; ++i) {
        main += LinkTo(
            fmt::format("/hulp/index.php?rubriek={}&artikel={}", rubric, rubric * 30 + i), "vraag");
      }
      return PageOf("Hulp", main);
    }
    return PageOf("Vraag",
                  "<p>Hoe werkt een " + Slug(static_cast<std::uint64_t>(number)) + "?</p>");
  };
  MadeUpFetcher questions(help);
  const CrawlResult helped = Look(questions);
  CHECK(CountRead(helped, "artikel=") == 600);
}

TEST_CASE("contact and help are read beyond any credit, also amid a trap") {
  // A calendar for appointments below the service pages, and a help page among the filters.
  const auto site = [](const Url& url) -> Exchange {
    if (auto common = Common(url, LinkTo("/meubels?kleur=rood&maat=1", "Rood"))) return *common;
    if (url.QueryValue("hulp")) {
      return PageOf("Bel mij terug", "<a href=tel:+31205550143>020 555 01 43</a>");
    }
    const int n = std::stoi(url.QueryValue("maat").value_or("1"));
    std::string main = "<p>Geen meubels gevonden.</p>";
    for (int i = 1; i < 4; ++i)
      main += LinkTo(fmt::format("/meubels?kleur=rood&maat={}", n * 3 + i));
    if (n > 12) main += LinkTo("/meubels?kleur=rood&hulp=ja", "Neem contact op");
    return PageOf("Meubels", main);
  };
  MadeUpFetcher fetcher(site);
  const CrawlResult result = Look(fetcher);
  CHECK(HasNote(result, "combinations of filters"));
  const SitePage* help = PageAt(result, "/meubels?kleur=rood&hulp=ja");
  REQUIRE(help != nullptr);
  CHECK(help->is_read);
  CHECK(fetcher.Count() < 600);
}

TEST_CASE("traps are left alike whatever the order of the answers and the number of threads") {
  const auto text = [](const CrawlResult& result) {
    std::string all;
    for (const SitePage& page : result.look.pages) {
      all += fmt::format("{} {} {}\n", page.url, page.is_read, Word(page.hole));
    }
    for (const std::string& note : result.look.notes) all += note + "\n";
    return all;
  };
  MadeUpFetcher one(Facets);
  const std::string expected = text(Look(one));
  for (const std::uint64_t seed : {1u, 2u, 3u}) {
    FakeFetcher answers;
    MadeUpFetcher made_up(Facets);
    // The disorder of a network over the same site.
    class Disorder : public Fetcher {
     public:
      Disorder(Fetcher& fetcher, std::uint64_t s) : fetcher_(fetcher), seed_(s) {}
      void Fetch(const std::vector<Request>& batch, const Done& done) override {
        fetcher_.Fetch(batch, done);
      }
      void FetchStream(RequestSource& source) override {
        std::map<std::size_t, Request> open;
        std::size_t count = 0;
        for (;;) {
          while (open.size() < 32) {
            auto request = source.Next();
            if (!request) break;
            open.emplace(count++, std::move(*request));
          }
          if (open.empty()) {
            if (!source.WaitForMore()) return;
            continue;
          }
          seed_ = seed_ * 6364136223846793005ull + 1442695040888963407ull;
          const auto chosen =
              std::next(open.begin(), static_cast<std::ptrdiff_t>((seed_ >> 33) % open.size()));
          const auto [index, request] = *chosen;
          open.erase(chosen);
          Exchange answer;
          fetcher_.Fetch({request}, [&](std::size_t, Exchange e) { answer = std::move(e); });
          source.Take(index, std::move(answer));
        }
      }

     private:
      Fetcher& fetcher_;
      std::uint64_t seed_;
    } disorder(made_up, seed);
    CHECK(text(Look(disorder)) == expected);
  }
}

TEST_CASE("the shape of an address is told") {
  struct Case {
    std::string path;
    ShapeKind kind;
  };
  for (const Case& c : std::vector<Case>{
           {"/", ShapeKind::kPlain},
           {"/over-ons", ShapeKind::kPlain},
           {"/p/12345", ShapeKind::kPlain},
           {"/nieuws/2019/03/05/een-bericht", ShapeKind::kPlain},
           {"/a/a", ShapeKind::kPlain},
           {"/nl/nl/nl/contact", ShapeKind::kRepeating},
           {"/a/b/a/b/a/b", ShapeKind::kRepeating},
           {"/a/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20", ShapeKind::kLong},
           {"/agenda/2026/03", ShapeKind::kCalendar},
           {"/agenda/2026-03-05", ShapeKind::kCalendar},
           {"/uit/20260305", ShapeKind::kCalendar},
           {"/agenda/2031", ShapeKind::kCalendar},
           {"/x?month=3", ShapeKind::kCalendar},
           {"/x?date=morgen", ShapeKind::kPlain},
           {"/lijst?page=3", ShapeKind::kPaging},
           {"/lijst/page/3", ShapeKind::kPaging},
           {"/lijst?id=3", ShapeKind::kPlain},
           {"/lijst?kleur=rood&maat=3", ShapeKind::kFacets},
           {"/a/b/c/d/e/f/g", ShapeKind::kDeep},
           {"/x?zk=0123abcd4567ef89", ShapeKind::kSession}}) {
    CAPTURE(c.path);
    const auto shape = ShapeOf(*Url::Parse(kHost + c.path), ShippedRules().traps);
    CHECK(static_cast<int>(shape.kind) == static_cast<int>(c.kind));
  }
  const auto key = [](const std::string& path) {
    return ShapeOf(*Url::Parse(kHost + path), ShippedRules().traps).key;
  };
  CHECK(key("/agenda/2026/03") == key("/agenda/2031/11/30"));
  CHECK(key("/p/1") == key("/p/2"));
  CHECK(key("/p/1") != key("/q/1"));
}

}  // namespace klikpad
