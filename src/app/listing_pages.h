// A store listing as a page of the look: what a customer meets who begins in the store.

#pragma once

#include <vector>

#include "model/brand.h"
#include "model/listing.h"
#include "model/site.h"
#include "rules/rules.h"

namespace klikpad {

// The listing as a page of surface `store`: its links, and all contacts in it. Behind it, holes for
// its links to the brand's own hosts that `look` does not know.
std::vector<SitePage> ListingPages(const Listing& listing, const SiteLook& look, const Brand& brand,
                                   const Rules& rules);

}  // namespace klikpad
