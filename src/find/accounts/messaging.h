// Page → messengers: WhatsApp, Messenger, Telegram, Signal, Apple Messages, Viber, Line, text
// messages, and dead Skype, by their links and printed handles.

#pragma once

#include "find/text/page_glance.h"
#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

// Adds to `found.contacts`.
void FindMessaging(const Page& page, const Rules& rules, const PageContext& context,
                   const PageGlance& glance, Findings& found);
void FindMessaging(const Page& page, const Rules& rules, const PageContext& context,
                   Findings& found);

}  // namespace klikpad
