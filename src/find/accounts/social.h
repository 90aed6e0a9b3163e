// Page → accounts on social networks: links, embeds, printed handles; and the accounts that the
// page names without showing them.

#pragma once

#include "find/text/page_glance.h"
#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

// Adds to `found.contacts` and `found.mentions`.
void FindSocial(const Page& page, const Rules& rules, const PageContext& context,
                const PageGlance& glance, Findings& found);
void FindSocial(const Page& page, const Rules& rules, const PageContext& context, Findings& found);

}  // namespace klikpad
