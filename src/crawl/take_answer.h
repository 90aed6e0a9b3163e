// What an answer makes of a page, and which pages it leads to.

#pragma once

#include "crawl/crawl_state.h"
#include "crawl/page_digest.h"
#include "model/exchange.h"

namespace klikpad {

// The answer for the page of that number; to be called in the order of the queue. `exchange` needs
// no body any more.
void TakeAnswer(CrawlState& state, int number, const Exchange& exchange, PageDigest digest,
                Frontier& frontier);

}  // namespace klikpad
