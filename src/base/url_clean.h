// Addresses as a crawler compares them: without fragment, tracking parameters and session numbers.

#pragma once

#include <string>
#include <vector>

#include "base/url.h"

namespace klikpad {

// An http or https URL without the query parameters, and the ";name=value" of path segments, whose
// names one of `patterns` names. A pattern is a name, or a beginning followed by "*"; ASCII case
// does not matter. The others stay as they are written, in their order. Other URLs come back
// unchanged.
Url StripTracking(const Url& url, const std::vector<std::string>& patterns);

// One text for all spellings of one page: StripTracking, then without fragment and empty query.
std::string CrawlKey(const Url& url, const std::vector<std::string>& patterns);

}  // namespace klikpad
