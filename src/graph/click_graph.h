// The click graph: pages as nodes, typed steps as edges with their costs, and shortest ways over it
// by Dijkstra's algorithm on (clicks, seconds), compared in that order.

#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <vector>

#include "model/site.h"
#include "rules/click_model.h"

namespace klikpad {

// Clicks first, then time. Seconds are kept as whole milliseconds so that sums compare exactly; no
// way is counted as longer than 24 days.
struct WayCost {
  std::int32_t clicks = 0;
  std::int32_t milliseconds = 0;
  static constexpr std::int64_t kMostMilliseconds = INT32_MAX - 1;
  auto operator<=>(const WayCost&) const = default;
  WayCost operator+(const WayCost& other) const {
    const std::int64_t sum = std::int64_t{milliseconds} + other.milliseconds;
    return {clicks + other.clicks, static_cast<std::int32_t>(std::min(sum, kMostMilliseconds))};
  }
};
inline constexpr WayCost kUnreachable{INT32_MAX, INT32_MAX};

WayCost CostOf(const ClickModel& model, StepKind kind);

struct ClickEdge {
  int from = -1;
  int to = -1;
  int link = -1;  // index in the page's links, -1 for redirects and refreshes
  StepKind kind = StepKind::kLink;
  WayCost cost;
};

// An edge seen from its end. Where it comes from stands here too: most are looked at only to see
// that it leads to a page that is settled.
struct ArrivingEdge {
  int from = -1;
  int edge = -1;  // index in `edges`
};

struct ClickGraph {
  int nodes = 0;
  std::vector<ClickEdge> edges;        // sorted by `from`, then in the order of the page's links
  std::vector<std::size_t> first_out;  // nodes + 1 offsets into `edges`
  std::vector<ArrivingEdge> incoming;  // of all edges, sorted by their `to`
  std::vector<std::size_t> first_in;   // nodes + 1 offsets into `incoming`
};

// Fills the offsets. Edges with an end outside of 0..nodes-1 are a bug of the caller.
ClickGraph MakeClickGraph(int nodes, std::vector<ClickEdge> edges);

// Every link, redirect and refresh between pages of the look.
ClickGraph BuildClickGraph(const SiteLook& look, const ClickModel& model);

// A place where a search for ways begins, with what has been spent already.
struct WaySource {
  int node = -1;
  WayCost cost;
};

struct WayTree {
  std::vector<WayCost> cost;  // by node; kUnreachable
  // By node: the edge by which the best way comes in (forward) or goes on (backward), -1 at a
  // source and where there is no way. Among equally good edges the first of the graph's order wins,
  // so that the tree does not depend on anything but the graph.
  std::vector<int> edge;
};

enum class Direction { kForward, kBackward };

// Cheapest ways from the sources to every node (forward), or from every node to the sources
// (backward). `is_open`, when given, says for each edge whether it may be used.
WayTree CheapestWays(const ClickGraph& graph, const std::vector<WaySource>& sources,
                     Direction direction,
                     const std::function<bool(std::size_t edge)>& is_open = {});

}  // namespace klikpad
