// The shortest way from the start to each contact, step by step, for people to read.

#include <algorithm>
#include <map>
#include <optional>

#include "graph/click_graph.h"
#include "graph/clicks.h"
#include "graph/search_reach.h"

namespace klikpad {
namespace {

// The edges from the start to `node`, in the order of walking.
std::vector<const ClickEdge*> EdgesTo(const ClickGraph& graph, const WayTree& tree, int node) {
  std::vector<const ClickEdge*> edges;
  while (tree.edge[static_cast<std::size_t>(node)] >= 0) {
    const ClickEdge& edge =
        graph.edges[static_cast<std::size_t>(tree.edge[static_cast<std::size_t>(node)])];
    edges.push_back(&edge);
    node = edge.from;
  }
  std::reverse(edges.begin(), edges.end());
  return edges;
}

Step StepAlong(const SiteLook& look, const ClickEdge& edge) {
  const SitePage& from = look.pages[static_cast<std::size_t>(edge.from)];
  Step step;
  step.kind = edge.kind;
  step.page = edge.from;
  step.page_url = from.url;
  step.page_title = from.title;
  step.to_url = look.pages[static_cast<std::size_t>(edge.to)].url;
  step.clicks = edge.cost.clicks;
  step.seconds = static_cast<double>(edge.cost.milliseconds) / 1000;
  if (edge.kind == StepKind::kSearch && from.search) {
    const auto asked =
        std::find_if(look.searches.begin(), look.searches.end(),
                     [&](const SearchTry& search) { return search.page == edge.to; });
    if (asked != look.searches.end()) step.label = asked->term;
    step.region = from.search->region;
    step.place = from.search->place;
  }
  if (edge.link >= 0) {
    const SiteLink& link = from.links[static_cast<std::size_t>(edge.link)];
    step.label = link.label;
    step.region = link.region;
    step.place = link.place;
  }
  return step;
}

Step OpeningStep(const SiteLook& look, const Contact& contact, const ContactPlace& place,
                 const ClickModel& model) {
  const SitePage& page = look.pages[static_cast<std::size_t>(place.page)];
  Step step;
  step.kind = StepKind::kOpen;
  step.page = place.page;
  step.page_url = page.url;
  step.page_title = page.title;
  step.label = place.label.empty() ? contact.display : place.label.Str();
  step.region = place.region;
  step.place = place.place;
  step.clicks = place.is_clickable ? model.Cost(StepKind::kOpen).clicks : 0;
  step.seconds = place.is_clickable ? model.Cost(StepKind::kOpen).seconds : 0;
  return step;
}

// The place that costs least to reach and open; places are in the contact's own order.
const ContactPlace* CheapestPlace(const Contact& contact, const WayTree& tree,
                                  const ClickModel& model) {
  const ContactPlace* best = nullptr;
  WayCost best_cost = kUnreachable;
  for (const ContactPlace& place : contact.places) {
    WayCost cost = tree.cost[static_cast<std::size_t>(place.page)];
    if (cost == kUnreachable || !place.is_visible) continue;
    if (place.is_clickable) cost = cost + WayCost{model.Cost(StepKind::kOpen).clicks, 0};
    if (cost < best_cost) {
      best_cost = cost;
      best = &place;
    }
  }
  return best;
}

struct Ways {
  int start = -1;
  ClickGraph graph;
  WayTree tree;
};

// The cheapest of the ways to the contact; nothing when there is none.
std::optional<Route> CheapestRoute(const SiteLook& look, const ClickModel& model,
                                   const Contact& contact, const Ways& ways) {
  const ContactPlace* place = CheapestPlace(contact, ways.tree, model);
  if (place == nullptr) return std::nullopt;
  Route route;
  const SitePage& start = look.pages[static_cast<std::size_t>(ways.start)];
  route.start = start.url;
  route.surface = start.surface;
  for (const ClickEdge* edge : EdgesTo(ways.graph, ways.tree, place->page)) {
    route.uses_search = route.uses_search || edge->kind == StepKind::kSearch;
    route.steps.push_back(StepAlong(look, *edge));
  }
  route.steps.push_back(OpeningStep(look, contact, *place, model));
  for (const Step& step : route.steps) {
    route.clicks += step.clicks;
    route.seconds += step.seconds;
  }
  return route;
}

Ways WaysFrom(int start, ClickGraph graph) {
  WayTree tree = CheapestWays(graph, {{start, {}}}, Direction::kForward);
  return {start, std::move(graph), std::move(tree)};
}

void Certify(std::size_t contact, std::optional<int> hole, Route& route) {
  route.contact = static_cast<int>(contact);
  route.certainty = hole && *hole + 1 < route.clicks ? "at-most" : "exact";
}

bool IsWayToBrand(const Contact& contact) {
  return contact.owner == Owner::kOwn &&
         (contact.use == Use::kContact || contact.use == Use::kFollow);
}

// From the app's first screen and from store listings.
void AddOtherStarts(const SiteLook& look, const ClickModel& model,
                    const std::vector<Contact>& contacts, std::vector<Route>& routes) {
  for (int start : look.other_starts) {
    const Ways ways = WaysFrom(start, BuildClickGraph(look, model));
    const std::optional<int> hole =
        NearestHole(look, look.pages[static_cast<std::size_t>(start)].surface);
    for (std::size_t i = 0; i < contacts.size(); ++i) {
      if (!IsWayToBrand(contacts[i])) continue;
      std::optional<Route> route = CheapestRoute(look, model, contacts[i], ways);
      if (!route) continue;
      Certify(i, hole, *route);
      routes.push_back(std::move(*route));
    }
  }
}

// From the site's start page: of each contact the way by links alone, then the one with a search.
void AddSiteRoutes(const SiteLook& look, const ClickModel& model,
                   const std::vector<Contact>& contacts, std::vector<Route>& routes) {
  std::vector<std::optional<Route>> plain(contacts.size()), searched(contacts.size());
  // One graph at a time: on a large site it is much of what an audit holds.
  const auto find = [&](const Ways& ways, const std::string* channel,
                        std::vector<std::optional<Route>>& found) {
    for (std::size_t i = 0; i < contacts.size(); ++i) {
      const bool is_asked = channel == nullptr || contacts[i].channel == *channel;
      if (!is_asked || contacts[i].use == Use::kShare) continue;
      found[i] = CheapestRoute(look, model, contacts[i], ways);
    }
  };
  find(WaysFrom(look.start, BuildClickGraph(look, model)), nullptr, plain);
  for (const SearchTry& search : look.searches) {
    if (search.page < 0) continue;
    ClickGraph graph = WithSearch(look, model, BuildClickGraph(look, model), search.channel);
    find(WaysFrom(look.start, std::move(graph)), &search.channel, searched);
  }
  const std::optional<int> hole = NearestHole(look, Surface::kSite);
  const auto add = [&](std::size_t contact, Route route) {
    Certify(contact, hole, route);
    routes.push_back(std::move(route));
  };
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    const int plain_clicks = plain[i] ? plain[i]->clicks : INT32_MAX;
    if (plain[i]) add(i, std::move(*plain[i]));
    const bool is_shorter =
        searched[i] && searched[i]->uses_search && searched[i]->clicks < plain_clicks;
    if (is_shorter) add(i, std::move(*searched[i]));
  }
}

}  // namespace

std::vector<Route> FindRoutes(const SiteLook& look, const Rules& rules,
                              const std::vector<Contact>& contacts) {
  std::vector<Route> routes;
  if (look.start >= 0) AddSiteRoutes(look, rules.clicks, contacts, routes);
  AddOtherStarts(look, rules.clicks, contacts, routes);
  return routes;
}

}  // namespace klikpad
