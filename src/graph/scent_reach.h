// The second tier: reach over links alone whose wording would make a sensible visitor follow them.

#pragma once

#include <string>
#include <vector>

#include "graph/click_graph.h"
#include "model/audit.h"
#include "rules/rules.h"

namespace klikpad {

// One row for every page that was read. `sources` are the pages that carry the channel.
std::vector<Reach> ReachByScent(const SiteLook& look, const Rules& rules, const ClickGraph& graph,
                                const std::string& channel, const std::vector<WaySource>& sources);

}  // namespace klikpad
