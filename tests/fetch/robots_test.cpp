// robots.txt: RFC 9309, section by section, and what the field does beside it.

#include "fetch/robots.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "fetch/robots_match.h"

namespace klikpad {
namespace {

struct Case {
  std::string name;
  std::string text;
  std::string path;
  bool is_allowed = true;
  int line = 0;  // of the rule that decides
};

void CheckAll(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Robots::Verdict verdict = Robots::Parse(c.text, "klikpad").Check(c.path);
    CHECK(verdict.is_allowed == c.is_allowed);
    CHECK(verdict.line == c.line);
    CHECK(verdict.rule.empty() == (c.line == 0));
  }
}

// RFC 9309 §2.2.1
TEST_CASE("the group is chosen by product token") {
  CheckAll({
      {"no file", "", "/a", true, 0},
      {"everybody", "User-agent: *\nDisallow: /a", "/a", false, 2},
      {"our group", "User-agent: klikpad\nDisallow: /a", "/a", false, 2},
      {"upper and lower case are one", "USER-AGENT: KlikPad\nDISALLOW: /a", "/a", false, 2},
      {"a version after the token", "User-agent: klikpad/2.0 (x)\nDisallow: /a", "/a", false, 2},
      {"another's group", "User-agent: other\nDisallow: /a", "/a", true, 0},
      {"a longer token is another", "User-agent: klikpad-news\nDisallow: /a", "/a", true, 0},
      {"a shorter token is another", "User-agent: klik\nDisallow: /a", "/a", true, 0},
      {"a star is no part of a token", "User-agent: *klikpad\nDisallow: /a", "/a", true, 0},
      {"a star with a word behind it", "User-agent: * all\nDisallow: /a", "/a", false, 2},
      {"ours beats everybody's", "User-agent: *\nDisallow: /\nUser-agent: klikpad\nDisallow: /a",
       "/b", true, 0},
      {"ours beats everybody's, written first",
       "User-agent: klikpad\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", true, 0},
      {"ours without rules allows all",
       "User-agent: klikpad\nDisallow:\n\nUser-agent: *\nDisallow: /", "/b", true, 0},
      {"groups of one token are merged",
       "User-agent: klikpad\nDisallow: /a\nUser-agent: x\nDisallow: /x\nUser-agent: "
       "Klikpad\nDisallow: /b",
       "/b", false, 6},
      {"groups of everybody are merged",
       "User-agent: *\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: *\nDisallow: /b", "/a",
       false, 2},
      {"several agents share one group", "User-agent: x\nUser-agent: klikpad\nDisallow: /a", "/a",
       false, 3},
      {"several agents share one group, we first",
       "User-agent: klikpad\nUser-agent: x\nDisallow: /a", "/a", false, 3},
      {"a rule ends the list of agents",
       "User-agent: klikpad\nDisallow: /b\nUser-agent: x\nDisallow: /a", "/a", true, 0},
      {"rules before any agent count for nobody", "Disallow: /\nUser-agent: *\nDisallow: /a", "/b",
       true, 0},
      {"an empty agent is nobody", "User-agent:\nDisallow: /", "/b", true, 0},
  });
}

// RFC 9309 §2.2.2
TEST_CASE("the longest match decides and allow wins a tie") {
  CheckAll({
      {"a prefix", "User-agent: *\nDisallow: /kas", "/kassa/1", false, 2},
      {"the path is case-sensitive", "User-agent: *\nDisallow: /Kassa", "/kassa", true, 0},
      {"nothing said", "User-agent: *\nDisallow: /a", "/b", true, 0},
      {"longer allow", "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true, 3},
      {"longer disallow", "User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false, 3},
      {"order means nothing", "User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/b/c", true, 2},
      {"tie", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true, 3},
      {"an empty disallow forbids nothing", "User-agent: *\nDisallow:", "/a", true, 0},
      {"an empty allow grants nothing", "User-agent: *\nAllow:\nDisallow: /", "/a", false, 3},
      {"a query is part of the path", "User-agent: *\nDisallow: /zoek?", "/zoek?q=a", false, 2},
      {"a path without its query", "User-agent: *\nDisallow: /zoek?", "/zoek", true, 0},
      {"a pattern without a slash matches nothing", "User-agent: *\nDisallow: a", "/a", true, 0},
      {"the file itself is always allowed", "User-agent: *\nDisallow: /", "/robots.txt", true, 0},
      {"octets count, not letters", "User-agent: *\nDisallow: /\xC3\xA9\nAllow: /%C3%A9", "/%C3%A9",
       true, 3},
  });
}

// RFC 9309 §2.2.2, the table of percent-encodings
TEST_CASE("escapes are compared in one spelling") {
  CheckAll({
      {"raw UTF-8 in the rule", "User-agent: *\nDisallow: /foo/bar/\xE3\x83\x84",
       "/foo/bar/%E3%83%84", false, 2},
      {"escaped in the rule, raw in the path", "User-agent: *\nDisallow: /foo/bar/%E3%83%84",
       "/foo/bar/\xE3\x83\x84", false, 2},
      {"hexadecimal digits in either case", "User-agent: *\nDisallow: /%c3%a9", "/%C3%A9", false,
       2},
      {"an unreserved octet may be escaped", "User-agent: *\nDisallow: /foo/bar/%62%61%7A",
       "/foo/bar/baz", false, 2},
      {"an unreserved octet may be escaped in the path", "User-agent: *\nDisallow: /foo/bar/~baz",
       "/foo/bar/%7Ebaz", false, 2},
      {"a reserved octet is another when escaped", "User-agent: *\nDisallow: /a%2Fb", "/a/b", true,
       0},
      {"a reserved octet escaped twice alike", "User-agent: *\nDisallow: /a%2fb", "/a%2Fb", false,
       2},
      {"a query with an escaped address", "User-agent: *\nDisallow: /foo/bar?baz=https://foo.bar",
       "/foo/bar?baz=https://foo.bar", false, 2},
      {"a space in the rule", "User-agent: *\nDisallow: /a b", "/a%20b", false, 2},
      {"a broken escape stays", "User-agent: *\nDisallow: /50%", "/50%", false, 2},
  });
}

// RFC 9309 §2.2.3
TEST_CASE("a star stands for anything and a final dollar for the end") {
  CheckAll({
      {"star inside", "User-agent: *\nDisallow: /a*/c", "/a/b/b/c/d", false, 2},
      {"star stands for nothing too", "User-agent: *\nDisallow: /a*b", "/ab", false, 2},
      {"star at the end changes nothing", "User-agent: *\nDisallow: /a*", "/ab", false, 2},
      {"star first", "User-agent: *\nDisallow: *.pdf", "/a/b.pdf?x", false, 2},
      {"end", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf", false, 2},
      {"not the end", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", true, 0},
      {"end with a repeated tail", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf.pdf", false, 2},
      {"only the home page", "User-agent: *\nAllow: /$\nDisallow: /", "/", true, 2},
      {"not the home page", "User-agent: *\nAllow: /$\nDisallow: /", "/a", false, 3},
      {"two stars", "User-agent: *\nDisallow: /*/x/*y", "/a/x/zzy", false, 2},
      {"two stars, wrong order", "User-agent: *\nDisallow: /*/x/*y", "/ay/x/", true, 0},
      {"the tail may not overlap", "User-agent: *\nDisallow: /ab*ba$", "/aba", true, 0},
      {"a dollar inside is a dollar", "User-agent: *\nDisallow: /a$b", "/a$b", false, 2},
      {"an escaped star is a star", "User-agent: *\nDisallow: /a-%2A.html", "/a-*.html", false, 2},
      {"an escaped star is nothing else", "User-agent: *\nDisallow: /a-%2A.html", "/a-x.html", true,
       0},
      {"an escaped dollar is a dollar", "User-agent: *\nDisallow: /a%24", "/a$", false, 2},
      {"an escaped dollar is no end", "User-agent: *\nDisallow: /a%24", "/a", true, 0},
      {"stars count as octets", "User-agent: *\nAllow: /a\nDisallow: /*a", "/a", false, 3},
  });
}

// RFC 9309 §2.2 and §2.2.4
TEST_CASE("lines are read with tolerance") {
  CheckAll({
      {"byte order mark", "\xEF\xBB\xBFUser-agent: *\nDisallow: /a", "/a", false, 2},
      {"CR", "User-agent: *\rDisallow: /a", "/a", false, 2},
      {"CRLF", "User-agent: *\r\n\r\nDisallow: /a\r\n", "/a", false, 3},
      {"blanks around", " \tUser-agent \t: \t* \n  Disallow:/a  ", "/a", false, 2},
      {"comments", "# x\nUser-agent: * # y\nDisallow: /a#z", "/a", false, 3},
      {"an empty line ends no group", "User-agent: *\n\n\nDisallow: /a", "/a", false, 4},
      {"unknown lines", "User-agent: *\nHost: x\nfoo\n: bar\nDisallow: /a", "/a", false, 5},
      {"a sitemap line ends no group", "User-agent: *\nDisallow: /a\nSitemap: /s\nDisallow: /b",
       "/b", false, 4},
      {"a sitemap line parts no agents",
       "User-agent: klikpad\nSitemap: https://x.example/s.xml\nUser-agent: x\nDisallow: /a", "/a",
       false, 4},
      {"a misspelling that is often made", "User-agent: *\nDissallow: /a", "/a", false, 2},
      {"no colon", "User-agent *\nDisallow /a", "/a", false, 2},
      {"a page of HTML", "<!DOCTYPE html><html><body>Disallow: /</body></html>", "/a", true, 0},
      {"a NUL inside", std::string("User-agent: *\nDisallow: /a\0b", 29), "/a", true, 0},
  });
}

// RFC 9309 §2.5
TEST_CASE("the first 500 KiB are read and no line is cut in two") {
  const std::string head = "User-agent: *\nDisallow: /first\n";
  const std::string filler((500u * 1024) - head.size() - 12, '#');
  const std::string text = head + filler + "\nDisallow: /last/one\nDisallow: /far\n";
  const Robots robots = Robots::Parse(text, "klikpad");
  CHECK_FALSE(robots.Check("/first").is_allowed);
  CHECK(robots.Check("/last/one").is_allowed);
  CHECK(robots.Check("/far").is_allowed);
}

// RFC 9309 §2.3.1
TEST_CASE("the status decides when there is no text") {
  struct StatusCase {
    std::string name;
    int status = 0;
    bool is_allowed = true;
    bool is_unreachable = false;
  };
  for (const StatusCase& c : std::vector<StatusCase>{{"found", 200, false, false},
                                                     {"other success", 203, false, false},
                                                     {"too many redirects", 301, true, false},
                                                     {"forbidden", 403, true, false},
                                                     {"not found", 404, true, false},
                                                     {"gone", 410, true, false},
                                                     {"not now", 429, false, true},
                                                     {"broken", 500, false, true},
                                                     {"busy", 503, false, true},
                                                     {"challenge", 999, false, true},
                                                     {"no answer", 0, false, true}}) {
    CAPTURE(c.name);
    const Robots robots = Robots::FromAnswer(c.status, "User-agent: *\nDisallow: /", "klikpad");
    CHECK(robots.Check("/a").is_allowed == c.is_allowed);
    CHECK(robots.IsUnreachable() == c.is_unreachable);
    CHECK(robots.Check("/robots.txt").is_allowed);
  }
}

TEST_CASE("the verdict quotes the rule") {
  const Robots robots = Robots::Parse("User-agent: *\n  disallow :  /a*/b # no\n", "klikpad");
  CHECK(robots.Check("/a/b").rule == "disallow :  /a*/b");
  const Robots broken = Robots::Parse("User-agent: *\nDisallow: /\xFF\n", "klikpad");
  CHECK(broken.Check("/%FF").rule == "Disallow: /\xEF\xBF\xBD");
}

TEST_CASE("the crawl delay of our group is read") {
  struct DelayCase {
    std::string name, text;
    double seconds = -1;  // -1: none
  };
  for (const DelayCase& c :
       std::vector<DelayCase>{{"none", "User-agent: *\nDisallow: /a", -1},
                              {"everybody's", "User-agent: *\nCrawl-delay: 10", 10},
                              {"ours",
                               "User-agent: *\nCrawl-delay: 10\nDisallow: /a\nUser-agent: "
                               "klikpad\ncrawl-delay: 2\nDisallow: /b",
                               2},
                              {"another's", "User-agent: x\nCrawl-delay: 10\nDisallow: /a", -1},
                              {"a fraction", "User-agent: *\nCrawl-delay: 0.5", 0.5},
                              {"a decimal comma", "User-agent: *\nCrawl-delay: 1,5", 1.5},
                              {"a unit", "User-agent: *\nCrawl-delay: 3s", 3},
                              {"twice", "User-agent: *\nCrawl-delay: 3\nCrawl-delay: 1", 3},
                              {"below zero", "User-agent: *\nCrawl-delay: -1", -1},
                              {"no number", "User-agent: *\nCrawl-delay: nan", -1},
                              {"infinite", "User-agent: *\nCrawl-delay: 1e999", -1}}) {
    CAPTURE(c.name);
    CHECK(Robots::Parse(c.text, "klikpad").CrawlDelay().value_or(-1) == c.seconds);
  }
}

TEST_CASE("sitemaps are read wherever they stand") {
  const Robots robots = Robots::Parse(
      "Sitemap: https://a.example/1.xml\nUser-agent: x\nDisallow: /\nsitemap:/2.xml # "
      "x\nSitemap:\n",
      "klikpad");
  CHECK(robots.Sitemaps() == std::vector<std::string>{"https://a.example/1.xml", "/2.xml"});
}

TEST_CASE("a pattern made to be slow is not") {
  std::string pattern = "/";
  for (int i = 0; i < 5000; ++i) pattern += "*a";
  CHECK_FALSE(RobotsPatternMatches(pattern + "b$", "/" + std::string(4000, 'a')));
}

}  // namespace
}  // namespace klikpad
