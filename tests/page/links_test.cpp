// Links: names (W3C accname 1.2), addresses, visibility and places.

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/files.h"
#include "page/script_address.h"
#include "read.h"

namespace klikpad {

// https://www.w3.org/TR/accname-1.2/#computation-steps
TEST_CASE("a link's name is computed in the order of the standard") {
  struct Case {
    std::string name, html, label;
    NameSource source;
  };
  const std::vector<Case> cases = {
      {"text", "<a href=x> Call\n us </a>", "Call us", NameSource::kText},
      {"aria-labelledby wins (2B)",
       "<a href=x aria-labelledby='i j' aria-label=no>no</a><b id=i>One</b><i id=j hidden>Two</i>",
       "One Two", NameSource::kAriaLabelledby},
      {"aria-label beats content (2D)", "<a href=x aria-label='Contact'>no</a>", "Contact",
       NameSource::kAriaLabel},
      {"blank aria-label does not count", "<a href=x aria-label=' '>yes</a>", "yes",
       NameSource::kText},
      {"image (2E)", "<a href=x><img alt='Twitter'></a>", "Twitter", NameSource::kImageAlt},
      {"image with empty alt and a title", "<a href=x><img alt='' title='Facebook'></a>",
       "Facebook", NameSource::kTitle},
      {"image and text", "<a href=x><img alt='Logo'> Home</a>", "Logo Home", NameSource::kText},
      {"svg title", "<a href=x><svg><title>YouTube</title><path d='M0'/></svg></a>", "YouTube",
       NameSource::kSvgTitle},
      {"aria-label of a descendant", "<a href=x><i aria-label='Mail us'></i></a>", "Mail us",
       NameSource::kAriaLabel},
      {"title of an empty descendant", "<a href=x><i class=fa title='Chat'></i></a>", "Chat",
       NameSource::kTitle},
      {"hidden content does not count (2A)",
       "<a href=x><span hidden>no</span><span style='display: none'>no</span>"
       "<span aria-hidden=true>no</span>yes</a>",
       "yes", NameSource::kText},
      {"title last (2I)", "<a href=x title='Tip'><i></i></a>", "Tip", NameSource::kTitle},
      {"blocks are separated", "<a href=x><div>One</div><div>Two</div></a>", "One Two",
       NameSource::kText},
      {"elements side by side are separated",
       "<a href=x><span>Bel ons</span><span>030 1</span></a>", "Bel ons 030 1", NameSource::kText},
      {"inline elements are not", "<a href=x>Con<b>tact</b></a>", "Contact", NameSource::kText},
      {"a line break separates", "<a href=x>One<br>Two</a>", "One Two", NameSource::kText},
      {"script and style are no text", "<a href=x><style>a{}</style><script>1</script>yes</a>",
       "yes", NameSource::kText},
      {"nameless", "<a href=x><i class=icon></i></a>", "", NameSource::kNone},
      {"hidden link keeps its words", "<a href=x hidden>Secret</a>", "Secret", NameSource::kText},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Page page = ReadBody(c.html);
    REQUIRE(page.links.size() == 1);
    CHECK(page.links[0].label == c.label);
    CHECK(page.links[0].label_source == c.source);
  }
}

TEST_CASE("read alone, links are those of the whole page") {
  namespace fs = std::filesystem;
  int count = 0;
  for (const auto& entry :
       fs::recursive_directory_iterator(std::string(KLIKPAD_ROOT) + "/fixtures/sites")) {
    if (entry.path().extension() != ".html") continue;
    CAPTURE(entry.path().string());
    const auto html = ReadFile(entry.path().string());
    REQUIRE(html);
    const Page whole = ReadHtml(*html), links = ReadLinks(*html, whole.url, "text/html");
    CHECK(links.title == whole.title);
    CHECK(links.lang == whole.lang);
    CHECK(links.blocks.empty());
    REQUIRE(links.links.size() == whole.links.size());
    for (std::size_t i = 0; i < links.links.size(); ++i) {
      const Link &alone = links.links[i], &among = whole.links[i];
      const bool is_same = alone.url == among.url && alone.label == among.label &&
                           alone.kind == among.kind && alone.rel == among.rel &&
                           alone.is_visible == among.is_visible && alone.place == among.place;
      CHECK(is_same);
      ++count;
    }
  }
  CHECK(count > 200);
}

TEST_CASE("addresses are found wherever a click leads") {
  struct Case {
    std::string name, html, url;
    LinkKind kind;
  };
  const std::vector<Case> cases = {
      {"relative", "<a href=' c '>x</a>", "https://shop.example/a/c", LinkKind::kLink},
      {"tel", "<a href='tel:+31 20 1234567'>x</a>", "tel:+31 20 1234567", LinkKind::kLink},
      {"fragment", "<a href='#top'>x</a>", "https://shop.example/a/b#top", LinkKind::kLink},
      {"area", "<map><area href=/m alt=Map></map>", "https://shop.example/m", LinkKind::kArea},
      {"svg link", "<svg><a xlink:href='/s'><text>x</text></a></svg>", "https://shop.example/s",
       LinkKind::kLink},
      {"javascript window.open", "<a href=\"javascript:window.open('/chat','w')\">x</a>",
       "https://shop.example/chat", LinkKind::kScript},
      {"javascript percent-encoded", "<a href=\"javascript:location.href=%27/c%27\">x</a>",
       "https://shop.example/c", LinkKind::kScript},
      {"dead javascript", "<a href='javascript:void(0)'>x</a>", "", LinkKind::kScript},
      {"dummy with handler", "<a href='#' onclick=\"location='/d'\">x</a>",
       "https://shop.example/d", LinkKind::kScript},
      {"button", "<button onclick=\"window.location.href = '/e'\">x</button>",
       "https://shop.example/e", LinkKind::kButton},
      {"button with data-href", "<button data-href='/f'>x</button>", "https://shop.example/f",
       LinkKind::kButton},
      {"input button", "<input type=button value=x onclick=\"window.open('https://y.example/')\">",
       "https://y.example/", LinkKind::kButton},
      {"role button", "<div role=button onclick='document.location=\"/g\"'>x</div>",
       "https://shop.example/g", LinkKind::kButton},
      {"clickable row", "<div onclick=\"location.assign('/h')\">x</div>", "https://shop.example/h",
       LinkKind::kScript},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Page page = ReadBody(c.html);
    REQUIRE(page.links.size() == 1);
    CHECK(page.links[0].url == c.url);
    CHECK(page.links[0].kind == c.kind);
  }
}

TEST_CASE("only whole string literals are addresses") {
  struct Case {
    std::string script, address;
  };
  const std::vector<Case> cases = {{"location.href='/a' + id", ""},
                                   {"window.open(url)", ""},
                                   {"window.open(`/a/${b}`)", ""},
                                   {"xhr.open('GET')", ""},
                                   {"if (location == '/a') f()", ""},
                                   {"mylocation='/a'", ""},
                                   {"window.open('\\/a\\'b')", "/a'b"},
                                   {"parent.location.replace( \"/a\" );", "/a"},
                                   {"open('/a')", "/a"}};
  for (const Case& c : cases) {
    CAPTURE(c.script);
    CHECK(AddressInScript(c.script) == c.address);
  }
}

TEST_CASE("an element without an address is no link") {
  CHECK(ReadBody("<a>x</a><a name=y>x</a><button>x</button><div data-url=3>x</div>").links.empty());
}

TEST_CASE("links in templates are no part of the page, those in noscript are invisible") {
  const Page page = ReadBody(
      "<template><a href=t>x</a></template><noscript><a href=n>No script</a></noscript>"
      "<div><template shadowrootmode=open><a href=s>Shadow</a></template></div>");
  REQUIRE(page.links.size() == 2);
  CHECK(page.links[0].label == "No script");
  CHECK_FALSE(page.links[0].is_visible);
  CHECK(page.links[1].label == "Shadow");
  CHECK(page.links[1].is_visible);
}

TEST_CASE("what the HTML hides is not visible") {
  struct Case {
    std::string html;
    bool is_visible;
  };
  const std::vector<Case> cases = {
      {"<a href=x>y</a>", true},
      {"<a href=x hidden>y</a>", false},
      {"<div hidden><p><a href=x>y</a></div>", false},
      {"<div style='color:red; DISPLAY : none !important'><a href=x>y</a></div>", false},
      {"<div style='visibility:hidden'><a href=x>y</a></div>", false},
      {"<div style='display:block'><a href=x>y</a></div>", true},
      {"<div aria-hidden=true><a href=x>y</a></div>", false},
      {"<a href=x aria-hidden=true>y</a>", false},
      {"<div aria-hidden=false><a href=x>y</a></div>", true},
      {"<dialog><a href=x>y</a></dialog>", false},
      {"<dialog open><a href=x>y</a></dialog>", true},
      {"<details><summary>s</summary><a href=x>y</a></details>", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    const Page page = ReadBody(c.html);
    REQUIRE(page.links.size() == 1);
    CHECK(page.links[0].is_visible == c.is_visible);
  }
}

TEST_CASE("a place is the line and byte column of the start tag, whatever was cut before it") {
  const std::string html =
      "<!DOCTYPE html>\n<!-- a\ncomment --><script>\nvar a = '<a href=no>';\n</script><style>a{\n}"
      "</style>\n\xC3\xA9 <img src='data:image/png;base64," +
      std::string(5000, 'A') +
      "' alt=x> <a\n href='/y'>Y</a>\r\n<svg><path d='M0\n1'/></svg><a href=z>Z</a>";
  const Page page = ReadHtml(html);
  REQUIRE(page.links.size() == 2);
  const int column = static_cast<int>(html.find("<a\n") - html.find("\xC3\xA9")) + 1;
  const std::string place = "7:" + std::to_string(column);
  CHECK(page.links[0].place.Text() == place);
  CHECK(page.links[1].place.Text() == "10:11");
  REQUIRE(page.resources.size() >= 1);
  CHECK(page.resources[0].text == "\nvar a = '<a href=no>';\n");
  CHECK(page.resources[0].place.Text() == "3:12");
}

TEST_CASE("a link that crosses blocks is one link") {
  // HTML §13.2.6.4.7, the adoption agency: the builder makes several <a> of one tag.
  const Page crossed = ReadBody("<p><a href=x></p><p>Call us</p></a>");
  REQUIRE(crossed.links.size() == 1);
  CHECK(crossed.links[0].label == "Call us");
  const Page unclosed = ReadBody("<p><a href=x>One<p>Two<p><a href=y>Three</a>");
  REQUIRE(unclosed.links.size() == 2);
  CHECK(unclosed.links[0].label == "One");
  CHECK(unclosed.links[1].label == "Three");
}

TEST_CASE("rel, hreflang, block and heading are kept") {
  const Page page = ReadBody(
      "<h2>Service</h2><p>Mail <a href=m rel='Nofollow  ME' hreflang='NL-be'>us</a> now</p>");
  REQUIRE(page.links.size() == 1);
  const Link& link = page.links[0];
  CHECK(link.rel == "nofollow me");
  CHECK(link.hreflang == "nl-be");
  REQUIRE(link.block >= 0);
  CHECK(page.blocks[static_cast<std::size_t>(link.block)].text == "Mail us now");
  REQUIRE(link.heading >= 0);
  CHECK(page.blocks[static_cast<std::size_t>(link.heading)].text == "Service");
}

TEST_CASE("the frames of a frameset are links named by title or name") {
  const Page page = ReadHtml(
      "<html><head><title>F</title></head><frameset cols='20,*'><frame src=menu.html name=menu>"
      "<frame src=main.html title='Main part'></frameset></html>");
  REQUIRE(page.links.size() == 2);
  CHECK(page.links[0].url == "https://shop.example/a/menu.html");
  CHECK(page.links[0].label == "menu");
  CHECK(page.links[1].label == "Main part");
}

}  // namespace klikpad
