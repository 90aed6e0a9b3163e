// Structured data as a flat list of objects with a type, whatever graph or nesting they came in.

#pragma once

#include <string_view>
#include <vector>

#include "base/json.h"
#include "model/page.h"

namespace klikpad {

// Every object with an "@type", nested ones after the object that holds them; at most 2,000 of a
// page. The pointers live as long as the page.
std::vector<const Json*> DataItems(const Page& page);
// The same for one value.
std::vector<const Json*> DataItemsOf(const Json& value);
// The objects that stand by themselves: an item of the page, or a member of its "@graph".
std::vector<const Json*> TopDataItems(const Page& page);

// "@type" is, or lists, `type`, with or without "https://schema.org/".
bool HasType(const Json& item, std::string_view type);
// The types of an item without "https://schema.org/".
std::vector<std::string_view> TypesOf(const Json& item);

}  // namespace klikpad
