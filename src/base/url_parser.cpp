// The state machine's beginning: the scheme and relative references.

#include "base/url_parser.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/byte_set.h"

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

std::string_view UrlParser::TakePart() {
  static constexpr ByteSet kSpecial("/\\?#"), kOther("/?#");
  const std::size_t end = std::min((is_special_ ? kSpecial : kOther).FindIn(rest_), rest_.size());
  const std::string_view taken = rest_.substr(0, end);
  rest_.remove_prefix(end);
  return taken;
}

}  // namespace klikpad
