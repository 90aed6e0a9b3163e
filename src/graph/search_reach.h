// Ways that use the site's own search: one step from every page that carries the form to the answer
// for the channel. They stand beside the ways by links alone and never take their place.

#pragma once

#include <string>
#include <vector>

#include "graph/click_graph.h"
#include "model/audit.h"
#include "model/site.h"
#include "rules/click_model.h"

namespace klikpad {

// The answer of the site's search for that channel, null when there is none.
const SearchTry* SearchFor(const SiteLook& look, const std::string& channel);

// `graph` and the search for that channel.
ClickGraph WithSearch(const SiteLook& look, const ClickModel& model, ClickGraph graph,
                      const std::string& channel);

// Rows with search for the pages where it makes the way shorter or is the only one. `sources` are
// the pages that show the channel, as for the rows without.
std::vector<Reach> ReachBySearch(const SiteLook& look, const ClickModel& model,
                                 const ClickGraph& graph, const std::string& channel,
                                 std::vector<WaySource> sources);

}  // namespace klikpad
