// Candidates by domain label, then the network's rules in the order of the file.

#include "find/accounts/classify_link.h"

#include <algorithm>

#include "base/domain.h"
#include "base/text.h"
#include "find/accounts/network_hosts.h"

namespace klikpad {
namespace {

constexpr int kMaxWrappings = 5;        // redirectors around redirectors
constexpr int kMaxBelow = 4;            // segments below an account
constexpr std::size_t kMaxValue = 200;  // bytes of the address that stands in for an account

// "/a/b" without a final slash, percent-decoded; "/" for none.
std::string PlainPath(const Url& url) {
  std::string path;
  for (const std::string& segment : url.PathSegments()) path += "/" + std::string(Trim(segment));
  return path.empty() ? "/" : path;
}

// What `at` patterns are matched against: host and path, or scheme and rest.
std::string Address(const Url& url) {
  if (url.IsHttp()) {
    const std::string path = PlainPath(url);
    return url.Host() + (path == "/" ? "" : path);
  }
  std::string address = url.Scheme() + ":";
  if (!url.Host().empty()) address += "//" + url.Host();
  address += PercentDecode(url.Path());
  while (address.ends_with('/')) address.pop_back();
  return address;
}

void Merge(Captures& into, const Captures& from) { into.insert(from.begin(), from.end()); }

// "/{handle}…" would take any first segment for an account.
bool IsReservedFor(const UrlTemplate& path, const Captures& captures, const Network& network) {
  if (!path.Text().starts_with("/{handle}") && !path.Text().starts_with("{handle}.")) return false;
  const auto handle = captures.find("handle");
  return handle != captures.end() &&
         std::binary_search(network.reserved.begin(), network.reserved.end(),
                            AsciiLower(handle->second));
}

std::optional<Captures> MatchQuery(const UrlRule& rule, const Url& url) {
  Captures captures;
  for (const auto& [key, pattern] : rule.query) {
    const auto value = url.QueryValue(key);
    if (!value) return std::nullopt;
    auto found = pattern.Match(*value);
    if (!found) return std::nullopt;
    Merge(captures, *found);
  }
  if (rule.fragment) {
    auto found = rule.fragment->Match(PercentDecode(url.Fragment()));
    if (!found) return std::nullopt;
    Merge(captures, *found);
  }
  return captures;
}

// `path` is "" where the rules for the network's own hosts do not hold.
std::optional<Captures> MatchRule(const UrlRule& rule, const Network& network, const Url& url,
                                  const std::string& path, const std::string& address) {
  std::optional<Captures> found;
  if (!path.empty()) {
    for (const UrlTemplate& pattern : rule.paths) {
      found = pattern.Match(path);
      if (found && IsReservedFor(pattern, *found, network)) found.reset();
      if (found) break;
    }
  }
  for (const UrlTemplate& pattern : rule.addresses) {
    if (found) break;
    found = pattern.Match(address);
    if (found && IsReservedFor(pattern, *found, network)) found.reset();
  }
  if (!found) return std::nullopt;
  const auto more = MatchQuery(rule, url);
  if (!more) return std::nullopt;
  Merge(*found, *more);
  return found;
}

std::string Fold(const std::string& text, bool keeps_case) {
  return keeps_case ? text : FoldCase(text);
}

// The address that stands in for an account: content is told apart by it.
std::string ContentValue(const Url& url) {
  std::string value = url.IsHttp() ? url.Host() + url.PathAndQuery() : url.Text();
  for (std::string_view prefix : {"www.", "m.", "mobile."}) {
    if (value.starts_with(prefix)) value.erase(0, prefix.size());
  }
  return std::string(CutUtf8(value, kMaxValue));
}

// A link that fits no account shape of the rule's number: too short, or a national number.
std::optional<Sign> NumberProblem(const std::string& number) {
  if (number.starts_with('0')) return Sign::kNoCountryCode;
  return std::nullopt;
}

AccountLink FromRule(const UrlRule& rule, const Network& network, Captures captures,
                     const Url& url) {
  AccountLink link;
  link.network = &network;
  link.kind = rule.kind;
  link.use = rule.use;
  link.is_person = rule.is_person;
  link.url = url.Text();
  captures["host"] = url.Host();
  for (auto& [place, text] : captures) text = Fold(text, rule.keeps_case);
  if (const auto handle = captures.find("handle"); handle != captures.end()) {
    link.handle = handle->second;
  }
  if (const auto phone = captures.find("phone"); phone != captures.end()) {
    link.value = NumberInLink(phone->second);
    link.problem = NumberProblem(link.value);
    return link;
  }
  link.value = rule.value.empty() ? link.handle : FillTemplate(rule.value, captures);
  if (link.value.empty() && rule.use && *rule.use != Use::kShare) link.value = ContentValue(url);
  return link;
}

// A plugin's frame carries the account's address; the account is what it shows.
void TakeNested(const UrlRule& rule, const Captures& captures, const Networks& networks,
                AccountLink& link) {
  const auto nested = captures.find("url");
  if (!rule.nested || nested == captures.end()) return;
  const auto url = Url::Parse(nested->second);
  if (!url) return;
  const auto account = ClassifyLink(*url, networks);
  if (!account || account->handle.empty() || account->network != link.network) return;
  link.handle = account->handle;
  link.value = account->value;
  link.use = rule.nested;
}

AccountLink Unclaimed(const Network& network, const Url& url, const std::string& path,
                      const HostMatch& host) {
  AccountLink link;
  link.network = &network;
  link.url = url.Text();
  if (!host.has_accounts) {
    link.kind = host.kind;
  } else if (path == "/") {
    link.kind = "home";
  } else {
    const std::string_view first = std::string_view(path).substr(1, path.find('/', 1) - 1);
    const bool is_reserved =
        std::binary_search(network.reserved.begin(), network.reserved.end(), AsciiLower(first));
    link.kind = is_reserved ? "reserved" : "other";
  }
  return link;
}

std::optional<AccountLink> ClassifyBy(const Network& network, const Networks& networks,
                                      const Url& url, bool is_marked) {
  const HostMatch host = url.IsHttp() ? MatchHost(url.Host(), network, networks) : HostMatch{};
  const std::string path =
      host.has_accounts || (is_marked && url.IsHttp()) ? PlainPath(url) : std::string();
  const std::string address = Address(url);
  for (const UrlRule& rule : network.rules) {
    const auto captures = MatchRule(rule, network, url, path, address);
    if (!captures) continue;
    AccountLink link = FromRule(rule, network, *captures, url);
    TakeNested(rule, *captures, networks, link);
    return link;
  }
  if (!host.is_known) return std::nullopt;
  return Unclaimed(network, url, path, host);
}

// The address behind redirectors, as far as the link itself tells it.
Url Unwrap(const Url& url, const Networks& networks) {
  Url current = url;
  for (int i = 0; i < kMaxWrappings; ++i) {
    if (!current.IsHttp() || !current.HasQuery()) return current;
    const std::string address = Address(current);
    bool is_wrapped = false;
    for (const Redirector& redirector : networks.redirectors) {
      if (!redirector.address.Match(address)) continue;
      const auto target = current.QueryValue(redirector.key);
      const auto inner = target ? Url::Parse(*target) : std::nullopt;
      if (!inner) continue;
      current = *inner;
      is_wrapped = true;
      break;
    }
    if (!is_wrapped) break;
  }
  return current;
}

// False only when no network is known by the domain of that host: far cheaper than looking up which
// of its labels names the domain.
bool MayBeKnown(std::string_view host, const Networks& networks) {
  while (!host.empty()) {
    const std::string_view label = host.substr(0, host.find('.'));
    if (networks.index.find(label) != networks.index.end()) return true;
    host.remove_prefix(std::min(label.size() + 1, host.size()));
  }
  return networks.index.find("") != networks.index.end();  // for hosts without a domain
}

}  // namespace

std::string NumberInLink(std::string_view written) {
  std::string digits;
  for (char c : written) {
    if (c >= '0' && c <= '9') digits += c;
  }
  const bool has_plus = Trim(written).starts_with('+');
  if (!has_plus && digits.starts_with("00")) return "+" + digits.substr(2);
  if (has_plus) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits.empty() ? "" : "+" + digits;
  }
  const bool is_short = digits.size() < 8;
  if (digits.starts_with('0') || is_short) return digits;
  return "+" + digits;
}

std::optional<AccountLink> ClassifyLink(const Url& given, const Networks& networks,
                                        std::string_view marked_as) {
  const Url url = Unwrap(given, networks);
  const bool is_unknown = url.IsHttp() && !MayBeKnown(url.Host(), networks);
  const auto claims =
      is_unknown ? networks.index.end()
                 : networks.index.find(url.IsHttp() ? DomainLabel(url.Host()) : url.Scheme() + ":");
  if (claims != networks.index.end()) {
    std::optional<AccountLink> weak;
    for (std::size_t which : claims->second) {
      auto link = ClassifyBy(networks.list[which], networks, url, false);
      if (!link) continue;
      if (link->use) return link;
      if (!weak) weak = std::move(link);
    }
    if (weak) return weak;
  }
  if (marked_as.empty()) return std::nullopt;
  const Network* network = networks.Find(marked_as);
  if (!network || !network->takes_marked_hosts) return std::nullopt;
  return ClassifyBy(*network, networks, url, true);
}

std::optional<AccountLink> ClassifyNearest(const Url& given, const Networks& networks,
                                           std::string_view marked_as) {
  auto link = ClassifyLink(given, networks, marked_as);
  if (!link || link->use || (link->kind != "other" && link->kind != "reserved")) return link;
  const Url url = Unwrap(given, networks);
  if (!url.IsHttp()) return link;
  std::vector<std::string> segments = url.PathSegments();
  for (int i = 0; i < kMaxBelow && segments.size() > 1; ++i) {
    segments.pop_back();
    std::string text = url.Scheme() + "://" + url.Host();
    for (const std::string& segment : segments) text += "/" + PercentEncode(segment);
    const auto shorter = Url::Parse(text);
    auto nearest = shorter ? ClassifyLink(*shorter, networks, marked_as) : std::nullopt;
    if (!nearest) return link;
    if (!nearest->use) continue;
    if (nearest->use != Use::kFollow || nearest->handle.empty()) return link;
    nearest->url = url.Text();
    return nearest;
  }
  return link;
}

}  // namespace klikpad
