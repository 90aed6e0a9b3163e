// Links that show nothing at all: left over where an editor deleted the words.

#pragma once

#include "model/page.h"

namespace klikpad {

// True when a link holds no words and no picture, and nothing by which a style sheet could paint
// it: no visitor ever sees or clicks it.
bool IsEmptyLink(const Page& page, const Link& link);

}  // namespace klikpad
