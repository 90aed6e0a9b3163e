// Links and buttons that ask the brand to call back. Forms that do are found in
// find/forms/forms.cpp.

#pragma once

#include "find/text/page_glance.h"
#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

void FindCallbackLinks(const Page& page, const Rules& rules, const PageContext& context,
                       const PageGlance& glance, Findings& found);
void FindCallbackLinks(const Page& page, const Rules& rules, const PageContext& context,
                       Findings& found);

}  // namespace klikpad
