// Reach by search.

#include "graph/search_reach.h"

#include <algorithm>

namespace klikpad {
namespace {

// The link with which the way from `page` begins; -1 when it begins with a search, or nowhere.
int FirstLink(const ClickGraph& graph, const WayTree& tree, int page) {
  const int edge = tree.edge[static_cast<std::size_t>(page)];
  return edge < 0 ? -1 : graph.edges[static_cast<std::size_t>(edge)].link;
}

// Where the search can be used, its own answer left out. `look.search` is there.
std::vector<int> PagesWithForm(const SiteLook& look, const SearchTry& search) {
  std::vector<int> pages;
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    const SitePage& page = look.pages[i];
    const int number = static_cast<int>(i);
    if (page.search && page.search->Equals(*look.search) && number != search.page) {
      pages.push_back(number);
    }
  }
  return pages;
}

}  // namespace

const SearchTry* SearchFor(const SiteLook& look, const std::string& channel) {
  const auto found = std::find_if(
      look.searches.begin(), look.searches.end(),
      [&](const SearchTry& search) { return search.channel == channel && search.page >= 0; });
  return found == look.searches.end() ? nullptr : &*found;
}

ClickGraph WithSearch(const SiteLook& look, const ClickModel& model, ClickGraph graph,
                      const std::string& channel) {
  const SearchTry* search = SearchFor(look, channel);
  if (search == nullptr || !look.search) return graph;
  const WayCost cost = CostOf(model, StepKind::kSearch);
  std::vector<ClickEdge> edges = std::move(graph.edges);
  for (const int from : PagesWithForm(look, *search)) {
    edges.push_back({from, search->page, -1, StepKind::kSearch, cost});
  }
  return MakeClickGraph(graph.nodes, std::move(edges));
}

std::vector<Reach> ReachBySearch(const SiteLook& look, const ClickModel& model,
                                 const ClickGraph& graph, const std::string& channel,
                                 std::vector<WaySource> sources) {
  std::vector<Reach> rows;
  const SearchTry* search = SearchFor(look, channel);
  if (search == nullptr || !look.search) return rows;
  const WayTree without = CheapestWays(graph, sources, Direction::kBackward);
  const WayCost behind = without.cost[static_cast<std::size_t>(search->page)];
  if (behind == kUnreachable) return rows;
  // Nobody searches twice for the same: every page with the form is a place from where the rest of
  // the way is known.
  for (const int page : PagesWithForm(look, *search)) {
    sources.push_back({page, CostOf(model, StepKind::kSearch) + behind});
  }
  const WayTree with = CheapestWays(graph, sources, Direction::kBackward);
  const SharedText target = channel;
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    if (!look.pages[i].is_read || with.cost[i].clicks >= without.cost[i].clicks) continue;
    Reach row;
    row.page = static_cast<int>(i);
    row.target = target;
    row.uses_search = true;
    row.clicks = with.cost[i].clicks;
    row.first_link = FirstLink(graph, with, row.page);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace klikpad
