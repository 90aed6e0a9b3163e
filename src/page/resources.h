// What a page loads and embeds.

#pragma once

#include <cstdint>
#include <vector>

#include "model/page.h"
#include "page/resolve.h"
#include "page/tree.h"

namespace klikpad {

std::vector<Resource> FindResources(const Tree& tree, const std::vector<std::uint8_t>& hidden,
                                    const Resolver& resolver);

}  // namespace klikpad
