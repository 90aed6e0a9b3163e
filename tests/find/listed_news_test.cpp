// News items that only their list shows to be such, and pages that a list of news links to and that
// are none.

#include "find/roles/listed_news.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace klikpad {
namespace {

const Rules& Shipped() {
  static const Rules kShipped = [] {
    auto rules = LoadRules(std::string(KLIKPAD_ROOT) + "/rules");
    REQUIRE_MESSAGE(rules, rules.error().Text());
    return *std::move(rules);
  }();
  return kShipped;
}

SitePage PageAt(const std::string& path) {
  SitePage page;
  page.url = "https://voorbeeld.example" + path;
  page.title = path;
  page.is_read = true;
  return page;
}

// A list of news that links to one other page, with these words beside the link.
struct Listed {
  std::string beside;
  Region region = Region::kMain;
  Role role_of_list = Role::kNews;
};

bool IsNews(const Listed& listed, SitePage item) {
  SiteLook look;
  look.pages = {PageAt("/x1"), std::move(item)};
  look.pages[0].found.roles.push_back({listed.role_of_list, "heading", Confidence::kLikely});
  SiteLink link;
  link.to = 1;
  link.position = 10;
  link.region = listed.region;
  look.pages[0].links.push_back(link);
  SiteText text;
  text.text = listed.beside;
  text.position = 9;
  look.pages[0].texts = {text};
  MarkListedNews(look, Shipped());
  for (const PageRole& role : look.pages[1].found.roles) {
    CHECK_FALSE(role.why.empty());
    if (role.role == Role::kNewsItem) return true;
  }
  return false;
}

SitePage WithHint(SitePage page) {
  page.found.news_hints = {"date beside the heading"};
  return page;
}

SitePage WithRole(SitePage page, Role role) {
  page.found.roles.push_back({role, "heading", Confidence::kLikely});
  return page;
}

TEST_CASE("a date in the list or on the page makes what a list of news links to a news item") {
  CHECK(IsNews({"9 april 2013: Nieuwe winkel"}, PageAt("/x17")));
  CHECK(IsNews({"Nieuwe winkel"}, WithHint(PageAt("/x17"))));
  CHECK_FALSE(IsNews({"Nieuwe winkel"}, PageAt("/x17")));
}

TEST_CASE("what has another purpose, or stands elsewhere, is no news item") {
  const std::string dated = "9 april 2013: Nieuwe winkel";
  CHECK_FALSE(IsNews({dated}, WithRole(PageAt("/x17"), Role::kContact)));
  CHECK_FALSE(IsNews({dated}, WithRole(PageAt("/x17"), Role::kNews)));
  CHECK_FALSE(IsNews({dated}, PageAt("/nieuws/2013")));
  CHECK_FALSE(IsNews({dated}, PageAt("/nieuws/archief")));
  CHECK_FALSE(IsNews({dated, Region::kFooter}, PageAt("/x17")));
  CHECK_FALSE(IsNews({dated, Region::kMain, Role::kJobs}, PageAt("/x17")));
  SitePage unread = PageAt("/x17");
  unread.is_read = false;
  CHECK_FALSE(IsNews({dated}, unread));
}

}  // namespace
}  // namespace klikpad
