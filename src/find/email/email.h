// E-mail addresses: in mailto: and web mail links, in visible text, in structured data, and in the
// disguises that sites use against harvesters.

#pragma once

#include "find/text/page_glance.h"
#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

// Appends one contact an occurrence, channel email. Those that only a script shows have
// needs_javascript. An address that is the label of its own link is one occurrence.
void FindEmails(const Page& page, const Rules& rules, const PageContext& context,
                const PageGlance& glance, Findings& findings);
void FindEmails(const Page& page, const Rules& rules, const PageContext& context,
                Findings& findings);

}  // namespace klikpad
