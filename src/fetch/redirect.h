// Redirects (RFC 9110 §15.4): which statuses lead on, and where to.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/url.h"

namespace klikpad {

// 301, 302, 303, 307 and 308.
bool IsRedirectStatus(int status);

// The Location header as an address, as browsers read it: resolved against the address that sent
// it, octets that are no UTF-8 escaped. Of any scheme; nothing when it is no address.
std::optional<Url> ResolveLocation(std::string_view location, const Url& from);

}  // namespace klikpad
