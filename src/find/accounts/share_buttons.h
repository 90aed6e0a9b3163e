// Buttons that pass a page on and are no links to a network: elements that a script fills or whose
// press it answers, told by their classes, attributes or words (rules/share-buttons.yaml).

#pragma once

#include <vector>

#include "find/text/page_glance.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

// One of each channel to which none of `known` shares, all with the use "share". The channel is
// "share" where no network is named.
std::vector<ContactPoint> FindShareButtons(const Page& page, const Rules& rules,
                                           const PageGlance& glance,
                                           const std::vector<ContactPoint>& known);

}  // namespace klikpad
