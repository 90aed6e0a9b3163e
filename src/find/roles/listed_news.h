// News items that only their list shows to be such: the page of news links to them, and they or
// their links bear a date.

#pragma once

#include "model/site.h"
#include "rules/rules.h"

namespace klikpad {

// Adds the role news-item to pages of the look that have none yet and that a page of news lists.
void MarkListedNews(SiteLook& look, const Rules& rules);

}  // namespace klikpad
