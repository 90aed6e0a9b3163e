// To which part of the page each node belongs: header, nav, main, footer or aside.

#pragma once

#include <cstdint>
#include <vector>

#include "model/words.h"
#include "page/tree.h"

namespace klikpad {

// By landmark roles and elements (HTML-AAM §3.5: a header or footer within article, aside, main,
// nav or section is none of the page's), else by the words of id and class, else, on pages without
// any, by where the copyright line and the first list of links stand. Nested: all within a footer
// is footer; a nav within header, main or aside is nav; main within anything is main again.
std::vector<Region> FindRegions(const Tree& tree, const std::vector<std::uint8_t>& hidden);

}  // namespace klikpad
