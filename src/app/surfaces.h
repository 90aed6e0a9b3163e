// Putting the pages of another surface (an app, a store listing) into the look at a site, so that
// one click graph holds them all.

#pragma once

#include <vector>

#include "model/brand.h"
#include "model/contact.h"
#include "model/site.h"

namespace klikpad {

// `pages` link to each other by their own indexes; `starts` are such indexes. Web addresses among
// their links lead to the pages of the site that were read. Ways lead from here to the site, never
// the other way: a visitor of the site stays on it.
void AddSurface(SiteLook& look, std::vector<SitePage> pages, const std::vector<int>& starts);

// An account or number that the brand shows in its own app or store listing is the brand's wherever
// it stands.
void LearnOwners(SiteLook& look);

}  // namespace klikpad
