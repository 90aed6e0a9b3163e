// Reach by scent.

#include "graph/scent_reach.h"

#include <string_view>
#include <unordered_map>

#include "base/url.h"
#include "graph/scent.h"

namespace klikpad {
namespace {

// Strength of every edge for a channel; 1 for redirects and what opens by itself. Menus repeat the
// same links on every page, so each wording is judged once.
class EdgeScents {
 public:
  EdgeScents(const SiteLook& look, const Rules& rules, const std::string& channel)
      : look_(look), rules_(rules), channel_(channel) {
    const ChannelInfo* info = rules.channels.Find(channel);
    if (info != nullptr) family_ = info->family;
    paths_.resize(look.pages.size());
  }

  double Of(const ClickEdge& edge) {
    if (edge.link < 0 || edge.kind == StepKind::kRefresh) return 1;
    const SitePage& from = look_.pages[static_cast<std::size_t>(edge.from)];
    const SiteLink& link = from.links[static_cast<std::size_t>(edge.link)];
    std::string key =
        link.label + '\x1f' + link.context + '\x1f' + from.lang + '\x1f' + std::to_string(edge.to);
    const auto [known, is_new] = seen_.emplace(std::move(key), 0.0);
    if (is_new) {
      known->second = LabelScent({link.label, link.context, PathOf(edge.to), from.lang}, channel_,
                                 family_, rules_.vocabulary)
                          .strength;
    }
    return known->second;
  }

 private:
  std::string_view PathOf(int page) {
    std::string& path = paths_[static_cast<std::size_t>(page)];
    if (path.empty()) {
      const auto url = Url::Parse(look_.pages[static_cast<std::size_t>(page)].url);
      path = url ? url->Path() : "/";
    }
    return path;
  }

  const SiteLook& look_;
  const Rules& rules_;
  std::string channel_;
  std::string family_;
  std::vector<std::string> paths_;
  std::unordered_map<std::string, double> seen_;  // looked up only
};

}  // namespace

std::vector<Reach> ReachByScent(const SiteLook& look, const Rules& rules, const ClickGraph& graph,
                                const std::string& channel, const std::vector<WaySource>& sources) {
  EdgeScents scents(look, rules, channel);
  std::vector<double> strength(graph.edges.size());
  std::vector<bool> is_open(graph.edges.size());
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    strength[i] = scents.Of(graph.edges[i]);
    is_open[i] = strength[i] >= kScentThreshold;
  }
  const WayTree tree = CheapestWays(graph, sources, Direction::kBackward, &is_open);
  std::vector<Reach> rows;
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    if (!look.pages[i].is_read) continue;
    Reach row;
    row.page = static_cast<int>(i);
    row.target = channel;
    row.tier = Tier::kScent;
    if (tree.cost[i] != kUnreachable) {
      row.clicks = tree.cost[i].clicks;
      double weakest = 2;
      for (int at = row.page; tree.edge[static_cast<std::size_t>(at)] >= 0;) {
        const auto index = static_cast<std::size_t>(tree.edge[static_cast<std::size_t>(at)]);
        const ClickEdge& edge = graph.edges[index];
        if (at == row.page) row.first_link = edge.link;
        if (edge.link >= 0 && strength[index] < weakest) {
          weakest = strength[index];
          row.weakest_page = edge.from;
          row.weakest_link = edge.link;
        }
        at = edge.to;
      }
    }
    rows.push_back(row);
  }
  return rows;
}

}  // namespace klikpad
