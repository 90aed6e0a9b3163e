// How completely the site's own search was tried.

#pragma once

#include "model/audit.h"
#include "model/site.h"
#include "rules/vocabulary.h"

namespace klikpad {

// Complete when every channel that was asked for has an answer that was read with its hits; and
// when the site was seen whole and nothing on it promises a search.
Coverage MeasureSearch(const SiteLook& look, bool site_is_whole, const Vocabulary& vocabulary);

}  // namespace klikpad
