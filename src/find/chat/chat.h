// Live chat on a page: which vendor, in which state, and what opens it.

#pragma once

#include "find/text/page_glance.h"
#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

// Adds contact points of the channel `chat`, and of the channel of a vendor that is no chat (`form`
// for a help desk widget, `callback`, `whatsapp`, the dead `facebook-chat`). The value is the
// vendor's id, "unknown" for a visible chat button without a vendor. States: visible (a button or
// link, or a frame in the page), facade, needs-consent, off (kept hidden, or the service ended),
// script (only loaded). A page of pure HTML can prove a chat, never its absence.
void FindChat(const Page& page, const Rules& rules, const PageContext& context,
              const PageGlance& glance, Findings& findings);
void FindChat(const Page& page, const Rules& rules, const PageContext& context, Findings& findings);

}  // namespace klikpad
