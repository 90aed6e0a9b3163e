// The state machine between "//" and the path: credentials, host and port.

#include <utility>

#include "base/percent.h"
#include "base/url_host.h"
#include "base/url_parser.h"

namespace klikpad {

bool UrlParser::ParseAuthorityAfterSlashes() {
  const std::size_t start = rest_.find_first_not_of("/\\");
  rest_.remove_prefix(start == std::string_view::npos ? rest_.size() : start);
  return ParseAuthority();
}

bool UrlParser::ParseAuthority() {
  std::string_view authority = TakePart();
  const std::size_t at = authority.rfind('@');
  if (at != std::string_view::npos) {
    ParseCredentials(authority.substr(0, at));
    authority.remove_prefix(at + 1);
    if (authority.empty()) return false;
  }
  if (!ParseHostAndPort(authority)) return false;
  ParsePathStart();
  return true;
}

void UrlParser::ParseCredentials(std::string_view text) {
  const std::size_t colon = text.find(':');
  AppendPercentEncoded(url_.username_, text.substr(0, colon), EncodeSet::kUserinfo);
  if (colon == std::string_view::npos) return;
  AppendPercentEncoded(url_.password_, text.substr(colon + 1), EncodeSet::kUserinfo);
}

bool UrlParser::ParseHostAndPort(std::string_view text) {
  // The first colon outside brackets divides host and port.
  std::size_t colon = std::string_view::npos;
  bool in_brackets = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[') in_brackets = true;
    if (text[i] == ']') in_brackets = false;
    if (text[i] == ':' && !in_brackets) {
      colon = i;
      break;
    }
  }
  if (colon == 0) return false;
  auto host = ParseHost(text.substr(0, colon), is_special_);
  if (!host) return false;
  url_.host_ = *std::move(host);
  url_.has_host_ = true;
  return colon == std::string_view::npos || ParsePort(text.substr(colon + 1));
}

bool UrlParser::ParsePort(std::string_view digits) {
  constexpr int kMaxPort = 65535;
  int port = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return false;
    port = port * 10 + (c - '0');
    if (port > kMaxPort) return false;
  }
  if (!digits.empty() && port != SpecialPort(url_.scheme_)) url_.port_ = port;
  return true;
}

}  // namespace klikpad
