// Footer and navigation of pages that say nothing of them: old table layouts, plain paragraphs.

#pragma once

#include <vector>

#include "model/words.h"
#include "page/text_weight.h"
#include "page/tree.h"

namespace klikpad {

// The part around the last copyright line, when it stands near the end, and all that follows it.
void MarkTrailingFooter(const Tree& tree, const TextWeight& weight, std::vector<Region>& regions);

// The first row, cell, list or paragraph that is nothing but four or more short links.
void MarkLeadingNav(const Tree& tree, const TextWeight& weight, std::vector<Region>& regions);

}  // namespace klikpad
