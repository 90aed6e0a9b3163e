// Apps that a page names without a link: smart banners, app links, structured data. Links to the
// shops of apps are found like links to accounts (find/accounts/points.h).

#pragma once

#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

// Adds mentions of all apps that the page's head and data name, and a contact for each that a
// phone's browser offers. Runs after FindSocial, whose points of channel `app` it completes with
// what the words near them say.
void FindApps(const Page& page, const Rules& rules, const PageContext& context, Findings& found);

// "apple:123456789", "google:nl.voorbeeld.app"; "" when `id` is no id of that shop.
std::string AppValue(std::string_view store, std::string_view id);

}  // namespace klikpad
