// The state machine from the path on: segments, opaque paths, query and fragment.

#include "base/percent.h"
#include "base/text.h"
#include "base/url_parser.h"

namespace klikpad {
namespace {

// The dots that `segment` consists of, "%2e" counting as one: 1 for ".", 2 for "..", else 0.
int CountDots(std::string_view segment) {
  int dots = 0;
  while (!segment.empty()) {
    if (dots == 2) return 0;
    if (segment[0] == '.') {
      segment.remove_prefix(1);
    } else if (segment.starts_with("%2e") || segment.starts_with("%2E")) {
      segment.remove_prefix(3);
    } else {
      return 0;
    }
    ++dots;
  }
  return dots;
}

}  // namespace

void UrlParser::ParsePathStart() {
  if (IsSlash(0)) {
    rest_.remove_prefix(1);
    ParsePath();
  } else if (is_special_ || (!rest_.empty() && rest_[0] != '?' && rest_[0] != '#')) {
    ParsePath();
  } else {
    ParseQueryAndFragment();  // "foo://host?query": an empty path
  }
}

void UrlParser::ParsePath() {
  url_.path_.reserve(url_.path_.size() + rest_.size() + 1);
  for (;;) {
    const std::string_view segment = TakePart();
    const bool is_last = rest_.empty() || !IsSlash(0);
    AppendSegment(segment, is_last);
    if (is_last) break;
    rest_.remove_prefix(1);
  }
  ParseQueryAndFragment();
}

void UrlParser::AppendSegment(std::string_view segment, bool is_last) {
  const int dots = CountDots(segment);
  if (dots > 0) {
    if (dots == 2) ShortenPath();
    if (is_last) url_.path_ += '/';
    return;
  }
  url_.path_ += '/';
  if (is_file_ && url_.path_.size() == 1 && IsDriveLetter(segment)) {
    url_.path_ += segment[0];
    url_.path_ += ':';
    return;
  }
  AppendPercentEncoded(url_.path_, segment, EncodeSet::kPath);
}

void UrlParser::ShortenPath() {
  std::string& path = url_.path_;
  if (path.empty()) return;
  // A drive is never left: "file:///C:/.." stays.
  if (is_file_ && path.size() == 3 && path[2] == ':' &&
      IsDriveLetter(std::string_view(path).substr(1))) {
    return;
  }
  path.resize(path.rfind('/'));
}

void UrlParser::ParseOpaquePath() {
  url_.has_opaque_path_ = true;
  const std::size_t end = rest_.find_first_of("?#");
  std::string_view path = rest_.substr(0, end);
  rest_.remove_prefix(path.size());
  // A space at the path's end would be lost when the query and fragment go and the rest is parsed
  // anew.
  const bool ends_in_space = !rest_.empty() && path.ends_with(' ');
  if (ends_in_space) path.remove_suffix(1);
  AppendPercentEncoded(url_.path_, path, EncodeSet::kC0Control);
  if (ends_in_space) url_.path_ += "%20";
  ParseQueryAndFragment();
}

void UrlParser::ParseQueryAndFragment() {
  if (rest_.starts_with('?')) {
    const std::string_view query = rest_.substr(1, rest_.find('#') - 1);
    url_.has_query_ = true;
    url_.query_.clear();
    AppendPercentEncoded(url_.query_, query,
                         is_special_ ? EncodeSet::kSpecialQuery : EncodeSet::kQuery);
    rest_.remove_prefix(query.size() + 1);
  }
  if (rest_.starts_with('#')) {
    url_.has_fragment_ = true;
    url_.fragment_.clear();
    AppendPercentEncoded(url_.fragment_, rest_.substr(1), EncodeSet::kFragment);
    rest_ = {};
  }
}

}  // namespace klikpad
