// Addresses that are spelt out so that only people read them: "info [at] firma [dot] nl".

#pragma once

#include <string_view>
#include <vector>

#include "find/email/address.h"
#include "rules/emails.h"

namespace klikpad {

// "info [at] firma [dot] nl", "info apenstaartje firma punt nl"; not "meet us at firma.nl".
std::vector<SeenEmail> FindDisguisedEmails(std::string_view text, const EmailFacts& facts);

// The address without a word in capitals that was put into it for robots ("infoNOSPAM@firma.nl"),
// nothing when there is none. `written` is the address as it stands on the page.
std::optional<std::string> WithoutDecoy(std::string_view written, const EmailFacts& facts);

}  // namespace klikpad
