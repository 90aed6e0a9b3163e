// Links to the brand's community or forum, where customers answer each other.

#pragma once

#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

void FindCommunities(const Page& page, const Rules& rules, const PageContext& context,
                     Findings& found);

}  // namespace klikpad
