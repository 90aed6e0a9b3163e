// Is this page a shell that scripts are to fill?

#pragma once

#include <cstdint>
#include <vector>

#include "model/page.h"
#include "page/tree.h"

namespace klikpad {

// True when there are scripts, little visible text and few links, and one of: an empty root element
// of an application, a noscript that asks for JavaScript, or next to nothing at all.
bool NeedsJavascript(const Tree& tree, const Page& page);

}  // namespace klikpad
