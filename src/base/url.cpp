// Url: cleaning of the input, the serialiser, and readings of path and query.

#include "base/url.h"

#include <set>

#include "base/byte_set.h"
#include "base/percent.h"
#include "base/text.h"
#include "base/url_parser.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{64} << 10;

bool IsC0OrSpace(char c) { return static_cast<unsigned char>(c) <= ' '; }

std::string_view TrimC0(std::string_view text) {
  while (!text.empty() && IsC0OrSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsC0OrSpace(text.back())) text.remove_suffix(1);
  return text;
}

std::string WithoutTabsAndNewlines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    if (c != '\t' && c != '\n' && c != '\r') out += c;
  }
  return out;
}

std::string FormDecode(std::string_view text) {
  std::string spaced(text);
  for (char& c : spaced) {
    if (c == '+') c = ' ';
  }
  return ToValidUtf8(PercentDecode(spaced));
}

// Calls `take(key, value)` for each pair until it gives false.
template <typename Take>
void ForEachPair(std::string_view query, Take take) {
  while (!query.empty()) {
    const std::size_t end = query.find('&');
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    if (pair.empty()) continue;
    const std::size_t equals = pair.find('=');
    const std::string_view value =
        equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
    if (!take(pair.substr(0, equals), value)) return;
  }
}

}  // namespace

std::optional<Url> Url::Parse(std::string_view input, const Url* base) {
  if (input.size() > kMaxBytes) return std::nullopt;
  input = TrimC0(input);
  // Links of a page are nearly always clean: only the others are copied.
  std::string cleaned;
  static constexpr ByteSet kTaken("\t\n\r");
  if (kTaken.FindIn(input) != std::string_view::npos) {
    cleaned = WithoutTabsAndNewlines(input);
    input = cleaned;
  }
  std::string valid;
  if (!IsValidUtf8(input)) {
    valid = ToValidUtf8(input);
    input = valid;
  }
  auto url = UrlParser(input, base).Run();
  if (url && url->TextSize() > kMaxBytes && url->Text().size() > kMaxBytes) return std::nullopt;
  return url;
}

int Url::EffectivePort() const {
  if (port_ >= 0) return port_;
  const int port = UrlParser::SpecialPort(scheme_);
  return port > 0 ? port : -1;
}

std::string Url::HostPort() const {
  return port_ < 0 ? host_ : host_ + ":" + std::to_string(port_);
}

std::string Url::Origin() const {
  if (scheme_ == "blob") {
    const auto inner = Parse(path_);
    return inner && inner->IsHttp() ? inner->Origin() : "null";
  }
  if (UrlParser::SpecialPort(scheme_) <= 0) return "null";
  return scheme_ + "://" + HostPort();
}

// At least the size of Text(): every delimiter counted as if it were there.
std::size_t Url::TextSize() const {
  constexpr std::size_t kDelimiters = 20;
  return scheme_.size() + username_.size() + password_.size() + host_.size() + path_.size() +
         query_.size() + fragment_.size() + kDelimiters;
}

std::string Url::WithoutFragment() const {
  std::string out;
  out.reserve(TextSize());
  out += scheme_;
  out += ':';
  if (has_host_) {
    out += "//";
    if (!username_.empty() || !password_.empty()) {
      out += username_;
      if (!password_.empty()) out.append(":").append(password_);
      out += '@';
    }
    out += host_;
    if (port_ >= 0) out.append(":").append(std::to_string(port_));
  } else if (!has_opaque_path_ && path_.starts_with("//")) {
    out += "/.";  // or the path would be read as a host
  }
  out += path_;
  if (has_query_) out.append("?").append(query_);
  return out;
}

std::string Url::Text() const {
  std::string out = WithoutFragment();
  if (has_fragment_) out.append("#").append(fragment_);
  return out;
}

bool Url::operator==(const Url& other) const {
  return path_ == other.path_ && host_ == other.host_ && query_ == other.query_ &&
         scheme_ == other.scheme_ && port_ == other.port_ && fragment_ == other.fragment_ &&
         username_ == other.username_ && password_ == other.password_ &&
         has_host_ == other.has_host_ && has_query_ == other.has_query_ &&
         has_fragment_ == other.has_fragment_ && has_opaque_path_ == other.has_opaque_path_;
}

std::string Url::PathAndQuery() const {
  std::string out = path_.empty() ? "/" : path_;
  if (has_query_) out.append("?").append(query_);
  return out;
}

std::vector<std::pair<std::string, std::string>> Url::QueryPairs() const {
  std::vector<std::pair<std::string, std::string>> pairs;
  std::set<std::string> seen;
  ForEachPair(query_, [&](std::string_view key, std::string_view value) {
    std::string name = FormDecode(key);
    if (seen.insert(name).second) pairs.emplace_back(std::move(name), FormDecode(value));
    return true;
  });
  return pairs;
}

std::optional<std::string> Url::QueryValue(std::string_view key) const {
  std::optional<std::string> found;
  ForEachPair(query_, [&](std::string_view name, std::string_view value) {
    if (FormDecode(name) == key) found = FormDecode(value);
    return !found;
  });
  return found;
}

std::vector<std::string> Url::PathSegments() const {
  std::vector<std::string> segments;
  for (std::string_view part : Split(path_, '/')) {
    if (!part.empty()) segments.push_back(ToValidUtf8(PercentDecode(part)));
  }
  return segments;
}

Url Url::WithQuery(std::string_view query) const {
  Url copy = *this;
  copy.query_.clear();
  copy.has_query_ = !query.empty();
  const bool is_special = UrlParser::SpecialPort(scheme_) >= 0;
  AppendPercentEncoded(copy.query_, ToValidUtf8(query),
                       is_special ? EncodeSet::kSpecialQuery : EncodeSet::kQuery);
  return copy;
}

Url Url::WithPath(std::string_view path) const {
  Url copy = *this;
  copy.path_.clear();
  if (has_host_ && !path.starts_with('/')) copy.path_ = "/";  // or it would lengthen the host
  AppendPercentEncoded(copy.path_, ToValidUtf8(path), EncodeSet::kPath);
  return Parse(copy.Text()).value_or(*this);
}

Url Url::WithoutCredentials() const {
  Url copy = *this;
  copy.username_.clear();
  copy.password_.clear();
  return copy;
}

}  // namespace klikpad
