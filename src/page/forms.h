// Forms with their fields, also those that stand outside or are torn out of them.

#pragma once

#include <cstdint>
#include <vector>

#include "model/page.h"
#include "page/blocks.h"
#include "page/names.h"
#include "page/resolve.h"
#include "page/tree.h"

namespace klikpad {

// A field belongs to the form of its form= attribute, else to the form around it, else (a form in a
// table is an empty element after parsing) to the form whose tags stand around it in the source.
std::vector<Form> FindForms(const Tree& tree, const std::vector<std::uint8_t>& hidden,
                            const std::vector<Region>& regions, const Blocks& blocks,
                            const Names& names, const Resolver& resolver, const std::string& url);

}  // namespace klikpad
