// What is hidden until a control of the page is pressed: the panels of tabs and accordions
// (WAI-ARIA Authoring Practices, "Accordion", "Tabs"; Bootstrap's data-bs-target).

#pragma once

#include "model/contact.h"
#include "model/page.h"

namespace klikpad {

// Sets `is_folded` of the hidden contacts that stand in such a panel.
void MarkFolded(const Page& page, Findings& found);

}  // namespace klikpad
