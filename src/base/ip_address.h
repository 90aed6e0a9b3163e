// IPv4 and IPv6 addresses as hosts write them, after the WHATWG URL Standard §3.5 and §3.6.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace klikpad {

// The "ends in a number checker": such a host is an IPv4 address or a failure, never a domain.
bool EndsInNumber(std::string_view host);
// "0x7f.1" → 0x7F000001: one to four parts, decimal, octal (leading 0) or hexadecimal (0x).
std::optional<std::uint32_t> ParseIpv4(std::string_view host);
// "127.0.0.1".
std::string FormatIpv4(std::uint32_t address);
// The text between the brackets → its shortest form ("::1", RFC 5952 §4), without brackets.
std::optional<std::string> NormaliseIpv6(std::string_view text);

}  // namespace klikpad
