// The pages of the sites.

#include "crawl/trap_sites.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"
#include "support/fake_fetcher.h"

namespace klikpad {

std::string LinkTo(const std::string& href, const std::string& label) {
  return "<a href=\"" + href + "\">" + label + "</a> ";
}

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

Exchange Deeper(const Url& url) {
  if (auto common = Common(url, LinkTo("/blog/", "Blog"))) return *common;
  return PageOf("Blog", "<p>Ons blog met verhalen.</p>" + LinkTo("archief/", "archief") +
                            LinkTo("blog/", "meer"));
}

Exchange EverLonger(const Url& url) {
  if (auto common = Common(url, LinkTo("/kies/", "Kies"))) return *common;
  std::string main = "<p>Kies wat u zoekt uit de lijst.</p>";
  for (int i = 0; i < 3; ++i) {
    const std::uint64_t seed = Hash64(url.Path()) + static_cast<std::uint64_t>(i);
    main += LinkTo(url.Path() + (url.Path().ends_with('/') ? "" : "/") + Slug(seed % 1728));
  }
  return PageOf("Kies", main);
}

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

Exchange Echo(const Url& url) {
  if (auto common = Common(url, LinkTo("/blad/1", "Blad"))) return *common;
  if (url.PathSegments()[0] != "blad") return StatusAnswer(404);
  const int n = std::stoi(url.PathSegments().back());
  return PageOf("Blad", "<p>Lees verder op het volgende blad.</p>" +
                            LinkTo(fmt::format("/blad/{}", n + 1)) +
                            LinkTo(fmt::format("/blad/{}", n * 2)));
}

}  // namespace klikpad
