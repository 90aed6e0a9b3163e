// The states of file URLs: hosts, and the drives of Windows.

#include <utility>

#include "base/url_host.h"
#include "base/url_parser.h"

namespace klikpad {

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
      const bool has_drive = path.size() >= 3 && IsDriveLetter(path.substr(1, 2)) &&
                             path[2] == ':' && (path.size() == 3 || path[3] == '/');
      if (has_drive && !StartsWithDriveLetter()) url_.path_.assign(path.substr(0, 3));
    }
    ParsePath();
    return true;
  }
  rest_.remove_prefix(1);
  const std::string_view before = rest_;
  const std::string_view text = TakePart();
  if (IsDriveLetter(text)) {
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

bool UrlParser::IsDriveLetter(std::string_view segment) {
  if (segment.size() != 2 || (segment[1] != ':' && segment[1] != '|')) return false;
  const char letter = static_cast<char>(segment[0] | 0x20);
  return letter >= 'a' && letter <= 'z';
}

bool UrlParser::StartsWithDriveLetter() const {
  if (!IsDriveLetter(rest_.substr(0, 2))) return false;
  return rest_.size() == 2 || std::string_view("/\\?#").find(rest_[2]) != std::string_view::npos;
}

}  // namespace klikpad
