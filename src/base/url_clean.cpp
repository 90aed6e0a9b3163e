// Tracking parameters out of queries and session numbers out of paths.

#include "base/url_clean.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace klikpad {
namespace {

bool Matches(std::string_view name, std::string_view pattern) {
  if (!pattern.ends_with('*')) return EqualsIgnoreAsciiCase(name, pattern);
  pattern.remove_suffix(1);
  return StartsWithIgnoreAsciiCase(name, pattern);
}

bool LooksLikeSession(std::string_view value) {
  constexpr std::size_t kShortest = 16;
  int digits = 0;
  for (const char c : value) {
    const bool is_digit = c >= '0' && c <= '9';
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    digits += is_digit ? 1 : 0;
    if (!is_digit && !is_letter && c != '-' && c != '_') return false;
  }
  return value.size() >= kShortest && digits >= 3;
}

// "(S(lit3py55t21z5v55vlm25s55))"
// https://learn.microsoft.com/en-us/dotnet/api/system.web.sessionstate.sessionidmanager
bool IsAspNetSession(std::string_view segment) {
  if (!segment.starts_with("(") || !segment.ends_with("))") || segment.size() < 8) return false;
  if (std::string_view("ASFasf").find(segment[1]) == std::string_view::npos) return false;
  return segment[2] == '(' && LooksLikeSession(segment.substr(3, segment.size() - 5));
}

bool IsTracking(std::string_view parameter, const std::vector<std::string>& patterns) {
  const std::string name = PercentDecode(parameter.substr(0, parameter.find('=')));
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
    if (!pattern.ends_with("=#")) return Matches(name, pattern);
    const std::size_t equals = parameter.find('=');
    return equals != std::string_view::npos &&
           Matches(name, std::string_view(pattern).substr(0, pattern.size() - 2)) &&
           LooksLikeSession(parameter.substr(equals + 1));
  });
}

// `text` split at `separator` without the parts that are tracking; `first` parts are kept unseen.
std::string KeepOthers(std::string_view text, char separator, std::size_t first,
                       const std::vector<std::string>& patterns) {
  std::string out;
  out.reserve(text.size());
  bool is_started = false;
  std::size_t index = 0;
  for (std::string_view part : Split(text, separator)) {
    if (index++ >= first && IsTracking(part, patterns)) continue;
    if (is_started) out += separator;
    out += part;
    is_started = true;
  }
  return out;
}

std::string CleanPath(std::string_view path, const std::vector<std::string>& patterns) {
  std::string out;
  out.reserve(path.size());
  bool is_started = false;
  for (std::string_view segment : Split(path, '/')) {
    if (IsAspNetSession(segment)) continue;
    if (is_started) out += '/';
    out += KeepOthers(segment, ';', 1, patterns);
    is_started = true;
  }
  return out;
}

}  // namespace

Url StripTracking(const Url& url, const std::vector<std::string>& patterns) {
  if (!url.IsHttp()) return url;
  Url clean = url;
  if (!url.Query().empty()) {
    const std::string query = KeepOthers(url.Query(), '&', 0, patterns);
    if (query.size() != url.Query().size()) clean = clean.WithQuery(query);
  }
  if (url.Path().find_first_of(";(") != std::string::npos) {
    const std::string path = CleanPath(url.Path(), patterns);
    if (path.size() != url.Path().size()) clean = clean.WithPath(path);
  }
  return clean;
}

std::string CrawlKey(const Url& url, const std::vector<std::string>& patterns) {
  std::string key = StripTracking(url, patterns).WithoutFragment();
  if (url.IsHttp() && key.ends_with('?')) {
    const bool is_empty_query = key.find('?') == key.size() - 1;
    if (is_empty_query) key.pop_back();
  }
  return key;
}

}  // namespace klikpad
