// Handles and addresses of accounts that a page prints instead of linking: "stel je vraag via
// Twitter
// (@voorbeeld)", "facebook.com/voorbeeld". A handle counts only beside the name of its network.

#pragma once

#include <vector>

#include "find/text/page_glance.h"
#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

std::vector<ContactPoint> FindPrintedHandles(const Page& page, const Rules& rules,
                                             const PageContext& context, const PageGlance& glance,
                                             bool messengers);

}  // namespace klikpad
