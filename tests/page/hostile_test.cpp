// Pages made to break readers: they end, they say what was cut, and what can be seen is seen.

#include <doctest/doctest.h>

#include <functional>
#include <vector>

#include "base/text.h"
#include "read.h"

namespace klikpad {
namespace {

std::string Repeat(const std::string& part, int times) {
  std::string out;
  out.reserve(part.size() * static_cast<std::size_t>(times));
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

std::string Numbered(const std::function<std::string(int)>& part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part(i);
  return out;
}

}  // namespace

TEST_CASE("hostile pages are read to the end") {
  struct Case {
    std::string name, html;
    bool is_truncated;  // something was left out, and it is said
  };
  const auto number = [](int i) { return std::to_string(i); };
  const std::vector<Case> cases = {
      {"60,000 nested divs", Repeat("<div>", 60'000), true},
      {"60,000 nested unknown tags", Repeat("<x-y>", 60'000), true},
      {"60,000 nested spans, closed", Repeat("<span>", 60'000) + Repeat("</span>", 60'000), true},
      {"60,000 nested tables", Repeat("<table><tr><td>", 20'000), true},
      {"60,000 nested table rows in svg", "<svg>" + Repeat("<tr>", 60'000), true},
      {"60,000 nested lists", Repeat("<ul><li>", 60'000), true},
      {"100,000 open b", Repeat("<b>", 100'000), true},
      {"open fonts of all colours",
       Numbered([&](int i) { return "<p><font color=" + number(i) + ">x</p>"; }, 30'000), true},
      {"open fonts in cells",
       "<table>" + Numbered([&](int i) { return "<td><font color=" + number(i) + ">"; }, 30'000),
       false},
      {"100,000 open a", Repeat("<a href=x>", 100'000), false},
      {"open a and div", Repeat("<a href=x><div>", 30'000), true},
      {"100,000 attributes",
       "<p " + Numbered([&](int i) { return "a" + number(i) + "=1 "; }, 100'000), true},
      {"100,000 cells", "<table>" + Repeat("<tr><td>x", 100'000), true},
      {"text that a table throws out", "<table>" + Repeat("x<b>y</b>", 50'000), false},
      {"misnested ends", Repeat("<b><p></b></p>", 30'000), false},
      {"unmatched ends", Repeat("</div></p></b></a></table>", 40'000), false},
      {"open comment", "<p>x<!--" + Repeat("- ", 500'000), false},
      {"open attribute", "<p>x<a href='" + Repeat("y", 500'000), false},
      {"half tags", Repeat("<", 500'000), false},
      {"half ends", Repeat("</", 300'000), false},
      {"half scripts", "<script><!--" + Repeat("<script>", 100'000), false},
      {"many titles", Repeat("<title>", 100'000), false},
      {"many textareas", Repeat("<textarea></textarea>", 50'000), false},
      {"many forms", Repeat("<form><input></form>", 50'000), false},
      {"open forms", Repeat("<table><form><tr><td><input>", 5'000), true},
      {"open selects", Repeat("<select><option>", 50'000), false},
      {"labels of one another", Repeat("<label><a href=x aria-labelledby='q q q q q'>", 20'000),
       true},
      {"templates", Repeat("<template>", 30'000), true},
      {"framesets", Repeat("<frameset>", 30'000), true},
      {"entities", Repeat("&amp;&#x1F600;&notit;&", 100'000), false},
      {"items within items", Repeat("<div itemscope itemprop=x>", 5'000), true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Page page = ReadHtml(c.html);
    CHECK(page.document.nodes.size() <= 500'000);
    if (c.is_truncated) CHECK(page.is_truncated);
    CHECK(page.is_truncated == !page.limits.empty());
    for (const TextBlock& block : page.blocks) CHECK(IsValidUtf8(block.text));
  }
}

TEST_CASE("five megabytes on one line are read") {
  const Page page = ReadHtml("<p>" + Repeat("word <a href=x>y</a> ", 250'000));
  CHECK(page.links.size() >= 100'000);
  CHECK(page.is_truncated);
  const Page script = ReadHtml("<script>" + Repeat("x", 5'000'000) + "</script><a href=y>z</a>");
  REQUIRE(script.links.size() == 1);
  CHECK(script.links[0].place.Text() == "1:5000018");
  CHECK_FALSE(script.is_truncated);
}

TEST_CASE("binary and empty bodies give an empty page") {
  std::string binary;
  for (int i = 0; i < 200'000; ++i) binary += static_cast<char>((i * 7919) >> 3);
  for (const std::string& type :
       {std::string(), std::string("text/html; charset=utf-16le"),
        std::string("text/html; charset=gb18030"), std::string("text/html; charset=iso-2022-jp")}) {
    CAPTURE(type);
    const Page page = ReadPage(binary, "https://x.example/", type);
    for (const TextBlock& block : page.blocks) CHECK(IsValidUtf8(block.text));
  }
  CHECK(ReadHtml("").links.empty());
  CHECK(ReadHtml("").blocks.empty());
  CHECK(ReadPage("", "", "").url.empty());
  CHECK(ReadHtml(std::string(1000, '\0')).blocks.empty());
}

TEST_CASE("a contact behind too much nesting is still found") {
  const Page page =
      ReadHtml(Repeat("<div>", 60'000) + "<a href='tel:+1'>Call</a>" + Repeat("</div>", 60'000));
  REQUIRE(page.links.size() == 1);
  CHECK(page.links[0].label == "Call");
}

TEST_CASE("bytes past the limit are cut and it is said") {
  ReadLimits limits;
  limits.max_bytes = 100;
  const Page page = ReadPage("<p>" + Repeat("word ", 100), "https://x.example/", "", limits);
  CHECK(page.is_truncated);
  CHECK(page.blocks[0].text.size() < 100);
}

TEST_CASE("the same bytes give the same page") {
  const std::string html = "<p itemscope><a href=x aria-labelledby='a b'>y</a><b id=a>1<b id=b>2";
  const Page a = ReadHtml(html);
  const Page b = ReadHtml(html);
  REQUIRE(a.links.size() == b.links.size());
  CHECK(a.links[0].label == b.links[0].label);
  CHECK(a.document.nodes.size() == b.document.nodes.size());
}

}  // namespace klikpad
