// The checks of FetchOptions.

#include "fetch/fetch_options.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "base/text.h"

namespace klikpad {
namespace {

bool IsPortOrEmpty(std::string_view text) {
  if (text.empty()) return true;
  int port = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), port);
  return result.ec == std::errc() && result.ptr == text.data() + text.size() && port >= 1 &&
         port <= 65535;
}

bool IsHostOrEmpty(std::string_view text) {
  if (text.starts_with('[') != text.ends_with(']')) return false;
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '/'; });
}

// Parts between colons that do not stand in brackets.
std::optional<std::vector<std::string_view>> SplitOutsideBrackets(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  bool is_inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[' || text[i] == ']') is_inside = text[i] == '[';
    if (text[i] != ':' || is_inside) continue;
    parts.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  if (is_inside) return std::nullopt;
  parts.push_back(text.substr(begin));
  return parts;
}

bool IsTokenCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

}  // namespace

bool IsConnectTo(std::string_view text) {
  const auto parts = SplitOutsideBrackets(text);
  return parts && parts->size() == 4 && IsHostOrEmpty((*parts)[0]) && IsPortOrEmpty((*parts)[1]) &&
         IsHostOrEmpty((*parts)[2]) && IsPortOrEmpty((*parts)[3]);
}

std::vector<std::string> AddressesOf(const std::vector<std::string>& connect_to) {
  std::vector<std::string> addresses;
  for (const std::string& entry : connect_to) {
    const auto parts = SplitOutsideBrackets(entry);
    if (!parts || parts->size() != 4) continue;
    std::string_view host = (*parts)[2];
    if (host == "localhost") addresses.insert(addresses.end(), {"127.0.0.1", "::1"});
    if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
    addresses.emplace_back(host);
  }
  return addresses;
}

bool IsHeaderLine(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  const std::string_view name = text.substr(0, colon);
  return std::all_of(name.begin(), name.end(), IsTokenCharacter) &&
         text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

Result<void> CheckFetchOptions(const FetchOptions& options) {
  for (const std::string& entry : options.connect_to) {
    if (IsConnectTo(entry)) continue;
    return Fail("connect-to wants HOST1:PORT1:HOST2:PORT2, not '" + ForTerminal(entry) + "'");
  }
  for (const std::string& header : options.headers) {
    if (IsHeaderLine(header)) continue;
    return Fail("a header is written 'Name: value', not '" + ForTerminal(header) + "'");
  }
  if (options.user_agent.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos) {
    return Fail("the user agent must be one line");
  }
  if (options.concurrency < 1 || options.host_concurrency < 1) {
    return Fail("at least one connection is needed");
  }
  if (options.timeout.count() < 1 || options.connect_timeout.count() < 1) {
    return Fail("a timeout must be longer than nothing");
  }
  if (options.max_redirects < 0 || options.max_retries < 0 || options.host_interval.count() < 0) {
    return Fail("a limit of the fetcher is below zero");
  }
  return {};
}

}  // namespace klikpad
