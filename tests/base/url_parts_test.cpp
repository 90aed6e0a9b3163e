// Readings of a Url: origin, parts, form-decoded query, path segments, copies, percent-coding.

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/url.h"

namespace klikpad {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Url Need(const std::string& text) {
  const auto url = Url::Parse(text);
  REQUIRE(url.has_value());
  return *url;
}

// WHATWG URL Standard §4.7 (origin).
TEST_CASE("the origin leaves out default ports and is null for what has none") {
  CHECK(Need("https://a.example:443/x").Origin() == "https://a.example");
  CHECK(Need("http://a.example:8080/x").Origin() == "http://a.example:8080");
  CHECK(Need("blob:https://a.example/uuid").Origin() == "https://a.example");
  CHECK(Need("mailto:a@x.example").Origin() == "null");
  CHECK(Need("file:///a").Origin() == "null");
}

TEST_CASE("parts can be asked for one by one") {
  const Url url = Need("https://u:p@Shop.example:8443/a/b?c=d#e");
  CHECK(url.Username() == "u");
  CHECK(url.Password() == "p");
  CHECK(url.HostPort() == "shop.example:8443");
  CHECK(url.PathAndQuery() == "/a/b?c=d");
  CHECK(url.WithoutFragment() == "https://u:p@shop.example:8443/a/b?c=d");
  CHECK(url.WithoutCredentials().Text() == "https://shop.example:8443/a/b?c=d#e");
  CHECK(Need("https://a.example").EffectivePort() == 443);
  CHECK(Need("https://a.example").Port() == -1);
  CHECK(Need("tel:1").EffectivePort() == -1);
  CHECK(Need("file:///a").EffectivePort() == -1);
  CHECK(Need("foo://h").PathAndQuery() == "/");
  CHECK(Need("https://a.example/?").PathAndQuery() == "/?");
}

TEST_CASE("equal means equal in every part") {
  CHECK(Need("HTTP://A.example:80") == Need("http://a.example/"));
  CHECK_FALSE(Need("http://a.example/?") == Need("http://a.example/"));
  CHECK_FALSE(Need("http://a.example/#") == Need("http://a.example/"));
  CHECK_FALSE(Need("http://a.example/") == Need("https://a.example/"));
}

// WHATWG URL Standard §5.1 (application/x-www-form-urlencoded parsing).
TEST_CASE("query pairs are form-decoded, the first of a name counts") {
  struct Case {
    std::string name, query;
    Pairs pairs;
  };
  const std::vector<Case> cases = {
      {"plain", "a=1&b=2", {{"a", "1"}, {"b", "2"}}},
      {"plus and percent", "a+b=c%20d%2B", {{"a b", "c d+"}}},
      {"first counts", "a=1&a=2&%61=3", {{"a", "1"}}},
      {"no value", "a&b=", {{"a", ""}, {"b", ""}}},
      {"empty pairs", "&&a=1&&", {{"a", "1"}}},
      {"no name", "=1", {{"", "1"}}},
      {"equals in the value", "a=b=c", {{"a", "b=c"}}},
      {"broken percent", "a=%&b=%4&c=%zz", {{"a", "%"}, {"b", "%4"}, {"c", "%zz"}}},
      {"not UTF-8", "a=%FF", {{"a", "\xEF\xBF\xBD"}}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Need("https://a.example/?" + c.query).QueryPairs() == c.pairs);
  }
  const Url url = Need("https://a.example/?to=31+20&x&to=2");
  CHECK(url.QueryValue("to") == std::optional<std::string>("31 20"));
  CHECK(url.QueryValue("x") == std::optional<std::string>(""));
  CHECK_FALSE(url.QueryValue("y").has_value());
  CHECK(Need("https://a.example/").QueryPairs().empty());
}

TEST_CASE("path segments are decoded, empty ones left out") {
  using Segments = std::vector<std::string>;
  CHECK(Need("https://a.example//nl/%40shop/a%2Fb/").PathSegments() ==
        Segments{"nl", "@shop", "a/b"});
  CHECK(Need("https://a.example/").PathSegments().empty());
  CHECK(Need("https://a.example/%FF").PathSegments() == Segments{"\xEF\xBF\xBD"});
  CHECK(Need("tel:+3120").PathSegments() == Segments{"+3120"});
}

TEST_CASE("copies with another query or path are URLs again") {
  const Url url = Need("https://a.example/x?y=1#z");
  CHECK(url.WithQuery("q=a b'").Text() == "https://a.example/x?q=a%20b%27#z");
  CHECK(url.WithQuery("").Text() == "https://a.example/x#z");
  CHECK(url.WithPath("/a/../b c?").Text() == "https://a.example/b%20c%3F?y=1#z");
  CHECK(url.WithPath(".evil.example").Text() == "https://a.example/.evil.example?y=1#z");
  CHECK(url.WithPath("").Text() == "https://a.example/?y=1#z");
}

TEST_CASE("percent-coding leaves malformed sequences alone") {
  CHECK(PercentDecode("%41%2f%zz%4") == "A/%zz%4");
  CHECK(PercentDecode("%00") == std::string(1, '\0'));
  CHECK(PercentDecode("") == "");
  CHECK(PercentEncode("a b/\xc3\xa9~") == "a%20b%2F%C3%A9~");
}

}  // namespace
}  // namespace klikpad
