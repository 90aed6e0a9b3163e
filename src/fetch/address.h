// Which network addresses belong to the public internet.

#pragma once

#include <string_view>

namespace klikpad {

// False for loopback, private, link-local, multicast, documentation and other special addresses of
// the registries RFC 6890 set up, and for text that is no address. IPv6 without brackets; an IPv4
// address inside an IPv6 one (mapped, NAT64) counts as itself.
bool IsPublicAddress(std::string_view address);

}  // namespace klikpad
