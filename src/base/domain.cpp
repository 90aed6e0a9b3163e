// Registrable domains by the Public Suffix List that is built into libpsl: the same on every
// machine with that library, whatever list file lies there.

#include "base/domain.h"

#include <libpsl.h>

#include "base/ip_address.h"

namespace klikpad {
namespace {

// The root's dot names the same host ("shop.example." is "shop.example").
std::string_view WithoutRootDot(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  return host;
}

// "" when `host` has none: an address, a single label or a public suffix.
std::string FindRegistrable(std::string_view host) {
  constexpr std::size_t kLongestName = 253;  // RFC 1035 §2.3.4
  if (host.size() > kLongestName || IsIpAddress(host)) return "";
  const std::string name(host);
  const char* found = psl_registrable_domain(psl_builtin(), name.c_str());
  return found == nullptr ? "" : found;
}

}  // namespace

std::string RegistrableDomain(std::string_view host) {
  host = WithoutRootDot(host);
  std::string domain = FindRegistrable(host);
  return domain.empty() ? std::string(host) : domain;
}

std::string DomainLabel(std::string_view host) {
  const std::string domain = FindRegistrable(WithoutRootDot(host));
  return domain.substr(0, domain.find('.'));
}

bool HasKnownTopLevelDomain(std::string_view host) {
  host = WithoutRootDot(host);
  const std::size_t dot = host.rfind('.');
  if (dot == host.npos || IsIpAddress(host)) return false;
  const std::string label(host.substr(dot + 1));
  if (label == "example" || label == "test") return true;
  return psl_is_public_suffix2(psl_builtin(), label.c_str(),
                               PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE) == 1;
}

bool IsSameOrSubdomain(std::string_view host, std::string_view domain) {
  host = WithoutRootDot(host);
  domain = WithoutRootDot(domain);
  if (domain.empty() || !host.ends_with(domain)) return false;
  if (host.size() == domain.size()) return true;
  return host[host.size() - domain.size() - 1] == '.' && !IsIpAddress(host);
}

bool IsIpAddress(std::string_view host) {
  if (host.starts_with('[')) return host.ends_with(']');
  // Only the serialised form counts: four decimal parts.
  const auto address = EndsInNumber(host) ? ParseIpv4(host) : std::nullopt;
  return address && FormatIpv4(*address) == host;
}

}  // namespace klikpad
