// Host names: registrable domains by the Public Suffix List (https://publicsuffix.org), and IDNA.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace klikpad {

// "www.shop.example.co.uk" → "example.co.uk"; the host itself for IP addresses, single labels and
// public suffixes. Expects a lower-case ASCII host as Url::Host() gives it.
std::string RegistrableDomain(std::string_view host);

// The registrable domain without its public suffix: "example.co.uk" → "example". "" when there is
// none.
std::string DomainLabel(std::string_view host);

// True when the last label of `host` is a top-level domain of the Public Suffix List, or one that
// is reserved for documentation and tests (RFC 2606: example, test): what tells "a@b.nl" from
// "a@2x.png".
bool HasKnownTopLevelDomain(std::string_view host);

// True when `host` is `domain` or lies under it ("shop.bank.example" under "bank.example").
bool IsSameOrSubdomain(std::string_view host, std::string_view domain);

// UTS #46 ToASCII, non-transitional, as the WHATWG standard wants it ("beStrict" false).
// Nothing on failure.
std::optional<std::string> DomainToAscii(std::string_view domain);

// True for dotted IPv4 and bracketed IPv6 as Url::Host() gives them.
bool IsIpAddress(std::string_view host);

}  // namespace klikpad
