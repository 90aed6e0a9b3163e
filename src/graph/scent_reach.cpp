// Reach by scent.

#include "graph/scent_reach.h"

#include <map>
#include <string_view>
#include <unordered_map>

#include "base/url.h"

namespace klikpad {

ScentedLinks::ScentedLinks(const SiteLook& look, const Rules& rules, const ClickGraph& graph)
    : rules_(rules) {
  // Looked up only. A menu's labels are the same bytes on every page: where they stand in memory is
  // looked up first.
  std::unordered_map<std::string, int> known;
  std::map<std::string, std::unordered_map<const char*, int>> known_labels;  // by language
  std::string key;
  wording_of_.reserve(graph.edges.size());
  for (const ClickEdge& edge : graph.edges) {
    if (edge.link < 0 || edge.kind == StepKind::kRefresh) {
      wording_of_.push_back(-1);
      continue;
    }
    const SitePage& from = look.pages[static_cast<std::size_t>(edge.from)];
    const SiteLink& link = from.links[static_cast<std::size_t>(edge.link)];
    auto& labels = known_labels[from.lang];
    const auto same = labels.find(link.label.View().data());
    if (same != labels.end()) {
      wording_of_.push_back(same->second);
      continue;
    }
    key.assign(from.lang).append(1, '\x1f').append(link.label);
    // Heading and address are read only where the label says nothing.
    const bool has_words = !SplitWords(link.label).empty();
    if (!has_words) {
      key.append(1, '\x1f').append(link.context).append(1, '\x1f').append(std::to_string(edge.to));
    }
    const auto [at, is_new] = known.emplace(key, static_cast<int>(wordings_.size()));
    if (is_new) {
      std::string path = "/";
      if (!has_words) {
        const auto url = Url::Parse(look.pages[static_cast<std::size_t>(edge.to)].url);
        if (url) path = url->Path();
      }
      wordings_.push_back(ReadScent({link.label, link.context, path, from.lang}, rules.vocabulary));
    }
    if (has_words) labels.emplace(link.label.View().data(), at->second);
    wording_of_.push_back(at->second);
  }
}

Strengths ScentedLinks::For(const std::string& channel) const {
  const ChannelInfo* info = rules_.channels.Find(channel);
  const std::string_view family = info ? std::string_view(info->family) : "";
  std::vector<double> of_wording;
  of_wording.reserve(wordings_.size());
  for (const ScentWords& words : wordings_) {
    of_wording.push_back(ScentStrength(words, channel, family, rules_.vocabulary));
  }
  return {std::move(of_wording), wording_of_};
}

std::vector<Reach> ReachByScent(const SiteLook& look, const ClickGraph& graph,
                                const Strengths& strengths, const std::string& channel,
                                const std::vector<WaySource>& sources) {
  const auto is_open = [&](std::size_t edge) { return strengths[edge] >= kScentThreshold; };
  const WayTree tree = CheapestWays(graph, sources, Direction::kBackward, is_open);
  const SharedText target = channel;
  std::vector<Reach> rows;
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    if (!look.pages[i].is_read) continue;
    Reach row;
    row.page = static_cast<int>(i);
    row.target = target;
    row.tier = Tier::kScent;
    if (tree.cost[i] != kUnreachable) {
      row.clicks = tree.cost[i].clicks;
      double weakest = 2;
      for (int at = row.page; tree.edge[static_cast<std::size_t>(at)] >= 0;) {
        const auto index = static_cast<std::size_t>(tree.edge[static_cast<std::size_t>(at)]);
        const ClickEdge& edge = graph.edges[index];
        if (at == row.page) row.first_link = edge.link;
        if (edge.link >= 0 && strengths[index] < weakest) {
          weakest = strengths[index];
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
