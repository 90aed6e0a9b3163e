// One request and what came back, redirects and all. Plain values: the stage `fetch` makes them
// from the network, a folder or a WARC, tests make them by hand.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/words.h"

namespace klikpad {

using Headers = std::vector<std::pair<std::string, std::string>>;  // names lower case, in order

// First value of that header (name in lower case), "" when absent.
inline std::string_view FindHeader(const Headers& headers, std::string_view name) {
  for (const auto& [key, value] : headers) {
    if (key == name) return value;
  }
  return {};
}

struct Request {
  std::string url;     // absolute, without fragment
  std::string accept;  // "" = HTML preferred
  bool follow_redirects = true;
  bool any_type = false;  // bodies of images, archives and other types that are no text too
  // At least this long between two starts to the request's host from now on (a Crawl-delay), 0: the
  // fetcher's own interval.
  std::int64_t host_interval_ms = 0;
  // Refuse to connect to a private, loopback or link-local address; --connect-to may still name
  // one.
  bool needs_public_address = false;
};

// Why there is no usable answer. kNone: there is one (whatever its status).
enum class FetchError {
  kNone,
  kBadUrl,
  kDns,
  kConnect,
  kTls,
  kTimeout,
  kTooManyRedirects,
  kRedirectLoop,
  kBadRedirect,  // to something that is no http(s) address
  kRefused,      // by klikpad's own policy (private address, scope)
  kBroken,       // the connection broke off or the answer was no HTTP
  kCancelled,
  kNotRecorded,  // the archive that is read instead of the network does not hold it
};
template <>
struct Words<FetchError> {
  static constexpr std::array kList{"none"sv,
                                    "bad-url"sv,
                                    "dns"sv,
                                    "connect"sv,
                                    "tls"sv,
                                    "timeout"sv,
                                    "too-many-redirects"sv,
                                    "redirect-loop"sv,
                                    "bad-redirect"sv,
                                    "refused"sv,
                                    "broken"sv,
                                    "cancelled"sv,
                                    "not-recorded"sv};
};

// What is wrong with a host's certificate, of FetchError::kTls. Up to kSelfSigned every browser
// warns its visitor; an unknown issuer may be known to browsers (they fetch certificates that a
// server forgets to send), or be a proxy's before the auditor.
enum class TlsFault {
  kNone,
  kExpired,
  kNotYetValid,
  kOtherHost,
  kSelfSigned,
  kUnknownIssuer,
  kOther,  // no connection came about: versions, ciphers, a break amid the handshake
};
template <>
struct Words<TlsFault> {
  static constexpr std::array kList{"none"sv,       "expired"sv,     "not-yet-valid"sv,
                                    "other-host"sv, "self-signed"sv, "unknown-issuer"sv,
                                    "other"sv};
};

// How far a host's pace was lowered on the way. It follows the clock: no two runs need have it
// alike.
struct HostPace {
  std::string host;             // scheme, host and port
  int asked_for_patience = 0;   // answers 429 and 503 after which it was asked less often
  int slow_answers = 0;         // answers much slower than its others, which made the pace slower
  std::int64_t longest_ms = 0;  // the longest interval between two requests that was kept for that
};

// How an answer came over the wire: for the record.
struct Wire {
  std::string request_head;  // as sent, up to its empty line
  std::string address;       // IP of the server, "" unknown
  std::string http_version;  // "1.1", "2"
  std::string date;          // ISO 8601, of an answer that comes from an archive; "" = now
  bool is_assumed = false;   // nobody said so: there is nothing to record
};

struct Hop {
  std::string url;       // that was asked
  int status = 0;        // 301, 302, 303, 307, 308
  std::string location;  // resolved
  Headers headers{};
  Wire wire{};
};

struct Exchange {
  std::string url;        // as asked
  std::string final_url;  // after redirects, equal to `url` without any
  std::vector<Hop> hops;  // the redirects, in order
  int status = 0;         // of the last answer, 0 when there was none
  Headers headers;        // of the last answer
  std::string body;       // decoded (gzip, br, zstd), at most the size limit
  // The body was cut at the size limit, or the connection broke off or time ran out amid it; then
  // `error` is none, since an answer came, and `error_text` says what happened.
  bool is_truncated = false;
  bool is_skipped = false;  // the body was not read: its type is no text (Request::any_type)
  FetchError error = FetchError::kNone;
  TlsFault tls_fault = TlsFault::kNone;
  std::string error_text;         // one sentence for people, "" without an error
  std::int64_t milliseconds = 0;  // on the network: all hops and tries, without waiting in a queue
  bool is_public = false;         // the address that answered last is one of the public internet
  Wire wire;                      // of the last answer

  // An answer came, whatever it says.
  bool IsAnswered() const { return error == FetchError::kNone && status != 0; }
  std::string_view Header(std::string_view name) const { return FindHeader(headers, name); }
};

}  // namespace klikpad
