// URLs after the WHATWG URL Standard (https://url.spec.whatwg.org/, basic URL parser and
// serialiser), so that klikpad resolves and compares addresses as browsers do. Special schemes
// (http, https, ftp, ws, wss, file) and others (mailto:, tel:, javascript:) alike; IDNA by UTS #46
// (ICU).

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace klikpad {

// A parsed, normalised URL. Equal URLs have equal Text().
class Url {
 public:
  // Nothing when the standard says "failure", and when the input or Text() is over 64 KiB.
  // `base` resolves relative references; null for an absolute URL.
  static std::optional<Url> Parse(std::string_view input, const Url* base = nullptr);

  const std::string& Scheme() const { return scheme_; }      // "https", without the colon
  const std::string& Username() const { return username_; }  // percent-encoded
  const std::string& Password() const { return password_; }  // percent-encoded
  const std::string& Host() const { return host_; }          // ASCII, lower case; IPv6 in brackets
  int Port() const { return port_; }                   // -1 when absent or the scheme's default
  int EffectivePort() const;                           // Port(), else the scheme's default, else -1
  const std::string& Path() const { return path_; }    // "/a/b", or opaque ("info@x.example")
  const std::string& Query() const { return query_; }  // without "?"
  const std::string& Fragment() const { return fragment_; }  // without "#"
  bool HasQuery() const { return has_query_; }
  bool HasFragment() const { return has_fragment_; }
  bool HasOpaquePath() const { return has_opaque_path_; }
  bool IsHttp() const { return scheme_ == "http" || scheme_ == "https"; }

  std::string HostPort() const;  // "host" or "host:port"
  std::string Origin() const;    // "https://host:port", default port left out; "null" if opaque
  std::string Text() const;      // the serialised URL
  std::string WithoutFragment() const;  // Text() without "#…"
  // Path and query as sent in a request line, "/" at least.
  std::string PathAndQuery() const;

  // First value of each key in order, form-decoded (application/x-www-form-urlencoded).
  std::vector<std::pair<std::string, std::string>> QueryPairs() const;
  std::optional<std::string> QueryValue(std::string_view key) const;
  // Path split at "/", empty segments left out, percent-decoded.
  std::vector<std::string> PathSegments() const;

  // A copy with another query ("" removes it) or without credentials.
  Url WithQuery(std::string_view query) const;
  // A copy with another path, read as in a URL ("/a/../b" → "/b"); unchanged when that is no URL.
  Url WithPath(std::string_view path) const;
  Url WithoutCredentials() const;

  bool operator==(const Url& other) const;

 private:
  friend class UrlParser;
  std::size_t TextSize() const;
  std::string scheme_, username_, password_, host_, path_, query_, fragment_;
  int port_ = -1;
  bool has_host_ = false, has_query_ = false, has_fragment_ = false, has_opaque_path_ = false;
};

// "%41" → "A"; malformed sequences stay as they are.
std::string PercentDecode(std::string_view text);
// Percent-encodes all but unreserved characters (RFC 3986 §2.3).
std::string PercentEncode(std::string_view text);

}  // namespace klikpad
