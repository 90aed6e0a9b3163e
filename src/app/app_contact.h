// What a tester's word for a contact on a screen of the app means.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/app_walk.h"
#include "model/brand.h"
#include "model/contact.h"
#include "rules/rules.h"

namespace klikpad {

// phone, fax, sms
bool IsDialled(const std::string& channel);
// The words of the item on the screen.
std::string WordsOf(const AppItem& item);

// The contact of an item of kind kContact; nothing when it is no such contact. `seen` is what the
// detectors found in that line, `page` the screen's address.
std::optional<ContactPoint> ReadAppContact(const AppItem& item,
                                           const std::vector<ContactPoint>& seen,
                                           const std::string& page, const Rules& rules,
                                           const PageContext& context);

}  // namespace klikpad
