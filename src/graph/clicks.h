// Clicks on the finished graph: a page's clicks are the fewest from the start, whatever the order
// in which pages were found. Redirects and meta refreshes cost nothing.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/audit.h"
#include "model/site.h"
#include "rules/rules.h"

namespace klikpad {

// Sets SitePage::clicks of every page.
void CountClicks(SiteLook& look, const ClickModel& model);

// Clicks of the nearest page that should have been read and was not; nothing without such a hole.
std::optional<int> NearestHole(const SiteLook& look);

// From every page that was read to each of `channels` (own contact points of use contact or follow)
// and `roles`; and, for channels where there are such contact points, to those where a human, or
// perhaps a human, answers.
std::vector<Reach> ComputeReach(const SiteLook& look, const Rules& rules,
                                const std::vector<std::string>& channels,
                                const std::vector<Role>& roles);

// The shortest way from the start to each contact, with its steps; behind it the one that uses the
// site's search, where that is shorter or the only one.
std::vector<Route> FindRoutes(const SiteLook& look, const Rules& rules,
                              const std::vector<Contact>& contacts);

}  // namespace klikpad
