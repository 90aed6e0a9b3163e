// What is still to be done once the page with a contact is reached.

#pragma once

#include "graph/click_graph.h"
#include "model/contact.h"
#include "rules/click_model.h"

namespace klikpad {

// A number or address that is printed needs no click, even where a link lies under it; a link that
// only names the channel, a button and a chat need one.
bool NeedsClick(const ContactPoint& point);

// Nothing when the point cannot be seen by a visitor (structured data, hidden text).
std::optional<WayCost> OpeningCost(const ContactPoint& point, const ClickModel& model);

}  // namespace klikpad
