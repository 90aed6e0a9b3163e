// What of a tag decides how the tree is built, and what of it says nothing at all.

#pragma once

#include <cstdint>
#include <string_view>

#include "page/tag_attributes.h"

namespace klikpad {

// Shapes carry no words; their tags are left out, what stands in them (<title>) stays. `key` is of
// TagKey.
bool IsSvgShape(std::uint64_t key);
// How a drawing looks says nothing either, and Gumbo compares every attribute of a drawing's tags
// with 58 names.
bool IsSvgLook(std::string_view attribute);

// The only tags of which an attribute decides how the tree is built: a second <html> or <body> adds
// its own to the first, type and encoding have a say (HTML §13.2.6.4.9, 13.2.6.2), <font> in a
// drawing ends it by its attributes, and formatting elements are compared by theirs (§13.2.4.3),
// but for <a>, of which only one is ever open.
bool AreReadByTreeBuilder(std::uint64_t key);

// It can only be read as it is written.
bool IsPlainAttribute(const WrittenAttribute& attribute);

// Of a data: URL so much that one sees what it is; of all other values the whole.
std::string_view ShortValue(std::string_view value);

}  // namespace klikpad
