// Opening hours of a page by channel: from its text, tables and lists, and from its structured
// data.

#pragma once

#include "find/text/page_glance.h"
#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

// Appends to `findings.hours` a row for each channel, weekday and span, in the order of the page.
// Reads `findings.contacts`, which tell whose hours stand beside a number: runs after their
// detectors.
void FindHours(const Page& page, const Rules& rules, const PageContext& context,
               const PageGlance& glance, Findings& findings);
void FindHours(const Page& page, const Rules& rules, const PageContext& context,
               Findings& findings);

}  // namespace klikpad
