// What a page says of itself.

#include "page/head.h"

#include <doctest/doctest.h>

#include <vector>

#include "read.h"

namespace klikpad {

// HTML §4.2.5.3, shared declarative refresh steps.
TEST_CASE("meta refresh is read as the standard says") {
  struct Case {
    std::string content;
    int seconds;  // -1: malformed
    std::string url;
  };
  const std::vector<Case> cases = {{"5", 5, ""},
                                   {"0;url=/x", 0, "/x"},
                                   {" 0 ; URL = '/x' ", 0, "/x"},
                                   {"0; url=\"/x\"y", 0, "/x"},
                                   {"0,/x", 0, "/x"},
                                   {"0 /x", 0, "/x"},
                                   {"3.5;url=/x", 3, "/x"},
                                   {".5;url=/x", 0, "/x"},
                                   {"0;urlx", 0, "urlx"},
                                   {"0;'/x", 0, "/x"},
                                   {"0;", 0, ""},
                                   {"99999999999999", 1'000'000'000, ""},
                                   {"url=/x", -1, ""},
                                   {"5x;url=/x", -1, ""},
                                   {"-1;url=/x", -1, ""},
                                   {"", -1, ""}};
  for (const Case& c : cases) {
    CAPTURE(c.content);
    const auto refresh = ParseRefresh(c.content);
    CHECK(refresh.has_value() == (c.seconds >= 0));
    if (!refresh) continue;
    CHECK(refresh->seconds == c.seconds);
    CHECK(refresh->url == c.url);
  }
}

TEST_CASE("only the first refresh counts, and none in noscript") {
  const Page page = ReadHtml(
      "<head><noscript><meta http-equiv=refresh content='0;url=/no'></noscript>"
      "<meta http-equiv=Refresh content='0;url=/yes'><meta http-equiv=refresh "
      "content='0;url=/no2'>");
  REQUIRE(page.refreshes.size() == 1);
  CHECK(page.refreshes[0].url == "https://shop.example/yes");
  CHECK(ReadBody("<noscript><meta http-equiv=refresh content='0;url=/no'></noscript>")
            .refreshes.empty());
}

TEST_CASE("base, language, canonical, alternates and metas are read") {
  const Page page = ReadHtml(
      "<html lang='NL-be'><head><base target=x><base href='/sub/'><base href='/no/'>"
      "<link rel=Canonical href=c><link rel=alternate hreflang=EN href='/en'>"
      "<link rel='alternate' type='application/rss+xml' href=/rss><link rel='me' "
      "href='https://m.example/@a'>"
      "<meta property='og:Title' content=' A  b '><meta name=Description content=d></head>");
  CHECK(page.base == "https://shop.example/sub/");
  CHECK(page.lang == "nl-be");
  CHECK(page.canonical == "https://shop.example/sub/c");
  REQUIRE(page.alternates.size() == 1);
  CHECK(page.alternates[0].hreflang == "en");
  CHECK(page.alternates[0].url == "https://shop.example/en");
  CHECK(page.rel_links.size() == 4);
  CHECK(page.Meta("og:title") == "A b");
  CHECK(page.Meta("description") == "d");
}

TEST_CASE("content-language stands in for a missing lang") {
  CHECK(ReadHtml("<meta http-equiv=content-language content='DE'>").lang == "de");
  CHECK(ReadHtml("<meta http-equiv=content-language content='de, en'>").lang.empty());
}

TEST_CASE("an image in a head's noscript does not end the head") {
  const Page page = ReadHtml(
      "<head><noscript><img src='https://p.example/t'></noscript><title>T</title></head>"
      "<body class=b><p>x");
  CHECK(page.title == "T");
  REQUIRE(page.resources.size() == 1);
  CHECK(page.resources[0].kind == ResourceKind::kNoscript);
  CHECK(page.resources[0].text == "<img src='https://p.example/t'>");
}

}  // namespace klikpad
