// Sorting pages and moving their indexes along.

#include "crawl/finish_look.h"

#include <algorithm>
#include <climits>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

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

// Moves each page to its new place, without a second list of them.
void Reorder(std::vector<SitePage>& pages, std::vector<int> place) {
  for (std::size_t i = 0; i < pages.size(); ++i) {
    while (place[i] != static_cast<int>(i)) {
      const auto to = static_cast<std::size_t>(place[i]);
      std::swap(pages[i], pages[to]);
      std::swap(place[i], place[to]);
    }
  }
}

bool IsFailedSearch(const SitePage& page) {
  return page.found_by_search && !page.is_read && page.redirect_to < 0;
}

}  // namespace

SiteLook FinishLook(SiteLook look, const ClickModel& model) {
  look.start = 0;
  CountClicks(look, model);

  std::vector<int> order(look.pages.size());
  std::iota(order.begin(), order.end(), 0);
  const auto is_dropped = [&](int i) {
    return i != 0 && IsFailedSearch(look.pages[static_cast<std::size_t>(i)]);
  };
  const auto rank = [&](int i) {
    const SitePage& page = look.pages[static_cast<std::size_t>(i)];
    return std::tuple(is_dropped(i), page.clicks.value_or(INT_MAX), std::string_view(page.url), i);
  };
  std::sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) < rank(b); });
  std::vector<int> place(look.pages.size(), -1);
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
  }
  const auto dropped = std::count_if(order.begin(), order.end(), is_dropped);
  Reorder(look.pages, place);
  look.pages.erase(look.pages.end() - dropped, look.pages.end());
  const auto move = [&](int& index) {
    if (index < 0) return;
    index = place[static_cast<std::size_t>(index)];
    if (index >= static_cast<int>(look.pages.size())) index = -1;
  };

  for (SearchTry& search : look.searches) move(search.page);
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
