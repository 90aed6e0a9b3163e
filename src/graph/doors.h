// Links by which whoever looks for contact leaves the site: a help desk at a vendor, the service
// pages of a sister company. Nobody has looked behind them, so that nothing may be said to be
// absent.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/page_roles.h"
#include "model/site.h"
#include "rules/rules.h"

namespace klikpad {

// One address off the site.
struct Door {
  std::string url;
  std::string text;           // one sentence: where it was met and that it was not looked at
  std::set<Role> roles;       // as far as the words of the link tell
  std::optional<int> clicks;  // fewest to what stands behind it
};

// By clicks, then address; one a host. A door is a link of the frame or of a page where customers
// look for help whose whole label promises contact ("Contact", "Klantenservice"), or an address of
// the site that does so and redirects away. Networks, messengers and shops of apps are none: what
// leads there is a contact or an app of its own. Clicks must have been counted.
std::vector<Door> FindDoors(const SiteLook& look, const Rules& rules);

}  // namespace klikpad
