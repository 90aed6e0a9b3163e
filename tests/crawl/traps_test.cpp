// Invented sites with traps, in which a crawl must not get lost, and sites that only look like
// them, of which nothing may be left out.

#include "crawl/traps.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string>

#include "base/hash.h"
#include "crawl/address_shape.h"
#include "crawl/crawl.h"
#include "support/made_up_fetcher.h"
#include "support/restless_fetcher.h"

namespace klikpad {
namespace {

const Rules& TestRules() {
  static const Rules rules = [] {
    auto loaded = LoadRules(std::string(KLIKPAD_ROOT) + "/rules");
    REQUIRE_MESSAGE(loaded, loaded.error().Text());
    return std::move(*loaded);
  }();
  return rules;
}

const std::string kHost = "https://www.winkel.example";

std::string LinkTo(const std::string& href, const std::string& label = "verder") {
  return "<a href=\"" + href + "\">" + label + "</a> ";
}

// A page with the menu that all pages of these sites have.
Exchange PageOf(const std::string& title, const std::string& main) {
  return PageAnswer("<!doctype html><html lang=nl><head><title>" + title +
                    "</title></head><body><nav>" + LinkTo("/", "Home") +
                    LinkTo("/contact", "Contact") + LinkTo("/over-ons", "Over ons") +
                    "</nav><main><h1>" + title + "</h1>" + main + "</main></body></html>");
}

// What every site has; nothing for other addresses.
std::optional<Exchange> Common(const Url& url, const std::string& home) {
  const std::string& path = url.Path();
  if (path == "/") return PageOf("Welkom", "<p>Alles voor het huis, al jaren.</p>" + home);
  if (path == "/contact") {
    return PageOf("Contact", "<p>Bel <a href=tel:+31205550142>020 555 01 42</a></p>");
  }
  if (path == "/over-ons") return PageOf("Over ons", "<p>Een winkel sinds het begin.</p>");
  if (path == "/robots.txt" || path == "/sitemap.xml") return StatusAnswer(404);
  return std::nullopt;
}

std::string Slug(std::uint64_t seed) {
  static const char* const kParts[] = {"tafel", "stoel", "bank",   "lamp",   "kast",     "bed",
                                       "kleed", "plank", "krukje", "bureau", "ladekast", "spiegel"};
  std::string word;
  for (int i = 0; i < 3; ++i, seed /= 12) word += std::string(i ? "-" : "") + kParts[seed % 12];
  return word;
}

CrawlResult Look(Fetcher& fetcher, int max_pages = 8000) {
  CrawlOptions options;
  options.max_pages = max_pages;
  options.search_channels.clear();
  options.threads = 2;
  Brand brand;
  brand.name = "Winkel";
  brand.start = kHost + "/";
  auto result = Crawl(brand, options, TestRules(), fetcher, {});
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

// Months without end, with an event in every month of one year.
Exchange Calendar(const Url& url) {
  if (auto common = Common(url, LinkTo("/agenda/2026/1", "Agenda"))) return *common;
  const auto segments = url.PathSegments();
  if (segments.size() == 3 && segments[0] == "agenda") {
    const int month = std::stoi(segments[1]) * 12 + std::stoi(segments[2]) - 1;
    std::string main = fmt::format("<p>Maand {} van {}</p><table>", month % 12 + 1, month / 12);
    for (int day = 1; day <= 30; ++day) main += fmt::format("<td>{}</td>", day);
    main += "</table>";
    if (month / 12 == 2026) {
      main += LinkTo(fmt::format("/activiteit/{}", Slug(static_cast<std::uint64_t>(month))));
    }
    for (const int other : {month - 1, month + 1}) {
      main += LinkTo(fmt::format("/agenda/{}/{}", other / 12, other % 12 + 1));
    }
    return PageOf(fmt::format("Agenda {}-{}", month / 12, month % 12 + 1), main);
  }
  if (segments.size() == 2 && segments[0] == "activiteit") {
    return PageOf(segments[1], "<p>Een middag over " + segments[1] + ", met koffie.</p>");
  }
  return StatusAnswer(404);
}

// Six filters in any order, each with four values, over sixty products.
Exchange Facets(const Url& url) {
  std::string home;
  for (int i = 0; i < 60; i += 10) home += LinkTo(fmt::format("/meubels?vanaf={}&toon=10", i));
  if (auto common = Common(url, LinkTo("/meubels", "Meubels"))) return *common;
  if (url.Path() == "/meubels") {
    auto pairs = url.QueryPairs();
    std::uint64_t seed = 0;
    std::string sorted, title = "Meubels";
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [name, value] : pairs) sorted += name + "=" + value + " ";
    seed = Hash64(sorted);
    for (const auto& [name, value] : pairs) title += " " + value;
    std::string main;
    for (int i = 0; i < 12; ++i) {
      const auto product = pairs.empty() ? static_cast<std::uint64_t>(i * 5)
                                         : (seed + static_cast<std::uint64_t>(i) * 7) % 60;
      main += "<p>" + LinkTo("/product/" + Slug(product), Slug(product)) + " degelijk en mooi</p>";
    }
    for (const std::string name : {"kleur", "maat", "merk", "prijs", "hout", "stijl"}) {
      if (url.QueryValue(name)) continue;
      for (int value = 0; value < 4; ++value) {
        const std::string more = fmt::format("{}={}{}", name, name, value);
        main += LinkTo("/meubels?" + (url.Query().empty() ? more
                                      : value % 2 == 0    ? url.Query() + "&" + more
                                                          : more + "&" + url.Query()));
      }
    }
    return PageOf(title, main);
  }
  if (url.Path().starts_with("/product/")) {
    return PageOf(url.Path().substr(9),
                  "<p>Over " + url.Path().substr(9) + " niets dan goeds.</p>");
  }
  return StatusAnswer(404);
}

// Every link carries another number; a page is the same under all of them.
MadeUpFetcher::Site Sessions(std::uint64_t& state) {
  return [&state](const Url& url) -> Exchange {
    const auto link = [&](const std::string& path) {
      state = state * 6364136223846793005ull + 1442695040888963407ull;
      return LinkTo(fmt::format("{}?zk={:016x}", path, state), "naar " + path);
    };
    if (url.Path() == "/robots.txt" || url.Path() == "/sitemap.xml") return StatusAnswer(404);
    std::string html = "<!doctype html><html lang=nl><title>" + url.Path() +
                       "</title><p>Tekst van " + url.Path() + " over iets van hier.</p>";
    for (int i = 0; i < 15; ++i)
      html += link(fmt::format("/pagina-{}", Slug(static_cast<std::uint64_t>(i * 31))));
    html += link("/contact");
    if (url.Path() == "/contact") html += "<a href=tel:+31205550142>Bel ons</a>";
    return PageAnswer(html);
  };
}

// A relative link that went wrong: every page leads one level deeper.
Exchange Deeper(const Url& url) {
  if (auto common = Common(url, LinkTo("/blog/", "Blog"))) return *common;
  return PageOf("Blog", "<p>Ons blog met verhalen.</p>" + LinkTo("archief/", "archief") +
                            LinkTo("blog/", "meer"));
}

// Paths that grow by another word each time.
Exchange EverLonger(const Url& url) {
  if (auto common = Common(url, LinkTo("/kies/", "Kies"))) return *common;
  std::string main = "<p>Kies wat u zoekt uit de lijst.</p>";
  for (int i = 0; i < 3; ++i) {
    const std::uint64_t seed = Hash64(url.Path()) + static_cast<std::uint64_t>(i);
    main += LinkTo(url.Path() + (url.Path().ends_with('/') ? "" : "/") + Slug(seed % 1728));
  }
  return PageOf("Kies", main);
}

// Ten pages of a list with news, then empty ones without end.
Exchange Paging(const Url& url) {
  if (auto common = Common(url, LinkTo("/nieuws?page=1", "Nieuws"))) return *common;
  if (url.Path() == "/nieuws") {
    const int page = std::stoi(url.QueryValue("page").value_or("1"));
    std::string main;
    for (int i = 0; page <= 10 && i < 10; ++i) {
      const std::string slug = Slug(static_cast<std::uint64_t>(page * 10 + i));
      main += "<h2>" + LinkTo("/nieuws/" + slug, "Nieuw: " + slug) + "</h2>";
    }
    main += page <= 10 ? "" : "<p>Er zijn geen berichten meer.</p>";
    return PageOf("Nieuws", main + LinkTo(fmt::format("/nieuws?page={}", page + 1), "volgende"));
  }
  return PageOf(url.Path().substr(8), "<p>Bericht over " + url.Path().substr(8) + ".</p>");
}

// Numbers without end, and always the same to read.
Exchange Echo(const Url& url) {
  if (auto common = Common(url, LinkTo("/blad/1", "Blad"))) return *common;
  if (url.PathSegments()[0] != "blad") return StatusAnswer(404);
  const int n = std::stoi(url.PathSegments().back());
  return PageOf("Blad", "<p>Lees verder op het volgende blad.</p>" +
                            LinkTo(fmt::format("/blad/{}", n + 1)) +
                            LinkTo(fmt::format("/blad/{}", n * 2)));
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
    const auto shape = ShapeOf(*Url::Parse(kHost + c.path), TestRules().traps);
    CHECK(static_cast<int>(shape.kind) == static_cast<int>(c.kind));
  }
  const auto key = [](const std::string& path) {
    return ShapeOf(*Url::Parse(kHost + path), TestRules().traps).key;
  };
  CHECK(key("/agenda/2026/03") == key("/agenda/2031/11/30"));
  CHECK(key("/p/1") == key("/p/2"));
  CHECK(key("/p/1") != key("/q/1"));
}

}  // namespace klikpad
