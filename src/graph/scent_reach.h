// The second tier: reach over links alone whose wording would make a sensible visitor follow them.

#pragma once

#include <string>
#include <vector>

#include "graph/click_graph.h"
#include "graph/scent.h"
#include "model/audit.h"
#include "rules/rules.h"

namespace klikpad {

// The links of a look as one who follows scents reads them. Menus repeat the same links on every
// page, so each wording is looked up once, for all channels.
class ScentedLinks {
 public:
  ScentedLinks(const SiteLook& look, const Rules& rules, const ClickGraph& graph);

  // By edge of the graph, for one who looks for `channel`; 1 for redirects and what opens by
  // itself.
  std::vector<double> Strengths(const std::string& channel) const;

 private:
  const Rules& rules_;
  std::vector<ScentWords> wordings_;
  std::vector<int> wording_of_;  // by edge, -1 for what no words lead through
};

// One row for every page that was read. `sources` are the pages that carry the channel, `strengths`
// those of the channel's edges.
std::vector<Reach> ReachByScent(const SiteLook& look, const ClickGraph& graph,
                                const std::vector<double>& strengths, const std::string& channel,
                                const std::vector<WaySource>& sources);

}  // namespace klikpad
