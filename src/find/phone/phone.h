// Phone and fax numbers and numbers for text messages: in tel:, callto: and sms: links, in visible
// text, and in structured data.

#pragma once

#include "find/text/page_glance.h"
#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

// Appends one contact an occurrence, channel phone, fax or sms (WhatsApp numbers in text:
// whatsapp). A number that is printed as the label of its own link is one occurrence. The cost is
// bounded by counting, so that the same page always gives the same contacts.
void FindPhones(const Page& page, const Rules& rules, const PageContext& context,
                const PageGlance& glance, Findings& findings);
void FindPhones(const Page& page, const Rules& rules, const PageContext& context,
                Findings& findings);

}  // namespace klikpad
