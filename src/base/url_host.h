// The host parser of the WHATWG URL Standard (§3.5): domains, IP addresses and opaque hosts.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace klikpad {

// The serialised host, nothing on failure. `is_special`: a domain or an IP address is wanted, as
// after http:; otherwise anything without forbidden characters passes ("opaque host"). `text` is
// valid UTF-8.
std::optional<std::string> ParseHost(std::string_view text, bool is_special);

}  // namespace klikpad
