// Text by block after HTML's default display (HTML §15.3).

#include <doctest/doctest.h>

#include <vector>

#include "base/text.h"
#include "read.h"

namespace klikpad {
namespace {

// "kind:text" of each block, hidden ones in brackets.
std::string Shape(const Page& page) {
  std::vector<std::string> parts;
  for (const TextBlock& block : page.blocks) {
    const std::string part = std::string(Word(block.kind)) + ":" + block.text;
    parts.push_back(block.is_visible ? part : "[" + part + "]");
  }
  return Join(parts, "|");
}

}  // namespace

TEST_CASE("text is cut into blocks as a browser lays it out") {
  struct Case {
    std::string name, html, shape;
  };
  const std::vector<Case> cases = {
      {"paragraphs", "<p>One\n two <b>three</b></p>four<div>five</div>",
       "paragraph:One two three|paragraph:four|paragraph:five"},
      {"line break", "<p>Street 1<br>City</p>", "paragraph:Street 1\nCity"},
      {"pre keeps lines", "<pre>a  b\nc</pre>", "paragraph:a b\nc"},
      {"headings", "<h1>A</h1><div role=heading aria-level=3>B</div>", "heading:A|heading:B"},
      {"cells", "<table><tr><td>Mon<td>9-17</table>", "item:Mon|item:9-17"},
      {"lists", "<ul><li>a<li>b</ul><dl><dt>c<dd>d</dl>", "item:a|item:b|item:c|item:d"},
      {"buttons", "<p>Go <button>Send</button><input type=submit value=Search> on",
       "paragraph:Go|button:Send|button:Search|paragraph:on"},
      {"alt stands beside the run", "<p>Call <img alt=phone> us</p>",
       "paragraph:Call us|alt:phone"},
      {"no text",
       "<script>a</script><style>b</style><textarea>c</textarea><select><option>d</select>"
       "<template>e</template><iframe>f</iframe><video>g</video>",
       ""},
      {"noscript is there but invisible", "<noscript>Turn it on</noscript>",
       "[paragraph:Turn it on]"},
      {"hidden part of a run", "<p>seen <span hidden>unseen</span> again</p>",
       "paragraph:seen|[paragraph:unseen]|paragraph:again"},
      {"hidden letters amid a word part nothing", "<p>info<span hidden>WEG</span>@een.example</p>",
       "paragraph:info@een.example|[paragraph:WEG]"},
      {"half an address is no word of its own",
       "<p><span>info@voor</span><span>beeld.example</span><span>Bel ons</span></p>",
       "paragraph:info@voorbeeld.example Bel ons"},
      {"elements that style sheets part", "<p><span>E-mail</span><span>info@een.example</span></p>",
       "paragraph:E-mail info@een.example"},
      {"links side by side", "<p><a href=a>030 1</a><a href=b>info</a><a href=c>22</a></p>",
       "paragraph:030 1 info 22"},
      {"one element is no seam", "<p>klik<b>pad</b> <b>020</b>1234</p>",
       "paragraph:klikpad 0201234"},
      {"letters one by one make a word", "<p><i>k</i><i>l</i><i>i</i><i>k</i></p>",
       "paragraph:klik"},
      {"a number in two types is one", "<p><b>020 12</b><i>34567</i></p>", "paragraph:020 1234567"},
      {"parts of an address are one",
       "<p><span>info</span><span>@</span><span>een.example</span></p>",
       "paragraph:info@een.example"},
      {"parts of a link", "<a href=a><span>Bel</span><span>030</span></a>", "paragraph:Bel 030"},
      {"a picture of a sign", "<p>info<img src=at.png alt='@'>een.example</p>",
       "paragraph:info@een.example|alt:@"},
      {"an icon's aria-hidden does not hide text", "<p><span aria-hidden=true>020</span></p>",
       "paragraph:020"},
      {"a closed menu's does", "<ul aria-hidden=true><li>x</ul>", "[item:x]"},
      {"entities and odd spaces", "<p>a&nbsp;&shy;b&#8203;c&amp;d</p>", "paragraph:a bc&d"},
      {"comment inside a word", "<p>wo<!-- x -->rd</p>", "paragraph:word"},
      {"textual number across elements", "<p>020<span>-</span>12</p>", "paragraph:020-12"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Shape(ReadBody(c.html)) == c.shape);
  }
}

TEST_CASE("the title is the first block") {
  const Page page = ReadHtml("<title> Shop &amp;\n Co </title><p>x");
  CHECK(page.title == "Shop & Co");
  CHECK(Shape(page) == "title:Shop & Co|paragraph:x");
}

TEST_CASE("cells of a row and words of a definition share their row") {
  const Page page = ReadBody(
      "<table><tr><td>a<td>b<tr><td>c</table><dl><dt>d<dd>e<dd>f<dt>g<dd>h</dl>"
      "<dl><div><dt>i<dd>j</div></dl><p>k");
  REQUIRE(page.blocks.size() == 11);
  const auto row = [&](std::size_t i) { return page.blocks[i].row; };
  CHECK(row(0) == row(1));
  CHECK(row(0) != row(2));
  CHECK(row(3) == row(4));
  CHECK(row(3) == row(5));
  CHECK(row(6) == row(7));
  CHECK(row(3) != row(6));
  CHECK(row(8) == row(9));
  CHECK(row(10) == -1);
}

TEST_CASE("a heading holds until the next, and not beyond its section") {
  const Page page = ReadBody(
      "<h1>A</h1><p>a<section><h2>B</h2><p>b</section><p>c<ul><li><h3>D</h3>d<li>e</ul>"
      "<details><summary>S</summary><p>s</details><p>g"
      "<footer><p>f</footer>");
  const auto heading_of = [&](const std::string& text) -> std::string {
    for (const TextBlock& block : page.blocks) {
      if (block.text != text) continue;
      return block.heading < 0 ? "" : page.blocks[static_cast<std::size_t>(block.heading)].text;
    }
    return "?";
  };
  CHECK(heading_of("a") == "A");
  CHECK(heading_of("b") == "B");
  CHECK(heading_of("c") == "A");
  CHECK(heading_of("d") == "D");
  CHECK(heading_of("e") == "A");
  CHECK(heading_of("s") == "S");
  CHECK(heading_of("g") == "A");
  CHECK(heading_of("f").empty());
}

TEST_CASE("positions rise through the document") {
  const Page page = ReadBody("<p>a <img alt=b> c<button>d</button><h2>e</h2><table><td>f</table>g");
  for (std::size_t i = 1; i < page.blocks.size(); ++i) {
    CHECK(page.blocks[i - 1].position < page.blocks[i].position);
  }
}

TEST_CASE("a very long run goes on in further blocks, cut between words") {
  ReadLimits limits;
  limits.max_block_bytes = 20;
  const Page page =
      ReadPage("<p>aaaa bbbb <b>cccc</b> dddd eeee ffff", "https://x.example/", "", limits);
  CHECK(Shape(page) == "paragraph:aaaa bbbb cccc|paragraph:dddd eeee ffff");
  CHECK_FALSE(page.is_truncated);
}

TEST_CASE("limits on blocks are kept and said") {
  ReadLimits limits;
  limits.max_blocks = 3;
  limits.max_block_bytes = 10;
  const Page page =
      ReadPage("<p>aaaaaaaaa bbbbbbbbb<p>b<p>c<p>d", "https://x.example/", "", limits);
  CHECK(page.blocks.size() == 3);
  CHECK(page.blocks[0].text.size() <= 10);
  CHECK(page.is_truncated);
  REQUIRE(page.limits.size() == 1);
}

}  // namespace klikpad
