// Whose a phone number, e-mail address, form or chat is. On the brand's own site it is the brand's,
// unless all its places say otherwise.

#pragma once

#include <string>
#include <vector>

#include "find/account_owner.h"

namespace klikpad {

OwnerVerdict DecideDirect(const std::string& channel, const std::string& value,
                          const std::vector<Occurrence>& occurrences, const Brand& brand,
                          const BrandNames& names, const Rules& rules);

}  // namespace klikpad
