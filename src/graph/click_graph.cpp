// Building the graph and searching it.

#include "graph/click_graph.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <queue>
#include <tuple>

namespace klikpad {
namespace {

StepKind StepOf(const SiteLink& link) {
  if (link.is_frame) return StepKind::kRefresh;  // it opens by itself
  return link.kind == LinkKind::kForm ? StepKind::kForm : StepKind::kLink;
}

// The edges that touch `node` on the side from which the search comes.
class Neighbours {
 public:
  Neighbours(const ClickGraph& graph, Direction direction) : graph_(graph), direction_(direction) {}
  std::size_t Begin(int node) const { return Offsets()[static_cast<std::size_t>(node)]; }
  std::size_t End(int node) const { return Offsets()[static_cast<std::size_t>(node) + 1]; }
  std::size_t Edge(std::size_t at) const {
    return direction_ == Direction::kForward ? at
                                             : static_cast<std::size_t>(graph_.incoming[at].edge);
  }
  int Far(std::size_t at) const {
    return direction_ == Direction::kForward ? graph_.edges[at].to : graph_.incoming[at].from;
  }

 private:
  const std::vector<std::size_t>& Offsets() const {
    return direction_ == Direction::kForward ? graph_.first_out : graph_.first_in;
  }
  const ClickGraph& graph_;
  Direction direction_;
};

}  // namespace

WayCost CostOf(const ClickModel& model, StepKind kind) {
  const StepCost cost = model.Cost(kind);
  const double milliseconds =
      std::min(std::round(cost.seconds * 1000), static_cast<double>(WayCost::kMostMilliseconds));
  return {cost.clicks, static_cast<std::int32_t>(milliseconds)};
}

ClickGraph MakeClickGraph(int nodes, std::vector<ClickEdge> edges) {
  ClickGraph graph;
  graph.nodes = nodes;
  graph.edges = std::move(edges);
  const auto by_start = [](const ClickEdge& a, const ClickEdge& b) { return a.from < b.from; };
  if (!std::is_sorted(graph.edges.begin(), graph.edges.end(), by_start)) {
    std::stable_sort(graph.edges.begin(), graph.edges.end(), by_start);
  }
  const auto count = static_cast<std::size_t>(nodes);
  graph.first_out.assign(count + 1, 0);
  graph.first_in.assign(count + 1, 0);
  for (const ClickEdge& edge : graph.edges) {
    assert(edge.from >= 0 && edge.from < nodes && edge.to >= 0 && edge.to < nodes);
    ++graph.first_out[static_cast<std::size_t>(edge.from) + 1];
    ++graph.first_in[static_cast<std::size_t>(edge.to) + 1];
  }
  for (std::size_t i = 1; i <= count; ++i) {
    graph.first_out[i] += graph.first_out[i - 1];
    graph.first_in[i] += graph.first_in[i - 1];
  }
  graph.incoming.resize(graph.edges.size());
  std::vector<std::size_t> next(graph.first_in.begin(), graph.first_in.end() - 1);
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const ClickEdge& edge = graph.edges[i];
    graph.incoming[next[static_cast<std::size_t>(edge.to)]++] = {edge.from, static_cast<int>(i)};
  }
  return graph;
}

ClickGraph BuildClickGraph(const SiteLook& look, const ClickModel& model) {
  std::size_t most = 2 * look.pages.size();
  for (const SitePage& page : look.pages) most += page.links.size();
  std::vector<ClickEdge> edges;
  edges.reserve(most);
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    const SitePage& page = look.pages[i];
    const int from = static_cast<int>(i);
    if (page.redirect_to >= 0) {
      edges.push_back(
          {from, page.redirect_to, -1, StepKind::kRedirect, CostOf(model, StepKind::kRedirect)});
      continue;
    }
    if (page.refresh_page >= 0) {
      edges.push_back(
          {from, page.refresh_page, -1, StepKind::kRefresh, CostOf(model, StepKind::kRefresh)});
    }
    for (std::size_t k = 0; k < page.links.size(); ++k) {
      const SiteLink& link = page.links[k];
      if (link.to < 0 || link.to == from) continue;
      const StepKind kind = StepOf(link);
      edges.push_back({from, link.to, static_cast<int>(k), kind, CostOf(model, kind)});
    }
  }
  return MakeClickGraph(static_cast<int>(look.pages.size()), std::move(edges));
}

WayTree CheapestWays(const ClickGraph& graph, const std::vector<WaySource>& sources,
                     Direction direction, const std::function<bool(std::size_t)>& is_open) {
  const Neighbours neighbours(graph, direction);
  WayTree tree;
  tree.cost.assign(static_cast<std::size_t>(graph.nodes), kUnreachable);
  tree.edge.assign(static_cast<std::size_t>(graph.nodes), -1);
  std::vector<bool> is_settled(static_cast<std::size_t>(graph.nodes), false);
  // A way's cost, the node, and the edge by which it was met. Ties settle by node and edge number,
  // and a node's edge always leads to one that was settled before: zero-cost loops cannot close.
  using Entry = std::tuple<WayCost, int, int>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  for (const WaySource& source : sources) {
    queue.emplace(source.cost, source.node, -1);
    WayCost& best = tree.cost[static_cast<std::size_t>(source.node)];
    best = std::min(best, source.cost);
  }
  while (!queue.empty()) {
    const auto [cost, node, by] = queue.top();
    queue.pop();
    const auto at = static_cast<std::size_t>(node);
    if (is_settled[at]) continue;
    is_settled[at] = true;
    tree.cost[at] = cost;
    tree.edge[at] = by;
    for (std::size_t i = neighbours.Begin(node); i < neighbours.End(node); ++i) {
      const int far = neighbours.Far(i);
      if (is_settled[static_cast<std::size_t>(far)]) continue;
      const std::size_t index = neighbours.Edge(i);
      if (is_open && !is_open(index)) continue;
      const WayCost total = cost + graph.edges[index].cost;
      // Pushing only improvements, and ties by an earlier edge, keeps the queue small.
      WayCost& best = tree.cost[static_cast<std::size_t>(far)];
      int& edge = tree.edge[static_cast<std::size_t>(far)];  // the best so far, -1 for a source
      const bool is_known = total == best && edge <= static_cast<int>(index);
      if (total > best || is_known) continue;
      edge = static_cast<int>(index);
      best = total;
      queue.emplace(total, far, static_cast<int>(index));
    }
  }
  return tree;
}

}  // namespace klikpad
