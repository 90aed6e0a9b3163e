// Checks what a user put into FetchOptions.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fetch/curl_fetcher.h"

namespace klikpad {

// "HOST1:PORT1:HOST2:PORT2" as curl has it, IPv6 in brackets; each part may be
// empty, which means "any" on the left and "the same" on the right.
bool IsConnectTo(std::string_view text);
// The addresses that such entries lead to: HOST2 without brackets, both loopbacks for localhost.
std::vector<std::string> AddressesOf(const std::vector<std::string>& connect_to);
// "Name: value" on one line, the name a token (RFC 9110 §5.6.2).
bool IsHeaderLine(std::string_view text);

// An error that names the option's value.
Result<void> CheckFetchOptions(const FetchOptions& options);

}  // namespace klikpad
