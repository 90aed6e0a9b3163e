// Asking the site's own search, once a channel, after its links are known.

#pragma once

#include <vector>

#include "crawl/crawl_state.h"

namespace klikpad {

// Requests that are kept for the search, so that a large site does not use them up.
int KeptForSearch(const CrawlState& state);
// Chooses the form and gives the answers of the search that have not been read yet, as a level.
std::vector<int> AskSearch(CrawlState& state);
// What the searches led to, once they have been crawled.
void CheckSearches(CrawlState& state);

}  // namespace klikpad
