// Everything on a page that leads somewhere when it is clicked.

#pragma once

#include <vector>

#include "model/page.h"
#include "page/blocks.h"
#include "page/names.h"
#include "page/resolve.h"
#include "page/tree.h"

namespace klikpad {

// Links, areas, frames of a frameset (kind link: what they show is the page itself), buttons and
// other elements whose handler opens an address. In document order; a link that the tree builder
// had to split is one link.
std::vector<Link> FindLinks(const Tree& tree, const std::vector<std::uint8_t>& hidden,
                            const std::vector<Region>& regions, const Blocks& blocks,
                            const Names& names, const Resolver& resolver);

}  // namespace klikpad
