// The index over the marks of all chat vendors.

#pragma once

#include <string>

#include "rules/vendors.h"

namespace klikpad {

// What is looked for in scripts; the rest of a pattern is checked where it was found.
std::string SearchText(const VendorMark& mark);

// Fills the index of `vendors` from its marks and wordings.
void IndexMarks(Vendors& vendors);

}  // namespace klikpad
