// Page → contact points, opening hours, form kinds and roles. One detector a file, the files of a
// channel in a folder; this one calls them.

#pragma once

#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

// Pure: the same page, rules and context give the same findings.
Findings FindAll(const Page& page, const Rules& rules, const PageContext& context);

}  // namespace klikpad
