// The list of tracking parameters: the shipped file, and what a mistake in it says.

#include "rules/tracking.h"

#include <doctest/doctest.h>

#include <string>

#include "base/url_clean.h"

namespace klikpad {
namespace {

std::vector<std::string> Shipped() {
  auto yaml = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/tracking-parameters.yaml");
  REQUIRE_MESSAGE(yaml, yaml.error().Text());
  auto patterns = ParseTrackingParameters(*yaml);
  REQUIRE_MESSAGE(patterns, patterns.error().Text());
  return *patterns;
}

std::string Key(const std::string& url) {
  const auto parsed = Url::Parse(url);
  REQUIRE(parsed.has_value());
  return CrawlKey(*parsed, Shipped());
}

TEST_CASE("the shipped list takes well-known tracking out and leaves content in") {
  CHECK(Key("https://shop.example/a?utm_source=x&utm_medium=mail&id=7&gclid=1") ==
        "https://shop.example/a?id=7");
  CHECK(Key("https://shop.example/a?fbclid=1&_gl=2&mc_eid=3&gad_source=1#top") ==
        "https://shop.example/a");
  CHECK(Key("https://shop.example/a;jsessionid=0FA?q=b") == "https://shop.example/a?q=b");
  // Session numbers, where names are used for content too: by their value.
  CHECK(Key("https://shop.example/a?sid=0f3a9c77b2d14e5f&id=7") == "https://shop.example/a?id=7");
  CHECK(Key("https://shop.example/a?sid=12&s=stoel") == "https://shop.example/a?sid=12&s=stoel");
  CHECK(Key("https://shop.example/a?PHPSESSID=x1&ASPSESSIONIDAB=2") == "https://shop.example/a");
  CHECK(Key("https://shop.example/(S(lit3py55t21z5v55vlm25s55))/a.aspx") ==
        "https://shop.example/a.aspx");
  CHECK(Key("https://shop.example/(a)/b") == "https://shop.example/(a)/b");
  const std::string content =
      "https://shop.example/a?ref=1&cid=2&campaign=3&page=4&si=5&s=6&lang=nl";
  CHECK(Key(content) == content);
}

TEST_CASE("a mistake in the list is told with its line") {
  struct Case {
    std::string name, text, error;
  };
  const Case cases[] = {
      {"no source", "parameters:\n  - name: a\n", "source"},
      {"unknown key", "parameters:\n  - {name: a, sauce: b}\n", "sauce"},
      {"everything", "parameters:\n  - {name: '*', source: b}\n", "every parameter"},
      {"star inside", "parameters:\n  - {name: 'a*b', source: b}\n", "only stand last"},
      {"a kind of value", "parameters:\n  - {name: a, value: b, source: c}\n", "session"},
      {"twice", "parameters:\n  - {name: a, source: b}\n  - {name: A, source: b}\n", "twice"},
      {"no list", "parameters: a\n", "list"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    auto yaml = Yaml::Parse(c.text, "tracking-parameters.yaml");
    REQUIRE(yaml.has_value());
    const auto patterns = ParseTrackingParameters(*yaml);
    REQUIRE_FALSE(patterns.has_value());
    CHECK(patterns.error().message.find(c.error) != std::string::npos);
    CHECK(patterns.error().line > 0);
  }
}

}  // namespace
}  // namespace klikpad
