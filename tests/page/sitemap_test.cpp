// Sitemaps: https://www.sitemaps.org/protocol.html, and what sites make of it.

#include "page/sitemap.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/gzip.h"

namespace klikpad {
namespace {

using Urls = std::vector<std::string>;

struct Case {
  std::string name;
  std::string text;
  Urls urls;
  bool is_index = false;
  std::string problem = {};
};

Urls UrlsOf(const Sitemap& sitemap) {
  Urls urls;
  for (const Sitemap::Entry& entry : sitemap.entries) urls.push_back(entry.url);
  return urls;
}

void CheckAll(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Sitemap sitemap = ParseSitemap(c.text, "https://a.example/sitemap.xml");
    CHECK(UrlsOf(sitemap) == c.urls);
    CHECK(sitemap.is_index == c.is_index);
    CHECK(sitemap.problem == c.problem);
  }
}

std::string Urlset(const std::string& inside) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
         "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">" +
         inside + "</urlset>";
}

// "XML tag definitions" and "Entity escaping"
TEST_CASE("a urlset gives its addresses in order") {
  const std::string a = "https://a.example/a";
  const std::string b = "https://a.example/b";
  CheckAll({
      {"two", Urlset("<url><loc>" + a + "</loc></url><url><loc>" + b + "</loc></url>"), {a, b}},
      {"other elements",
       Urlset("<url><lastmod>2013-04-09</lastmod><loc>" + a + "</loc><priority>1</priority></url>"),
       {a}},
      {"white space", Urlset("<url>\n <loc>\n  " + a + "\n </loc>\n</url>"), {a}},
      {"duplicates",
       Urlset("<url><loc>" + a + "</loc></url><url><loc>" + a + "#x</loc></url>"),
       {a}},
      {"entities",
       Urlset("<url><loc>https://a.example/?x=1&amp;y=&#50;&#x33;</loc></url>"),
       {"https://a.example/?x=1&y=23"}},
      {"a bare ampersand",
       Urlset("<url><loc>https://a.example/?x=1&y=2</loc></url>"),
       {"https://a.example/?x=1&y=2"}},
      {"CDATA",
       Urlset("<url><loc><![CDATA[https://a.example/?x=1&y=2]]></loc></url>"),
       {"https://a.example/?x=1&y=2"}},
      {"a comment inside", Urlset("<url><loc>" + a + "<!-- <loc>x</loc> --></loc></url>"), {a}},
      {"letters outside ASCII",
       Urlset("<url><loc>https://a.example/\xC3\xA9</loc></url>"),
       {"https://a.example/%C3%A9"}},
      {"byte order mark", "\xEF\xBB\xBF" + Urlset("<url><loc>" + a + "</loc></url>"), {a}},
      {"namespace prefixes",
       "<s:urlset xmlns:s='x'><s:url><s:loc>" + a + "</s:loc></s:url></s:urlset>",
       {a}},
      {"upper case", "<URLSET><URL><LOC>" + a + "</LOC></URL></URLSET>", {a}},
      {"images are no pages",
       Urlset(
           "<url><image:image><image:loc>https://a.example/i.png</image:loc></image:image><loc>" +
           a +
           "</loc><image:image><image:loc>https://a.example/j.png</image:loc></image:image>"
           "</url>"),
       {a}},
      {"empty", Urlset(""), {}},
      {"empty in one tag", "<urlset/>", {}},
  });
}

// "Using Sitemap index files"
TEST_CASE("an index gives further sitemaps") {
  CheckAll({
      {"index",
       "<sitemapindex><sitemap><loc>https://a.example/1.xml.gz</loc></sitemap>"
       "<sitemap><loc>https://a.example/2.xml</loc></sitemap></sitemapindex>",
       {"https://a.example/1.xml.gz", "https://a.example/2.xml"},
       true},
      {"itself is left out",
       "<sitemapindex><sitemap><loc>https://a.example/sitemap.xml</loc></sitemap></sitemapindex>",
       {},
       true},
  });
}

// "Other Sitemap formats"
TEST_CASE("text and feeds are sitemaps too") {
  CheckAll({
      {"text",
       "https://a.example/a\r\nhttps://a.example/b\n\n",
       {"https://a.example/a", "https://a.example/b"}},
      {"text with a byte order mark", "\xEF\xBB\xBFhttps://a.example/a", {"https://a.example/a"}},
      {"RSS",
       "<rss><channel><link>https://a.example/</link><item><title>x</title>"
       "<link>https://a.example/a</link></item></channel></rss>",
       {"https://a.example/a"}},
      {"Atom",
       "<feed><link href='https://a.example/'/><entry><link rel='self' href='https://a.example/s'/>"
       "<link rel=\"alternate\" href=\"https://a.example/a?x&amp;y\"/></entry></feed>",
       {"https://a.example/a?x&y"}},
  });
}

TEST_CASE("what is broken gives what can be read and says so") {
  const std::string a = "https://a.example/a";
  const std::string b = "https://a.example/b";
  CheckAll({
      {"nothing", "", {}, false, "no sitemap: no address in it"},
      {"a page",
       "<!DOCTYPE html><html><body><url><loc>" + a + "</loc></url></body></html>",
       {},
       false,
       "this is a web page, no sitemap"},
      {"other XML", "<?xml version='1.0'?><note>hello</note>", {}, false, "this XML is no sitemap"},
      {"cut off",
       "<urlset><url><loc>" + a + "</loc></url><url><loc>" + b,
       {a, b},
       false,
       "the file ends in the middle"},
      {"end tags are missing", "<urlset><url><loc>" + a + "<url><loc>" + b + "</urlset>", {a, b}},
      {"a tag is not closed", "<urlset><url><loc>" + a + "</loc</url></urlset>", {a}},
      {"relative and other addresses",
       Urlset("<url><loc>/a</loc></url><url><loc>javascript:x</loc></url><url><loc>" + b +
              "</loc></url>"),
       {b},
       false,
       "2 entries are no http or https addresses"},
      {"one bad line",
       "https://a.example/a\nhello\n",
       {a},
       false,
       "one entry is no http or https address"},
      {"entities of its own are not known",
       "<!DOCTYPE urlset [<!ENTITY x \"https://a.example/\">]><urlset><url><loc>" + a +
           "&x;</loc></url></urlset>",
       {a + "&x;"}},
      {"a broken gzip file",
       Gzip("<urlset/>").substr(0, 12),
       {},
       false,
       "the gzip file is broken or unpacks to more than 50 MB"},
  });
}

TEST_CASE("a gzip file is unpacked") {
  const Sitemap sitemap =
      ParseSitemap(Gzip(Urlset("<url><loc>https://a.example/a</loc></url>")), "");
  CHECK(UrlsOf(sitemap) == Urls{"https://a.example/a"});
}

TEST_CASE("UTF-16 is read by its byte order mark") {
  const std::string text = "<urlset><url><loc>https://a.example/a</loc></url></urlset>";
  std::string little = "\xFF\xFE";
  std::string big = "\xFE\xFF";
  for (const char c : text) {
    little += c;
    little += '\0';
    big += '\0';
    big += c;
  }
  CHECK(UrlsOf(ParseSitemap(little, "")) == Urls{"https://a.example/a"});
  CHECK(UrlsOf(ParseSitemap(big, "")) == Urls{"https://a.example/a"});
}

TEST_CASE("alternates in other languages stand beside their page") {
  const Sitemap sitemap = ParseSitemap(
      Urlset("<url><loc>https://a.example/nl/</loc>"
             "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://a.example/en/\"/>"
             "<xhtml:link rel='alternate' hreflang='de' href='https://a.example/de/?a=1&amp;b=2'/>"
             "<xhtml:link rel='canonical' href='https://a.example/x'/>"
             "<xhtml:link rel='alternate' href='/relative'/></url>"
             "<url><loc>https://a.example/fr/</loc></url>"),
      "");
  REQUIRE(sitemap.entries.size() == 2);
  CHECK(sitemap.entries[0].alternates ==
        Urls{"https://a.example/en/", "https://a.example/de/?a=1&b=2"});
  CHECK(sitemap.entries[1].alternates.empty());
  CHECK(sitemap.problem == "");
}

TEST_CASE("no more than 50,000 addresses are taken") {
  std::string text;
  for (int i = 0; i < 50'001; ++i) text += "https://a.example/" + std::to_string(i) + "\n";
  const Sitemap sitemap = ParseSitemap(text, "");
  CHECK(sitemap.entries.size() == 50'000);
  CHECK(sitemap.problem == "more than 50000 addresses, the rest was left out");
}

TEST_CASE("text made to be slow is not") {
  for (const std::string piece : {"<a b=\"", "<a b='", "<!--", "<![CDATA[", "<!", "<?", "<", "&",
                                  "<url>", "<loc>", "</url>", "<!DOCTYPE [", "&#"}) {
    std::string text = "<urlset>";
    while (text.size() < 2'000'000) text += piece;
    ParseSitemap(text, "");
  }
}

}  // namespace
}  // namespace klikpad
