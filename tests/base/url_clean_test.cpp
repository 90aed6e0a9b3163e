// Tracking parameters and session numbers out of addresses.

#include "base/url_clean.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace klikpad {
namespace {

const std::vector<std::string> kPatterns = {"utm_*", "gclid", "hsCtaTracking", "jsessionid"};

TEST_CASE("tracking goes, all else stays as written and in order") {
  struct Case {
    std::string name, url, key;
  };
  const std::vector<Case> cases = {
      {"nothing to do", "https://a.example/x?b=1&a=2", "https://a.example/x?b=1&a=2"},
      {"fragment", "https://a.example/x#y", "https://a.example/x"},
      {"all", "https://a.example/?utm_source=a&gclid=b", "https://a.example/"},
      {"between others", "https://a.example/?b=%41&utm_x=1&a=+", "https://a.example/?b=%41&a=+"},
      {"case", "https://a.example/?UTM_Source=1&HSCTATRACKING=2", "https://a.example/"},
      {"encoded name", "https://a.example/?utm%5Fsource=1&b", "https://a.example/?b"},
      {"without value", "https://a.example/?gclid&a", "https://a.example/?a"},
      {"longer name", "https://a.example/?gclid2=1&xutm_a=2",
       "https://a.example/?gclid2=1&xutm_a=2"},
      {"empty query", "https://a.example/x?", "https://a.example/x"},
      {"question mark at the end", "https://a.example/x?a=?", "https://a.example/x?a=?"},
      {"session in the path", "https://a.example/x;jsessionid=1;v=2/y",
       "https://a.example/x;v=2/y"},
      {"no session", "https://a.example/gclid;a=1", "https://a.example/gclid;a=1"},
      {"segment of dots", "https://a.example/a/..;jsessionid=1/b", "https://a.example/b"},
      {"other scheme", "mailto:a@b.example?gclid=1", "mailto:a@b.example?gclid=1"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto url = Url::Parse(c.url);
    REQUIRE(url.has_value());
    CHECK(CrawlKey(*url, kPatterns) == c.key);
  }
}

TEST_CASE("stripping keeps the fragment and needs no patterns") {
  const auto url = Url::Parse("https://a.example/?gclid=1#x");
  REQUIRE(url.has_value());
  CHECK(StripTracking(*url, kPatterns).Text() == "https://a.example/#x");
  CHECK(StripTracking(*url, {}) == *url);
}

}  // namespace
}  // namespace klikpad
