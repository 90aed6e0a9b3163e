// Addresses that are spelt out so that only people read them: "info [at] firma [dot] nl".

#pragma once

#include <string_view>
#include <vector>

#include "find/email_address.h"
#include "rules/emails.h"

namespace klikpad {

// "info [at] firma [dot] nl", "info apenstaartje firma punt nl"; not "meet us at firma.nl".
std::vector<SeenEmail> FindDisguisedEmails(std::string_view text, const EmailFacts& facts);

}  // namespace klikpad
