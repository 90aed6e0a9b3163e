// The second tier: reach over links alone whose wording would make a sensible visitor follow them.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "graph/click_graph.h"
#include "graph/scent.h"
#include "model/audit.h"
#include "rules/rules.h"

namespace klikpad {

// How strongly each link of a look smells of one channel.
class Strengths {
 public:
  Strengths(std::vector<double> of_wording, const std::vector<int>& wording_of)
      : of_wording_(std::move(of_wording)), wording_of_(wording_of) {}
  // By edge of the graph; 1 for redirects and what opens by itself.
  double operator[](std::size_t edge) const {
    const int wording = wording_of_[edge];
    return wording < 0 ? 1 : of_wording_[static_cast<std::size_t>(wording)];
  }

 private:
  std::vector<double> of_wording_;
  const std::vector<int>& wording_of_;
};

// The links of a look as one who follows scents reads them. Menus repeat the same links on every
// page, so each wording is looked up once, for all channels.
class ScentedLinks {
 public:
  ScentedLinks(const SiteLook& look, const Rules& rules, const ClickGraph& graph);

  // For one who looks for `channel`; good as long as this is.
  Strengths For(const std::string& channel) const;

 private:
  const Rules& rules_;
  std::vector<ScentWords> wordings_;
  std::vector<int> wording_of_;  // by edge, -1 for what no words lead through
};

// One row for every page that was read. `sources` are the pages that carry the channel, `strengths`
// those of the channel's edges.
std::vector<Reach> ReachByScent(const SiteLook& look, const ClickGraph& graph,
                                const Strengths& strengths, const std::string& channel,
                                const std::vector<WaySource>& sources);

}  // namespace klikpad
