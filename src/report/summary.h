// Audit → a page of plain text for the terminal: what was seen, and the clicks to each channel.

#pragma once

#include <string>

#include "model/audit.h"

namespace klikpad {

// Lines of at most about 100 columns. What the site says is made harmless for a terminal.
std::string Summary(const Audit& audit);
// The same in colours (ECMA-48, SGR): problems, and what a finding came to.
std::string ColoredSummary(const Audit& audit);

}  // namespace klikpad
