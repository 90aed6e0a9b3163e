// The fixture sites themselves: whole, invented, and with the ways that their findings rest on.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "app/fixture_site.h"
#include "base/text.h"
#include "base/url.h"

namespace klikpad {
namespace {

// Hosts of networks, chat vendors and standards; everything else is invented.
constexpr std::array<std::string_view, 15> kRealHosts{"twitter.com",
                                                      "www.facebook.com",
                                                      "www.instagram.com",
                                                      "www.linkedin.com",
                                                      "www.youtube.com",
                                                      "www.hyves.nl",
                                                      "wa.me",
                                                      "m.me",
                                                      "static.widget.trengo.eu",
                                                      "cdn.botpress.cloud",
                                                      "schema.org",
                                                      "www.w3.org",
                                                      "www.sitemaps.org",
                                                      "ing-voorbeeld.hyves.nl",
                                                      ""};

bool IsHostCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-';
}

bool IsInvented(std::string_view host) {
  while (host.ends_with('.')) host.remove_suffix(1);
  return host.ends_with(".example");
}

// What follows each `mark` in the text, as far as it could be a host name.
std::vector<std::string> HostsBehind(const std::string& text, std::string_view mark) {
  std::vector<std::string> hosts;
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    std::size_t end = at + mark.size();
    while (end < text.size() && IsHostCharacter(text[end])) ++end;
    hosts.push_back(text.substr(at + mark.size(), end - at - mark.size()));
  }
  return hosts;
}

bool IsDeclaredDead(const FixtureSite& site, const std::string& path) {
  const auto rule = site.config.pages.find(path);
  return rule != site.config.pages.end() && rule->second.status.value_or(200) >= 400;
}

std::size_t LinksTo(const FixtureSite& site, const std::string& path, std::string_view address) {
  const auto page = site.pages.find(path);
  REQUIRE(page != site.pages.end());
  return static_cast<std::size_t>(
      std::count_if(page->second.links.begin(), page->second.links.end(),
                    [&](const Link& link) { return link.url == address; }));
}

TEST_CASE("every internal link of a fixture resolves or is declared dead in site.yaml") {
  for (const std::string& name : FixtureNames()) {
    const FixtureSite site = WalkFixture(name);
    CAPTURE(name);
    CHECK(site.broken_resources == std::set<std::string>{});
    for (const auto& [path, status] : site.dead) {
      CAPTURE(path);
      CAPTURE(status);
      CHECK(IsDeclaredDead(site, path));
    }
  }
}

TEST_CASE("every page of a fixture is shown by a link, the search, the sitemap or as a 404") {
  for (const std::string& name : FixtureNames()) {
    const FixtureSite site = WalkFixture(name);
    CAPTURE(name);
    for (const auto& [file, bytes] : FixtureFiles(site)) {
      if (!file.ends_with(".html")) continue;
      CAPTURE(file);
      CHECK(site.bodies.contains(bytes));
    }
  }
}

TEST_CASE("each fixture has as many pages as it was built with") {
  struct Case {
    std::string name;
    std::size_t by_links, other;
  };
  for (const Case& c : {Case{"klein", 7, 0}, Case{"ing-2013", 58, 5}, Case{"luchtbrug", 35, 2},
                        Case{"stil", 17, 0}, Case{"waldbach", 24, 0}}) {
    CAPTURE(c.name);
    const FixtureSite site = WalkFixture(c.name);
    CHECK(site.pages.size() == c.by_links);
    CHECK(site.other.size() == c.other);
  }
}

TEST_CASE("hosts and mail addresses in fixtures are invented, but for networks and vendors") {
  for (const std::string& name : FixtureNames()) {
    CAPTURE(name);
    for (const auto& [file, bytes] : FixtureFiles(WalkFixture(name))) {
      CAPTURE(file);
      for (const std::string& host : HostsBehind(bytes, "://")) {
        CAPTURE(host);
        CHECK((IsInvented(host) ||
               std::find(kRealHosts.begin(), kRealHosts.end(), host) != kRealHosts.end()));
      }
      for (const std::string& host : HostsBehind(bytes, "@")) {
        if (host.find('.') == std::string::npos) continue;
        CAPTURE(host);
        CHECK(IsInvented(host));
      }
    }
  }
}

TEST_CASE("phone numbers in fixtures come from ranges that nobody has") {
  for (const std::string& name : FixtureNames()) {
    CAPTURE(name);
    const FixtureSite site = WalkFixture(name);
    for (const auto& [path, page] : site.pages) {
      CAPTURE(path);
      for (const Link& link : page.links) {
        if (!link.url.starts_with("tel:") && !link.url.starts_with("https://wa.me/")) continue;
        CAPTURE(link.url);
        // The share button of a messenger has no number. 030 23125 is for films
        // (Bundesnetzagentur).
        const bool is_number = link.url.find("text=") == std::string::npos;
        CHECK((!is_number || link.url.find("31205550") != std::string::npos ||
               link.url.find("493023125") != std::string::npos));
      }
    }
  }
}

// The ways that findings 4, 5, 7 and 8 of the Twitter-test rest on.
TEST_CASE("in ing-2013 Twitter is a link on one page, and two pages lead there") {
  const FixtureSite site = WalkFixture("ing-2013");
  const std::string webcare = "/klantenservice/webcare.html";
  const std::string question = "/klantenservice/vragen/social-media.html";
  const std::string origin = "http://www.ing.example";
  std::vector<std::string> with_twitter, to_webcare, to_question;
  for (const auto* pages : {&site.pages, &site.other}) {
    for (const auto& [path, page] : *pages) {
      CAPTURE(path);
      CHECK_FALSE(Says(page, "INGnl_webcare"));
      for (const Link& link : page.links) {
        if (link.url == "https://twitter.com/INGnl_webcare") with_twitter.push_back(path);
        if (link.url == origin + webcare) to_webcare.push_back(path + " " + link.label);
        if (link.url == origin + question) to_question.push_back(path);
      }
    }
  }
  CHECK(with_twitter == std::vector<std::string>{webcare});
  CHECK(to_webcare == std::vector<std::string>{"/contact.html webcare", question + " deze pagina"});
  CHECK(to_question == std::vector<std::string>{"/zoeken?q=twitter"});
  CHECK_FALSE(site.pages.contains(question));
}

TEST_CASE(
    "in ing-2013 the service page has more than thirty links and one form behind two labels") {
  const FixtureSite site = WalkFixture("ing-2013");
  const Page& service = site.pages.at("/klantenservice/");
  const auto in_main = std::count_if(
      service.links.begin(), service.links.end(),
      [](const Link& link) { return link.region == Region::kMain && !link.url.empty(); });
  CHECK(in_main == 41);
  CHECK(LinksTo(site, "/klantenservice/", "http://www.ing.example/klantenservice/reageren.html") ==
        2);
  CHECK(Says(site.pages.at("/klantenservice/een-vraag-stellen.html"),
             "24 uur per dag, 7 dagen per week"));
}

TEST_CASE("in stil no page leads to a network") {
  const FixtureSite site = WalkFixture("stil");
  for (const auto& [path, page] : site.pages) {
    CAPTURE(path);
    for (const Link& link : page.links) {
      const auto url = Url::Parse(link.url);
      if (!url || !url->IsHttp()) continue;
      CHECK(url->Host() == "www.stil.example");
    }
  }
}

}  // namespace
}  // namespace klikpad
