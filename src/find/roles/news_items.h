// Tells a single news item, article or blog post from lists of them and from other pages.

#pragma once

#include <string>
#include <vector>

#include "model/page.h"
#include "rules/vocabulary.h"

namespace klikpad {

// The signs that a page is one item, in words, and their weight.
struct NewsSigns {
  std::vector<std::string> why;
  int points = 0;
};
inline constexpr int kNewsPoints = 2;  // from here on they suffice

// `segments` are those of the page's address.
NewsSigns ReadNewsSigns(const Page& page, const std::vector<std::string>& segments,
                        const Vocabulary& vocabulary);

}  // namespace klikpad
