// Host → does it belong to a network, and do accounts live there.

#pragma once

#include <string>
#include <string_view>

#include "rules/networks.h"

namespace klikpad {

struct HostMatch {
  bool is_known = false;  // one of the network's hosts or a subdomain
  bool has_accounts = false;
  std::string kind;  // when it has none: "script", "vendor_site" …
};

HostMatch MatchHost(std::string_view host, const Network& network, const Networks& networks);

}  // namespace klikpad
