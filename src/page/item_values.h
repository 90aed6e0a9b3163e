// The value of a property element in microdata and RDFa.

#pragma once

#include <string>

#include "page/resolve.h"
#include "page/tree.h"

namespace klikpad {

// HTML §5.2.4 "values": content of meta, resolved src, href or data, value of data and meter,
// datetime of time, else the text. A content attribute wins everywhere, as sites use it and RDFa
// says.
std::string ItemValue(const Tree& tree, int node, const Resolver& resolver);

// Text content with white space collapsed, at most 2,000 bytes.
std::string TextContent(const Tree& tree, int node);

}  // namespace klikpad
