// Shortest ways, held against Bellman-Ford on random graphs.

#include "graph/click_graph.h"

#include <doctest/doctest.h>

#include <random>

namespace klikpad {
namespace {

// Bellman, "On a routing problem" (1958): relax every edge until nothing changes.
std::vector<WayCost> BellmanFord(const ClickGraph& graph, const std::vector<WaySource>& sources,
                                 Direction direction) {
  std::vector<WayCost> cost(static_cast<std::size_t>(graph.nodes), kUnreachable);
  for (const WaySource& source : sources) {
    auto& have = cost[static_cast<std::size_t>(source.node)];
    have = std::min(have, source.cost);
  }
  for (int round = 0; round < graph.nodes; ++round) {
    for (const ClickEdge& edge : graph.edges) {
      const int near = direction == Direction::kForward ? edge.from : edge.to;
      const int far = direction == Direction::kForward ? edge.to : edge.from;
      const WayCost& have = cost[static_cast<std::size_t>(near)];
      if (have == kUnreachable) continue;
      cost[static_cast<std::size_t>(far)] =
          std::min(cost[static_cast<std::size_t>(far)], have + edge.cost);
    }
  }
  return cost;
}

ClickGraph RandomGraph(std::mt19937& random) {
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const int nodes = 1 + below(30);
  std::vector<ClickEdge> edges;
  const int count = below(4 * nodes + 1);
  for (int i = 0; i < count; ++i) {
    ClickEdge edge;
    edge.from = below(nodes);
    edge.to = below(nodes);
    edge.link = i;
    edge.cost = {below(3), below(5) * 100};  // zero-cost edges and loops among them
    edges.push_back(edge);
  }
  return MakeClickGraph(nodes, std::move(edges));
}

// Follows the tree's edges from `node` to a source and adds up their costs.
WayCost Walked(const ClickGraph& graph, const WayTree& tree, const std::vector<WaySource>& sources,
               Direction direction, int node) {
  WayCost sum;
  int steps = 0;
  while (tree.edge[static_cast<std::size_t>(node)] >= 0) {
    REQUIRE(++steps <= graph.nodes);
    const ClickEdge& edge =
        graph.edges[static_cast<std::size_t>(tree.edge[static_cast<std::size_t>(node)])];
    sum = sum + edge.cost;
    node = direction == Direction::kForward ? edge.from : edge.to;
  }
  WayCost source = kUnreachable;
  for (const WaySource& s : sources) {
    if (s.node == node) source = std::min(source, s.cost);
  }
  REQUIRE(source != kUnreachable);
  return sum + source;
}

}  // namespace

TEST_CASE("ways equal Bellman-Ford on 2,000 random graphs, forward and backward") {
  std::mt19937 random(20130409);
  for (int round = 0; round < 2000; ++round) {
    const ClickGraph graph = RandomGraph(random);
    std::vector<WaySource> sources;
    for (int i = 0; i < 1 + round % 3; ++i) {
      sources.push_back({static_cast<int>(random() % static_cast<unsigned>(graph.nodes)),
                         {static_cast<int>(random() % 2), 0}});
    }
    for (Direction direction : {Direction::kForward, Direction::kBackward}) {
      const WayTree tree = CheapestWays(graph, sources, direction);
      REQUIRE(tree.cost == BellmanFord(graph, sources, direction));
      for (int node = 0; node < graph.nodes; ++node) {
        if (tree.cost[static_cast<std::size_t>(node)] == kUnreachable) continue;
        REQUIRE(Walked(graph, tree, sources, direction, node) ==
                tree.cost[static_cast<std::size_t>(node)]);
      }
    }
  }
}

TEST_CASE("among equal ways the first link of the page wins, whatever the order of insertion") {
  const WayCost click{1, 1000};
  const std::vector<ClickEdge> edges = {{0, 1, 0, StepKind::kLink, click},
                                        {0, 1, 3, StepKind::kLink, click},
                                        {0, 2, 1, StepKind::kLink, click},
                                        {2, 1, 0, StepKind::kRedirect, {0, 0}}};
  const ClickGraph graph = MakeClickGraph(3, edges);
  const WayTree tree = CheapestWays(graph, {{0, {}}}, Direction::kForward);
  CHECK(tree.cost[1] == click);
  CHECK(graph.edges[static_cast<std::size_t>(tree.edge[1])].link == 0);
}

TEST_CASE("closed edges are not walked") {
  const ClickGraph graph = MakeClickGraph(2, {{0, 1, 0, StepKind::kLink, {1, 0}}});
  const auto is_open = [](std::size_t edge) { return edge > 0; };
  CHECK(CheapestWays(graph, {{0, {}}}, Direction::kForward, is_open).cost[1] == kUnreachable);
}

}  // namespace klikpad
