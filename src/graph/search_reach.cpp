// Reach by search.

#include "graph/search_reach.h"

#include <algorithm>
#include <cmath>

namespace klikpad {
namespace {

// The link with which the way from `page` begins; -1 when it begins with a search, or nowhere.
int FirstLink(const ClickGraph& graph, const WayTree& tree, int page) {
  const int edge = tree.edge[static_cast<std::size_t>(page)];
  return edge < 0 ? -1 : graph.edges[static_cast<std::size_t>(edge)].link;
}

}  // namespace

const SearchTry* SearchFor(const SiteLook& look, const std::string& channel) {
  const auto found = std::find_if(
      look.searches.begin(), look.searches.end(),
      [&](const SearchTry& search) { return search.channel == channel && search.page >= 0; });
  return found == look.searches.end() ? nullptr : &*found;
}

ClickGraph WithSearch(const SiteLook& look, const ClickModel& model, const ClickGraph& graph,
                      const std::string& channel) {
  const SearchTry* search = SearchFor(look, channel);
  if (search == nullptr || !look.search) return graph;
  const StepCost step = model.Cost(StepKind::kSearch);
  const WayCost cost{step.clicks, static_cast<std::int64_t>(std::llround(step.seconds * 1000))};
  std::vector<ClickEdge> edges = graph.edges;
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    const SitePage& page = look.pages[i];
    const int from = static_cast<int>(i);
    if (!page.search || !page.search->Equals(*look.search) || from == search->page) continue;
    edges.push_back({from, search->page, -1, StepKind::kSearch, cost});
  }
  return MakeClickGraph(graph.nodes, std::move(edges));
}

std::vector<Reach> ReachBySearch(const SiteLook& look, const ClickModel& model,
                                 const ClickGraph& graph, const std::string& channel,
                                 const std::vector<WaySource>& sources) {
  std::vector<Reach> rows;
  if (SearchFor(look, channel) == nullptr) return rows;
  const WayTree without = CheapestWays(graph, sources, Direction::kBackward);
  const ClickGraph more = WithSearch(look, model, graph, channel);
  const WayTree with = CheapestWays(more, sources, Direction::kBackward);
  const SharedText target = channel;
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    if (!look.pages[i].is_read || with.cost[i].clicks >= without.cost[i].clicks) continue;
    Reach row;
    row.page = static_cast<int>(i);
    row.target = target;
    row.uses_search = true;
    row.clicks = with.cost[i].clicks;
    row.first_link = FirstLink(more, with, row.page);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace klikpad
