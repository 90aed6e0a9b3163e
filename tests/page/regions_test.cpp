// Landmarks (HTML-AAM §3.5), and the signs on pages without them.

#include <doctest/doctest.h>

#include <vector>

#include "page/region_words.h"
#include "read.h"

namespace klikpad {
namespace {

std::string Prose(int sentences) {
  std::string out;
  for (int i = 0; i < sentences; ++i) out += "We repair bicycles of all kinds and ages. ";
  return "<p>" + out + "</p>";
}

}  // namespace

TEST_CASE("landmarks give the region of what stands in them") {
  const std::string link = "<a href=x>Contact</a>";
  struct Case {
    std::string name, html;
    Region region;
  };
  const std::vector<Case> cases = {
      {"header", "<header>" + link + "</header>" + Prose(20), Region::kHeader},
      {"nav in header is nav", "<header><nav>" + link + "</nav></header>" + Prose(20),
       Region::kNav},
      {"footer", Prose(20) + "<footer>" + link + "</footer>", Region::kFooter},
      {"nav in footer is footer", Prose(20) + "<footer><nav>" + link + "</nav></footer>",
       Region::kFooter},
      {"aside", Prose(9) + "<aside>" + link + "</aside>" + Prose(9), Region::kAside},
      {"header of an article is main",
       Prose(5) + "<article><header>" + link + "</header></article>" + Prose(9), Region::kMain},
      {"footer of an article is main",
       "<article>" + Prose(9) + "<footer>" + link + "</footer></article>", Region::kMain},
      {"site footer inside main", "<main>" + Prose(9) + "<footer>" + link + "</footer></main>",
       Region::kFooter},
      {"role contentinfo", Prose(9) + "<div role=contentinfo>" + link + "</div>", Region::kFooter},
      {"role navigation", "<div role=navigation>" + link + "</div>" + Prose(9), Region::kNav},
      {"role none takes it away", "<nav role=presentation>" + link + "</nav>" + Prose(9),
       Region::kMain},
      {"main in a div named header", "<div class=header><main>" + link + "</main></div>",
       Region::kMain},
      {"class footer", Prose(9) + "<div class='site-footer dark'>" + link + "</div>",
       Region::kFooter},
      {"id top", "<div id=top>" + link + "</div>" + Prose(9), Region::kHeader},
      {"class nav full of links",
       "<ul class=mainNav><li>" + link + "<li>" + link + "</ul>" + Prose(9), Region::kNav},
      {"class menu full of dishes", "<div class=menu>" + Prose(9) + link + "</div>", Region::kMain},
      {"card-header is main", Prose(3) + "<div class=card-header>" + link + "</div>" + Prose(9),
       Region::kMain},
      {"class footer at the top is none", "<div class=footer>" + link + "</div>" + Prose(20),
       Region::kMain},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Page page = ReadBody(c.html);
    REQUIRE(!page.links.empty());
    CHECK(page.links[0].region == c.region);
  }
}

TEST_CASE("a page of tables has its links above and its copyright line below") {
  const Page page = ReadBody(
      "<table><tr><td><a href=a>Home</a> | <a href=b>Products</a> | <a href=c>News</a> | "
      "<a href=d>About</a></td></tr><tr><td>" +
      Prose(12) + "<a href=e>more</a>" + Prose(12) +
      "</td></tr><tr><td>&copy; 2004 Bicycles <a href=f>Contact</a></td></tr></table>");
  REQUIRE(page.links.size() == 6);
  CHECK(page.links[0].region == Region::kNav);
  CHECK(page.links[3].region == Region::kNav);
  CHECK(page.links[4].region == Region::kMain);
  CHECK(page.links[5].region == Region::kFooter);
}

TEST_CASE("the words of id and class are read as wholes") {
  struct Case {
    std::string id, css_class;
    std::optional<Region> region;
  };
  const std::vector<Case> cases = {
      {"", "footer__inner", Region::kFooter}, {"", "header-nav", Region::kNav},
      {"", "footer-nav", Region::kFooter},    {"masthead", "", Region::kHeader},
      {"", "entry-header", std::nullopt},     {"", "has-sidebar", std::nullopt},
      {"", "sidebar", Region::kAside},        {"", "canavan", std::nullopt},
      {"", "bottom", std::nullopt},           {"bottom", "", Region::kFooter}};
  for (const Case& c : cases) {
    CAPTURE(c.id + "." + c.css_class);
    CHECK(RegionFromWords(c.id, c.css_class) == c.region);
  }
}

}  // namespace klikpad
