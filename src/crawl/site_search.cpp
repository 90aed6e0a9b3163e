// The search's level, before and after it is crawled.

#include "crawl/site_search.h"

#include <algorithm>
#include <utility>

#include "crawl/search_step.h"

namespace klikpad {
namespace {

constexpr int kMostHops = 32;  // more than options allow; loops end here

void ChooseSearch(CrawlState& state) {
  std::vector<const SitePage*> pages;
  for (int i = 0; i < state.pages.Size(); ++i) pages.push_back(&state.pages.At(i).page);
  const auto is_ours = [&state](const Url& url) { return state.scope.Holds(url); };
  SearchChoice choice = ChooseSearchForm(pages, is_ours);
  state.look.search = std::move(choice.form);
  state.look.search_problem = std::move(choice.problem);
}

int EndOfRedirects(const KnownPages& pages, int page) {
  for (int hops = 0; hops <= kMostHops; ++hops) {
    const int to = pages.At(page).page.redirect_to;
    if (to < 0) break;
    page = to;
  }
  return page;
}

}  // namespace

int KeptForSearch(const CrawlState& state) {
  if (state.has_asked_search || state.options.depth || !state.has_start) return 0;
  // The start and what it redirects to are the first pages: enough to know whether to keep any.
  const int first = std::min(state.pages.Size(), state.options.max_redirects + 1);
  for (int i = 0; i < first; ++i) {
    const auto& search = state.pages.At(i).page.search;
    if (search && search->is_get) return static_cast<int>(state.options.search_channels.size());
  }
  return 0;
}

std::vector<int> AskSearch(CrawlState& state) {
  state.has_asked_search = true;
  ChooseSearch(state);
  std::vector<int> level;
  if (!state.look.search || !state.look.search_problem.empty()) return level;
  for (const std::string& channel : state.options.search_channels) {
    SearchTry search;
    search.channel = channel;
    search.term = state.rules.vocabulary.PlainName(channel, state.context.language);
    if (search.term.empty()) search.term = channel;
    const auto url = SearchAddress(*state.look.search, search.term);
    search.page = url ? Know(state, *url) : -1;
    if (search.page < 0) {
      search.problem = "its address does not belong to the look";
    } else {
      KnownPage& known = state.pages.At(search.page);
      search.url = known.page.url;
      if (!known.is_queued) known.page.found_by_search = true;
      state.pages.Enqueue(search.page, level);
    }
    state.look.searches.push_back(std::move(search));
  }
  return level;
}

void CheckSearches(CrawlState& state) {
  for (SearchTry& search : state.look.searches) {
    if (search.page < 0) continue;
    const int end = EndOfRedirects(state.pages, search.page);
    KnownPage& known = state.pages.At(end);
    const int plain = state.pages.Find(known.url.WithQuery(""));
    if (known.page.found_by_search && plain >= 0 && plain != end &&
        IsSamePage(known.page, state.pages.At(plain).page)) {
      known.page.is_read = false;
      search.problem = "it answers with the same page as without a search";
    } else {
      search.problem = WhyNotRead(known.page);
    }
    if (!search.problem.empty()) search.page = -1;
  }
}

}  // namespace klikpad
