// Soft 404s: hosts that answer 200 for what is not there. Each host is asked once for an address
// that cannot exist; pages that say the same as its answer are none.

#pragma once

#include "crawl/crawl_state.h"
#include "crawl/robots_gate.h"
#include "fetch/fetcher.h"

namespace klikpad {

// "https://a.example/klikpad-0123456789abcdef": of a host always the same, so that an archive of a
// run answers it too.
std::string MissingAddress(const std::string& origin);

// Asks and marks (SitePage::is_missing). `robots` is null when robots.txt is not obeyed. Home pages
// and pages that scripts fill are never marked.
void MarkMissing(CrawlState& state, RobotsGate* robots, Fetcher& fetcher);

}  // namespace klikpad
