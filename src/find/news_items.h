// Tells a single news item, article or blog post from lists of them and from other pages.

#pragma once

#include <string>
#include <vector>

#include "model/page.h"
#include "rules/vocabulary.h"

namespace klikpad {

// The signs that the page is one item, in words; empty when they do not suffice. `segments` are
// those of the page's address.
std::vector<std::string> NewsItemSigns(const Page& page, const std::vector<std::string>& segments,
                                       const Vocabulary& vocabulary);

}  // namespace klikpad
