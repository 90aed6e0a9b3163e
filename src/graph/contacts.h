// From occurrences on pages to contacts of the brand: one entry for each channel and value, with
// its clicks and all its places.

#pragma once

#include <vector>

#include "model/audit.h"
#include "model/site.h"
#include "rules/rules.h"

namespace klikpad {

// Occurrences to contact and to follow are one contact (the stronger use names it); shares and
// content stay apart, so that no share button counts as a way to the brand. Clicks must have been
// counted; a contact's are those from the home page, nothing for what stands in the app alone.
// Sorted by channel (in the catalogue's order), use, clicks and value.
std::vector<Contact> CollectContacts(const SiteLook& look, const Rules& rules);

}  // namespace klikpad
