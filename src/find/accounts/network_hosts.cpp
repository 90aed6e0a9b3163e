// "nl-nl.facebook.com" shows what "facebook.com" shows; "developers.facebook.com" does not.

#include "find/accounts/network_hosts.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/domain.h"

namespace klikpad {
namespace {

bool IsLocale(std::string_view label) {
  auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (label.size() == 2) return letter(label[0]) && letter(label[1]);
  return label.size() == 5 && label[2] == '-' && letter(label[0]) && letter(label[1]) &&
         letter(label[3]) && letter(label[4]);
}

bool Contains(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The part of `host` before the network's host; nothing when it is not one of its hosts.
// "pinterest.*" stands for any public suffix.
std::optional<std::string> SubdomainOf(std::string_view host, std::string_view pattern) {
  std::string domain(pattern);
  if (domain.ends_with(".*")) {
    domain = RegistrableDomain(host);
    if (DomainLabel(host) != pattern.substr(0, pattern.size() - 2)) return std::nullopt;
  }
  if (host == domain) return "";
  if (!IsSameOrSubdomain(host, domain)) return std::nullopt;
  return std::string(host.substr(0, host.size() - domain.size() - 1));
}

}  // namespace

HostMatch MatchHost(std::string_view host, const Network& network, const Networks& networks) {
  HostMatch match;
  for (const auto& [aside, kind] : network.aside) {
    const bool is_host = aside.find('.') != std::string::npos;
    if (is_host && IsSameOrSubdomain(host, aside)) return {true, false, kind};
  }
  for (const std::string& own : network.hosts) {
    const auto subdomain = SubdomainOf(host, own);
    if (!subdomain) continue;
    const auto aside = network.aside.find(*subdomain);
    if (aside != network.aside.end()) return {true, false, aside->second};
    if (subdomain->empty() || IsLocale(*subdomain) || Contains(networks.subdomains, *subdomain) ||
        Contains(network.subdomains, *subdomain)) {
      return {true, true, ""};
    }
    match = {true, false, "vendor_site"};
  }
  return match;
}

}  // namespace klikpad
