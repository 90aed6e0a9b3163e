// Tables of hours with a column a day: "Mo | Di | Mi" above "8-12 | 8-12 | geschlossen". Read line
// by line, the last day would get all times.

#pragma once

#include <vector>

#include "find/text/page_glance.h"
#include "model/page.h"
#include "rules/hours_words.h"

namespace klikpad {

struct HoursColumnCell {
  int day = -1;   // block that names the day, in the first row
  int cell = -1;  // block with times below it
};

// In the order of the cells.
std::vector<HoursColumnCell> HoursColumns(const Page& page, const PageGlance& glance,
                                          const HoursLexicon& lexicon);

}  // namespace klikpad
