// From the pages in the order in which the crawl met them to the finished look, in which nothing
// tells that order any more.

#pragma once

#include "model/site.h"
#include "rules/click_model.h"

namespace klikpad {

// The first page is where the crawl began; the look's start is where its redirects end. Pages are
// counted in clicks, sorted by clicks and address, and their indexes into each other follow.
// Answers to a search that are no page of hits are dropped: nothing leads to them.
SiteLook FinishLook(SiteLook look, const ClickModel& model);

}  // namespace klikpad
