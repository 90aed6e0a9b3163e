// Addresses as a crawler compares them: without fragment, tracking parameters and session numbers.

#pragma once

#include <string>
#include <vector>

#include "base/url.h"

namespace klikpad {

// An http or https URL without the query parameters, and the ";name=value" of path segments, whose
// names one of `patterns` names. A pattern is a name, a beginning followed by "*", or a name
// followed by "=#": only where its value looks like a session number (16 letters and digits or
// more, three of them digits). ASCII case does not matter. ASP.NET's session in the path,
// "/(S(…))/", goes too. The others stay as they are written, in their order. Other URLs come back
// unchanged.
Url StripTracking(const Url& url, const std::vector<std::string>& patterns);

// One text for all spellings of one page: StripTracking, then without fragment and empty query.
std::string CrawlKey(const Url& url, const std::vector<std::string>& patterns);

}  // namespace klikpad
