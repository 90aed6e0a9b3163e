// JSON-LD, microdata and RDFa in one shape.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "read.h"

namespace klikpad {
namespace {

// Each item on one line.
std::string Items(const std::string& html) {
  std::string out;
  for (const DataItem& item : ReadBody(html).data) {
    if (!out.empty()) out += '\n';
    out += item.value.Text(-1);
  }
  return out;
}

std::string OneLine(const std::string& json) { return Json::Parse(json).value().Text(-1); }

}  // namespace

TEST_CASE("JSON-LD lists and graphs become items, nested objects stay") {
  const std::string script = "<script type='application/ld+json; charset=utf-8'>";
  CHECK(Items(script + R"({"@type":"A","contactPoint":{"@type":"B"}})") ==
        OneLine(R"({"@type":"A","contactPoint":{"@type":"B"}})"));
  CHECK(Items(script + R"([{"@type":"A"},{"@graph":[{"@type":"B"},{"@type":"C"}]}])") ==
        OneLine(R"({"@type":"A"})") + "\n" + OneLine(R"({"@type":"B"})") + "\n" +
            OneLine(R"({"@type":"C"})"));
  CHECK(Items(script + "{&quot;@type&quot;: &quot;A&quot;}") == OneLine(R"({"@type":"A"})"));
  CHECK(Items(script + "<!-- {\"@type\": \"A\",} -->") == OneLine(R"({"@type":"A"})"));
  CHECK(Items(script + "no json").empty());
}

TEST_CASE("JSON-LD is read as browsers' tools tolerate it") {
  struct Case {
    std::string name, script, items;
  };
  const std::string a = OneLine(R"({"@type":"A"})"), b = OneLine(R"({"@type":"B"})");
  const std::vector<Case> cases{
      {"trailing commas", R"({"@type":"A",})", a},
      {"comments", "/* wie */ {\"@type\": // wat\n\"A\"}", a},
      {"CDATA", "//<![CDATA[\n{\"@type\":\"A\"}\n//]]>", a},
      {"a byte order mark", "\xEF\xBB\xBF{\"@type\":\"A\"}", a},
      {"a semicolon behind", R"({"@type":"A"};)", a},
      {"two roots", R"({"@type":"A"} {"@type":"B"})", a + "\n" + b},
      {"two roots with a comma", "{\"@type\":\"A\"},\n{\"@type\":\"B\",}", a + "\n" + b},
      {"a root behind a broken one", R"({"@type" "A"} {"@type":"B"} {"@type":"A"})", b + "\n" + a},
      {"a raw line break in a text", "{\"@type\":\"A\",\"name\":\"x\ny\"}",
       OneLine("{\"@type\":\"A\",\"name\":\"x\\ny\"}")},
      {"a graph in a list in a graph", R"({"@graph":[[{"@type":"A"}]]})", a},
      {"braces in a text", R"({"@type":"A","name":"}{"})", OneLine(R"({"@type":"A","name":"}{"})")},
      {"no object", "\"A\"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Items("<script type='application/ld+json'>" + c.script + "</script>") == c.items);
  }
}

// HTML §5.5.2 "JSON"; types without the address of their vocabulary.
TEST_CASE("microdata items nest, refer and list their values") {
  CHECK(
      Items(
          "<div itemscope itemtype='https://schema.org/Organization' itemid='#o' itemref=r>"
          "<b itemprop=name>Shop <i>One</i></b>"
          "<div itemprop=contactPoint itemscope itemtype='https://schema.org/ContactPoint'>"
          "<meta itemprop=telephone content='+31 20'><time itemprop=opens datetime='09:00'>9</time>"
          "</div><a itemprop='sameAs url' href=/x>x</a><a itemprop=sameAs href=/y>y</a></div>"
          "<p id=r itemprop=email>a@shop.example</p>") ==
      OneLine(R"({"@type":"Organization","@id":"https://shop.example/a/b#o","name":"Shop One",
                    "contactPoint":{"@type":"ContactPoint","telephone":"+31 20","opens":"09:00"},
                    "sameAs":["https://shop.example/x","https://shop.example/y"],
                    "url":"https://shop.example/x","email":"a@shop.example"})"));
}

TEST_CASE("items that refer to each other end") {
  const Page page = ReadBody(
      "<div id=a itemscope itemref=b></div><div id=b itemprop=x itemscope itemref=c></div>"
      "<div id=c itemprop=y itemscope itemref=b></div>");
  CHECK(page.data.size() == 1);
}

// RDFa Lite 1.1 §2.
TEST_CASE("RDFa Lite gives the same shape") {
  CHECK(
      Items(
          "<div vocab='https://schema.org/' typeof=Organization resource='#me'>"
          "<span property='schema:name'>Shop</span><meta property='og:title' content=no>"
          "<div property=address typeof=PostalAddress><span property=streetAddress>Street 1</span>"
          "</div><a property=sameAs href=/x>x</a><span property=telephone content='+31'>no</span>"
          "</div>") ==
      OneLine(R"({"@type":"Organization","@id":"https://shop.example/a/b#me","name":"Shop",
                    "address":{"@type":"PostalAddress","streetAddress":"Street 1"},
                    "sameAs":"https://shop.example/x","telephone":"+31"})"));
}

}  // namespace klikpad
