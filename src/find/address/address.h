// Postal and visiting addresses: printed in text, and said in structured data (schema.org
// PostalAddress).

#pragma once

#include "find/text/page_glance.h"
#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

void FindAddresses(const Page& page, const Rules& rules, const PageContext& context,
                   const PageGlance& glance, Findings& found);
void FindAddresses(const Page& page, const Rules& rules, const PageContext& context,
                   Findings& found);

}  // namespace klikpad
