// Clicks of pages, reach of channels and roles, and the ways to contacts, all on the finished
// graph.

#include "graph/clicks.h"

#include <algorithm>
#include <map>

#include "graph/click_graph.h"
#include "graph/opening.h"
#include "graph/scent_reach.h"
#include "graph/search_reach.h"
#include "model/page_roles.h"

namespace klikpad {
namespace {

bool IsWayToBrand(const ContactPoint& point) {
  return point.owner == Owner::kOwn && (point.use == Use::kContact || point.use == Use::kFollow);
}

// Journalists, applicants and who asks about privacy have people of their own, who perhaps help a
// customer, too.
bool IsForOthers(const SitePage& page, const ContactPoint& point) {
  return IsPurposeOfOthers(point.purpose) || IsPlaceOfOthers(page, point.region);
}

// Who answers a customer there: of what the site does not say, the channel's family does. Chats and
// messengers are answered by machines as often as not; a number, a letter box or an account is not.
Human AnsweredBy(const SitePage& page, const ContactPoint& point, const Rules& rules) {
  if (point.human == Human::kNo) return Human::kNo;
  if (IsForOthers(page, point)) return Human::kUnknown;
  if (point.confidence == Confidence::kWeak) return Human::kUnknown;  // perhaps no contact at all
  if (point.human == Human::kYes) return Human::kYes;
  const ChannelInfo* channel = rules.channels.Find(point.channel);
  const bool may_be_machine =
      channel == nullptr || channel->family == "chat" || channel->family == "messaging";
  return may_be_machine ? Human::kUnknown : Human::kYes;
}

bool IsSource(const SitePage& page, const ContactPoint& point, TargetKind kind,
              const Rules& rules) {
  if (!IsWayToBrand(point)) return false;
  // Mailboxes for reports of leaks help no customer.
  if (point.purpose == "security") return false;
  if (kind == TargetKind::kChannel) return true;
  const Human wanted = kind == TargetKind::kHuman ? Human::kYes : Human::kUnknown;
  return point.use == Use::kContact && AnsweredBy(page, point, rules) == wanted;
}

// The contacts of the brand's own, of each channel, page by page.
using Places = std::map<std::string, std::vector<std::pair<int, int>>, std::less<>>;

Places OwnPlaces(const SiteLook& look) {
  Places places;
  for (std::size_t page = 0; page < look.pages.size(); ++page) {
    const auto& contacts = look.pages[page].found.contacts;
    for (std::size_t i = 0; i < contacts.size(); ++i) {
      if (!IsWayToBrand(contacts[i])) continue;
      places[contacts[i].channel].emplace_back(static_cast<int>(page), static_cast<int>(i));
    }
  }
  return places;
}

// One source a page that has such a contact: its cheapest.
struct Sources {
  std::vector<WaySource> ways;  // by page
  std::vector<int> contacts;    // of each, its index in the page's contacts
  // -1 when the page has none.
  int ContactOn(int page) const {
    const auto at =
        std::lower_bound(ways.begin(), ways.end(), page,
                         [](const WaySource& source, int number) { return source.node < number; });
    if (at == ways.end() || at->node != page) return -1;
    return contacts[static_cast<std::size_t>(at - ways.begin())];
  }
};

Sources ChannelSources(const SiteLook& look, const Places& places, const std::string& channel,
                       TargetKind kind, const Rules& rules) {
  Sources sources;
  const auto have = places.find(channel);
  if (have == places.end()) return sources;
  for (const auto& [page, index] : have->second) {
    const SitePage& on = look.pages[static_cast<std::size_t>(page)];
    const ContactPoint& point = on.found.contacts[static_cast<std::size_t>(index)];
    if (!IsSource(on, point, kind, rules)) continue;
    const auto cost = OpeningCost(point, rules.clicks);
    if (!cost) continue;
    if (sources.ways.empty() || sources.ways.back().node != page) {
      sources.ways.push_back({page, *cost});
      sources.contacts.push_back(index);
    } else if (*cost < sources.ways.back().cost) {
      sources.ways.back().cost = *cost;
      sources.contacts.back() = index;
    }
  }
  return sources;
}

std::vector<WaySource> RoleSources(const SiteLook& look, Role role) {
  std::vector<WaySource> sources;
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    for (const PageRole& have : look.pages[i].found.roles) {
      if (have.role == role) sources.push_back({static_cast<int>(i), {}});
    }
  }
  return sources;
}

// The first link of the way that starts at `node`, skipping redirects and refreshes.
int FirstLink(const ClickGraph& graph, const WayTree& tree, int node) {
  int at = node;
  while (tree.edge[static_cast<std::size_t>(at)] >= 0) {
    const ClickEdge& edge =
        graph.edges[static_cast<std::size_t>(tree.edge[static_cast<std::size_t>(at)])];
    if (edge.link >= 0) return edge.from == node ? edge.link : -1;
    at = edge.to;
  }
  return -1;
}

std::vector<Reach> ReachByLinks(const SiteLook& look, const ClickGraph& graph,
                                const std::string& target, const std::vector<WaySource>& sources) {
  const WayTree tree = CheapestWays(graph, sources, Direction::kBackward);
  const SharedText shared = target;
  std::vector<Reach> rows;
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    if (!look.pages[i].is_read) continue;
    Reach row;
    row.page = static_cast<int>(i);
    row.target = shared;
    if (tree.cost[i] != kUnreachable) {
      row.clicks = tree.cost[i].clicks;
      row.first_link = FirstLink(graph, tree, row.page);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

void CountClicks(SiteLook& look, const ClickModel& model) {
  for (SitePage& page : look.pages) page.clicks.reset();
  std::map<Surface, std::vector<WaySource>> starts;
  if (look.start >= 0) starts[Surface::kSite].push_back({look.start, {}});
  for (int start : look.other_starts) {
    starts[look.pages[static_cast<std::size_t>(start)].surface].push_back({start, {}});
  }
  if (starts.empty()) return;
  const ClickGraph graph = BuildClickGraph(look, model);
  for (const auto& [surface, sources] : starts) {
    const WayTree tree = CheapestWays(graph, sources, Direction::kForward);
    for (std::size_t i = 0; i < look.pages.size(); ++i) {
      if (look.pages[i].surface != surface || tree.cost[i] == kUnreachable) continue;
      look.pages[i].clicks = tree.cost[i].clicks;
    }
  }
}

std::optional<int> NearestHole(const SiteLook& look, Surface surface) {
  std::optional<int> nearest;
  const auto take = [&](int clicks) { nearest = std::min(nearest.value_or(clicks), clicks); };
  bool leads_to_site = false, site_has_hole = false;
  for (const SitePage& page : look.pages) {
    const bool is_hole = IsOpen(page.hole) && page.clicks;
    site_has_hole = site_has_hole || (is_hole && page.surface == Surface::kSite);
    if (page.surface != surface) continue;
    if (is_hole) take(*page.clicks);
    for (const SiteLink& link : page.links) {
      if (link.to < 0) continue;
      const SitePage& to = look.pages[static_cast<std::size_t>(link.to)];
      leads_to_site = leads_to_site || (surface != Surface::kSite && to.surface == Surface::kSite);
    }
  }
  if (leads_to_site && site_has_hole) take(0);
  return nearest;
}

std::deque<Reach> ComputeReach(const SiteLook& look, const Rules& rules,
                               const std::vector<std::string>& channels,
                               const std::vector<Role>& roles) {
  const ClickGraph graph = BuildClickGraph(look, rules.clicks);
  // From any page an unread one may be a click away, so a way of more than one click could be
  // shorter than what was seen, as long as there is any hole.
  std::map<Surface, bool> has_hole;
  for (Surface surface : {Surface::kSite, Surface::kApp, Surface::kStore}) {
    has_hole[surface] = NearestHole(look, surface).has_value();
  }
  const auto is_exact = [&](const Reach& row) {
    const Surface surface = look.pages[static_cast<std::size_t>(row.page)].surface;
    return !has_hole[surface] || (row.clicks && *row.clicks <= 1);
  };
  const ScentedLinks scents(look, rules, graph);
  const Places places = OwnPlaces(look);
  std::deque<Reach> reach;
  const auto add = [&](TargetKind kind, const Sources& sources, std::vector<Reach> rows) {
    for (Reach& row : rows) {
      row.kind = kind;
      row.is_exact = is_exact(row);
      const bool is_here = row.clicks && row.first_link < 0 && !row.uses_search;
      if (is_here) row.contact = sources.ContactOn(row.page);
      reach.push_back(std::move(row));
    }
  };
  for (const std::string& channel : channels) {
    const Strengths strengths = scents.For(channel);
    const Sources all = ChannelSources(look, places, channel, TargetKind::kChannel, rules);
    add(TargetKind::kChannel, all, ReachByLinks(look, graph, channel, all.ways));
    for (const TargetKind kind : {TargetKind::kHuman, TargetKind::kMaybeHuman}) {
      const Sources people = ChannelSources(look, places, channel, kind, rules);
      if (people.ways.empty()) continue;
      add(kind, people, ReachByLinks(look, graph, channel, people.ways));
      add(kind, people, ReachByScent(look, graph, strengths, channel, people.ways));
    }
    add(TargetKind::kChannel, all, ReachByScent(look, graph, strengths, channel, all.ways));
    add(TargetKind::kChannel, all, ReachBySearch(look, rules.clicks, graph, channel, all.ways));
  }
  for (const Role role : roles) {
    add(TargetKind::kRole, {},
        ReachByLinks(look, graph, std::string(Word(role)), RoleSources(look, role)));
  }
  return reach;
}

}  // namespace klikpad
