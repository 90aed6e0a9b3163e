// Sorting pages and moving their indexes along.

#include "crawl/finish_look.h"

#include <algorithm>
#include <climits>
#include <string_view>
#include <tuple>

#include "graph/clicks.h"

namespace klikpad {
namespace {

constexpr int kMostHops = 32;  // chains that the crawl allows are shorter; loops end here

// Where the redirects that begin at `page` end; `page` itself when it is none.
int EndOfRedirects(const std::vector<SitePage>& pages, int page) {
  for (int hops = 0; hops < kMostHops; ++hops) {
    const int to = pages[static_cast<std::size_t>(page)].redirect_to;
    if (to < 0) break;
    page = to;
  }
  return page;
}

bool IsFailedSearch(const SitePage& page) {
  return page.found_by_search && !page.is_read && page.redirect_to < 0;
}

}  // namespace

SiteLook FinishLook(SiteLook met, const ClickModel& model) {
  met.start = 0;
  CountClicks(met, model);

  std::vector<int> order;
  for (std::size_t i = 0; i < met.pages.size(); ++i) {
    if (i == 0 || !IsFailedSearch(met.pages[i])) order.push_back(static_cast<int>(i));
  }
  const auto rank = [&](int i) {
    const SitePage& page = met.pages[static_cast<std::size_t>(i)];
    return std::tuple(page.clicks.value_or(INT_MAX), std::string_view(page.url), i);
  };
  std::sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) < rank(b); });
  std::vector<int> place(met.pages.size(), -1);
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
  }
  const auto move = [&](int& index) {
    if (index >= 0) index = place[static_cast<std::size_t>(index)];
  };

  SiteLook look;
  look.search = std::move(met.search);
  look.searches = std::move(met.searches);
  look.search_problem = std::move(met.search_problem);
  look.hosts = std::move(met.hosts);
  look.mentions = std::move(met.mentions);
  look.notes = std::move(met.notes);
  look.problems = std::move(met.problems);
  look.security_contacts = std::move(met.security_contacts);
  for (SearchTry& search : look.searches) move(search.page);
  for (int i : order) look.pages.push_back(std::move(met.pages[static_cast<std::size_t>(i)]));
  for (SitePage& page : look.pages) {
    move(page.redirect_to);
    move(page.refresh_page);
    for (SiteLink& link : page.links) move(link.to);
  }
  look.start = EndOfRedirects(look.pages, place[0]);
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    const int end = EndOfRedirects(look.pages, static_cast<int>(i));
    if (end == static_cast<int>(i)) continue;
    look.pages[static_cast<std::size_t>(end)].aliases.push_back(look.pages[i].url);
  }
  for (SitePage& page : look.pages) std::sort(page.aliases.begin(), page.aliases.end());
  return look;
}

}  // namespace klikpad
