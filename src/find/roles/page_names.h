// What a page calls itself and what its site calls it: parts of the title, first headings, the last
// item of the breadcrumb, the menu's own name for it.

#pragma once

#include <string>
#include <vector>

#include "model/brand.h"
#include "model/page.h"

namespace klikpad {

struct PageName {
  std::string text;
  std::string source;  // "title", "heading", "breadcrumb", "menu"
  // False for words that may name the section or site instead: later parts of a title, lesser
  // headings.
  bool is_own = true;
};

// The words of the brand's name in lower case without accents: from the brand, the host and
// og:site_name.
std::vector<std::string> BrandWords(const Page& page, const PageContext& context);

// In the order: headings, breadcrumb, menu, title. At most 16.
std::vector<PageName> PageNames(const Page& page, const std::vector<std::string>& brand_words);

// "Contact - Shop | Brand" → {"Contact", "Shop", "Brand"}: parted at bars, bullets, colons before a
// space, and dashes between spaces.
std::vector<std::string> TitleParts(const std::string& title);

}  // namespace klikpad
