// Clicks on the finished graph: a page's clicks are the fewest from the start, whatever the order
// in which pages were found. Redirects and meta refreshes cost nothing.

#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "model/audit.h"
#include "model/site.h"
#include "rules/rules.h"

namespace klikpad {

// Sets SitePage::clicks of every page: from the start of its own surface, the nearest one where a
// surface has several.
void CountClicks(SiteLook& look, const ClickModel& model);

// Clicks of the nearest page of that surface that should have been read and was not; nothing
// without such a hole. Where a surface leads to the site, the site's holes count at no distance.
std::optional<int> NearestHole(const SiteLook& look, Surface surface);

// From every page that was read to each of `channels` (own contact points of use contact or follow)
// and `roles`; and, for channels where there are such contact points, to those where a human, or
// perhaps a human, answers.
std::deque<Reach> ComputeReach(const SiteLook& look, const Rules& rules,
                               const std::vector<std::string>& channels,
                               const std::vector<Role>& roles);

// The shortest way from the start to each contact, with its steps; behind it the one that uses the
// site's search, where that is shorter or the only one. Then, for each start beside the site's, the
// shortest way from there to each contact of the brand.
std::vector<Route> FindRoutes(const SiteLook& look, const Rules& rules,
                              const std::vector<Contact>& contacts);

}  // namespace klikpad
