// Words of running text that may name an account: "@voorbeeld", "facebook.com/voorbeeld".

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "find/accounts/classify_link.h"

namespace klikpad {

struct HandleToken {
  std::size_t begin = 0, end = 0;  // with the @
};

// Runs of "@" and what a handle of any network may hold, not inside an e-mail address.
std::vector<HandleToken> HandleTokens(std::string_view text);

// True for what stands between a handle and the name of its network behind it: " op ", " (".
bool LeadsOn(std::string_view between);

// The account whose address that word is, with the punctuation around it.
std::optional<AccountLink> PrintedAddress(std::string_view word, const Networks& networks);

}  // namespace klikpad
