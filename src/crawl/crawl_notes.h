// What a crawl says of itself in the coverage: what it left out on purpose, how it was asked to go,
// and what stood in its way.

#pragma once

#include <string>
#include <vector>

#include "crawl/crawl_state.h"
#include "crawl/robots_gate.h"

namespace klikpad {

// Sorted; none of them depends on time.
std::vector<std::string> CrawlNotes(const CrawlState& state, const RobotsGate& robots);

// What a reader must know before anything else: walls, and certificates that nobody trusts.
std::vector<std::string> CrawlProblems(const CrawlState& state);

}  // namespace klikpad
