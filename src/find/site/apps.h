// The apps that a site names, each once: from links, smart banners, data and well-known files.

#pragma once

#include <vector>

#include "find/site/account_owner.h"
#include "model/site.h"

namespace klikpad {

// By store and id. Whose an app is that no link leads to is decided by the same signs.
std::vector<SiteApp> CollectApps(const SiteLook& look, const AccountSigns& signs);

}  // namespace klikpad
