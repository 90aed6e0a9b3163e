// What stands in other people's words: quotations (HTML, section 4.4.4) and reviews.

#pragma once

#include "model/contact.h"
#include "model/page.h"

namespace klikpad {

// Sets `is_quoted` of the contacts that stand in them.
void MarkQuoted(const Page& page, Findings& found);

}  // namespace klikpad
