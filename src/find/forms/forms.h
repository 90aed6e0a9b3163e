// The forms of a page: what each is for, and those that reach a human of the brand.

#pragma once

#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

// Fills Findings::forms, one for each of Page::forms in order, and adds contact points: channel
// `form` for contact forms (also those of other services that the page embeds or links to, where
// its words say contact) and `callback` where a call back is promised. A form's value is the
// address that receives it, or the page's own with "#form".
void FindForms(const Page& page, const Rules& rules, const PageContext& context,
               Findings& findings);

}  // namespace klikpad
