// What a page is for: contact, customer service, news item, terms … told from what the page calls
// itself, its address, its structured data and its body. A role needs more than one weak sign.

#pragma once

#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

// Fills `findings.roles`, in the order of Role. Reads `findings.forms` (a contact form makes a page
// a form page) and `findings.contacts` (several social accounts make it a social page), so it runs
// after their detectors.
void FindRoles(const Page& page, const Rules& rules, const PageContext& context,
               Findings& findings);

}  // namespace klikpad
