// Which parts of a page can hold opening hours at all, told by a glance at its texts.

#pragma once

#include <vector>

#include "find/text/page_glance.h"
#include "model/page.h"

namespace klikpad {

// Blocks from `first` to `last`, both included.
struct HoursStretch {
  int first = 0;
  int last = 0;
};

// In order, none touching another. Opening hours that stand outside of them are none that
// FindHours would report: they have no two times, no day, and no word that says hours.
std::vector<HoursStretch> HoursStretches(const Page& page, const PageGlance& glance);

}  // namespace klikpad
