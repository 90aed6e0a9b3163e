// The state machine up to the path: scheme, relative references, authority, file hosts.

#include "base/url_parser.h"

#include <array>
#include <utility>

#include "base/percent.h"
#include "base/url_host.h"

namespace klikpad {
namespace {

bool IsAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool IsSchemeCharacter(char c) {
  return IsAlpha(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

}  // namespace

int UrlParser::SpecialPort(std::string_view scheme) {
  constexpr std::array<std::pair<std::string_view, int>, 6> kPorts = {
      {{"https", 443}, {"http", 80}, {"file", 0}, {"ftp", 21}, {"wss", 443}, {"ws", 80}}};
  for (const auto& [name, port] : kPorts) {
    if (name == scheme) return port;
  }
  return -1;
}

std::optional<Url> UrlParser::Run() {
  if (!ParseAny()) return std::nullopt;
  return std::move(url_);
}

bool UrlParser::ParseAny() {
  const bool has_scheme = ParseScheme();
  const std::string& scheme = has_scheme || base_ == nullptr ? url_.scheme_ : base_->scheme_;
  is_special_ = SpecialPort(scheme) >= 0;
  is_file_ = scheme == "file";
  return has_scheme ? ParseAfterScheme() : ParseNoScheme();
}

bool UrlParser::ParseScheme() {
  if (rest_.empty() || !IsAlpha(rest_[0])) return false;
  std::size_t end = 1;
  while (end < rest_.size() && IsSchemeCharacter(rest_[end])) ++end;
  if (end == rest_.size() || rest_[end] != ':') return false;
  url_.scheme_.assign(rest_.substr(0, end));
  for (char& c : url_.scheme_) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  rest_.remove_prefix(end + 1);
  return true;
}

bool UrlParser::ParseAfterScheme() {
  if (is_file_) return ParseFile();
  if (is_special_) {
    const bool same_scheme = base_ != nullptr && base_->scheme_ == url_.scheme_;
    if (same_scheme && !rest_.starts_with("//")) return ParseRelative();
    return ParseAuthorityAfterSlashes();
  }
  if (rest_.starts_with("//")) {
    rest_.remove_prefix(2);
    return ParseAuthority();
  }
  if (rest_.starts_with('/')) {
    rest_.remove_prefix(1);
    ParsePath();
  } else {
    ParseOpaquePath();
  }
  return true;
}

bool UrlParser::ParseNoScheme() {
  if (base_ == nullptr) return false;
  if (base_->has_opaque_path_) {
    if (!rest_.starts_with('#')) return false;
    url_ = *base_;
    ParseQueryAndFragment();
    return true;
  }
  url_.scheme_ = base_->scheme_;
  return is_file_ ? ParseFile() : ParseRelative();
}

bool UrlParser::ParseRelative() {
  if (IsSlash(0)) {
    if (IsSlash(1)) {
      rest_.remove_prefix(2);
      return is_special_ ? ParseAuthorityAfterSlashes() : ParseAuthority();
    }
    rest_.remove_prefix(1);
    TakeHost(*base_);
    ParsePath();
    return true;
  }
  TakeHost(*base_);
  url_.path_ = base_->path_;
  if (rest_.empty() || rest_[0] == '#') {
    url_.query_ = base_->query_;
    url_.has_query_ = base_->has_query_;
    ParseQueryAndFragment();
  } else if (rest_[0] == '?') {
    ParseQueryAndFragment();
  } else {
    ShortenPath();
    ParsePath();
  }
  return true;
}

bool UrlParser::ParseAuthorityAfterSlashes() {
  const std::size_t start = rest_.find_first_not_of("/\\");
  rest_.remove_prefix(start == std::string_view::npos ? rest_.size() : start);
  return ParseAuthority();
}

bool UrlParser::ParseAuthority() {
  std::string_view authority = TakeUntil("/?#");
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

bool UrlParser::ParseFile() {
  url_.has_host_ = true;
  if (IsSlash(0)) {
    rest_.remove_prefix(1);
    return ParseFileSlash();
  }
  if (base_ == nullptr || base_->scheme_ != "file") {
    ParsePath();
    return true;
  }
  url_.host_ = base_->host_;
  url_.path_ = base_->path_;
  if (rest_.empty() || rest_[0] == '#') {
    url_.query_ = base_->query_;
    url_.has_query_ = base_->has_query_;
    ParseQueryAndFragment();
  } else if (rest_[0] == '?') {
    ParseQueryAndFragment();
  } else {
    if (StartsWithDriveLetter()) {
      url_.path_.clear();
    } else {
      ShortenPath();
    }
    ParsePath();
  }
  return true;
}

bool UrlParser::ParseFileSlash() {
  if (!IsSlash(0)) {
    if (base_ != nullptr && base_->scheme_ == "file") {
      url_.host_ = base_->host_;
      // The base's drive ("/C:") stays.
      const std::string_view path = base_->path_;
      const bool has_drive = path.size() >= 3 && IsAlpha(path[1]) && path[2] == ':' &&
                             (path.size() == 3 || path[3] == '/');
      if (has_drive && !StartsWithDriveLetter()) url_.path_.assign(path.substr(0, 3));
    }
    ParsePath();
    return true;
  }
  rest_.remove_prefix(1);
  const std::string_view before = rest_;
  const std::string_view text = TakeUntil("/?#");
  if (text.size() == 2 && IsAlpha(text[0]) && (text[1] == ':' || text[1] == '|')) {
    rest_ = before;  // a drive, no host: the path state reads it again
    ParsePath();
    return true;
  }
  if (!text.empty()) {
    auto host = ParseHost(text, true);
    if (!host) return false;
    if (*host != "localhost") url_.host_ = *std::move(host);
  }
  ParsePathStart();
  return true;
}

void UrlParser::TakeHost(const Url& from) {
  url_.username_ = from.username_;
  url_.password_ = from.password_;
  url_.host_ = from.host_;
  url_.port_ = from.port_;
  url_.has_host_ = from.has_host_;
}

bool UrlParser::IsSlash(std::size_t at) const {
  return at < rest_.size() && (rest_[at] == '/' || (is_special_ && rest_[at] == '\\'));
}

std::string_view UrlParser::TakeUntil(std::string_view stops) {
  std::size_t end = 0;
  while (end < rest_.size() && !IsSlash(end) && stops.find(rest_[end]) == std::string_view::npos) {
    ++end;
  }
  const std::string_view taken = rest_.substr(0, end);
  rest_.remove_prefix(end);
  return taken;
}

bool UrlParser::StartsWithDriveLetter() const {
  if (rest_.size() < 2 || !IsAlpha(rest_[0]) || (rest_[1] != ':' && rest_[1] != '|')) return false;
  return rest_.size() == 2 || std::string_view("/\\?#").find(rest_[2]) != std::string_view::npos;
}

}  // namespace klikpad
