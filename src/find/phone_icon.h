// What a picture right before a number says of it: a receiver or a fax machine instead of a word.

#pragma once

#include <optional>
#include <string_view>

#include "model/page.h"
#include "rules/phones.h"

namespace klikpad {

// The label of the icon or image that stands before the number printed as `display` within `block`,
// with nothing written between them; nothing when there is none.
std::optional<PhoneLabel> IconLabel(const Page& page, int block, std::string_view display);

// The same of a link: an icon within it, or right before it.
std::optional<PhoneLabel> IconOfLink(const Page& page, const Link& link);

}  // namespace klikpad
