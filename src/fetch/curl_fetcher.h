// Fetcher over libcurl's multi interface: HTTP/1.1 and 2, TLS verified, gzip, br and zstd decoded,
// redirects followed hop by hop so that each is recorded. No credentials are sent on. Cookies live
// only as long as the redirects of one request, for sites that set one and send the visitor back.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "fetch/fetcher.h"

namespace klikpad {

struct FetchOptions {
  std::string user_agent;                    // "" = klikpad's honest default with a contact address
  std::chrono::milliseconds timeout{30000};  // one request with its redirects; waiting not counted
  std::chrono::milliseconds connect_timeout{10000};
  std::uint64_t max_body_bytes = 10u << 20;    // decoded; the rest is cut and said
  std::uint64_t max_header_bytes = 256 << 10;  // of one answer; more is no answer
  int max_redirects = 10;
  int concurrency = 16;                          // connections in all
  int host_concurrency = 2;                      // requests at once to one scheme, host and port
  std::chrono::milliseconds host_interval{250};  // between starts of requests to a host
  int max_retries = 1;  // of refused connections, broken answers and 429, 502, 503, 504
  std::chrono::milliseconds retry_delay{1000};           // before a retry without a Retry-After
  std::chrono::milliseconds longest_retry_after{15000};  // a longer Retry-After is not waited for
  std::chrono::milliseconds slowest_interval{8000};      // to which a host's pace is lowered
  // Answers slower than this, and than thrice the host's usual, make the pace slower (latency.h);
  // not without an interval.
  std::chrono::milliseconds slow_answer{1000};
  std::string ca_file;                  // PEM file beside the system's ("" = system's only)
  std::vector<std::string> connect_to;  // HOST1:PORT1:HOST2:PORT2 as curl's --connect-to
  bool allow_private = false;           // a public site may lead into a private network
  // "Name: value", sent with every request; Authorization and Cookie not to another origin that a
  // redirect leads to.
  std::vector<std::string> headers;
  // Asked at least ten times a second; after a yes all that is not done ends as kCancelled.
  std::function<bool()> should_stop;
};

// "klikpad/VERSION (+https://…)": who asks, and where its makers can be found.
std::string DefaultUserAgent();

// An error for options that cannot work (a CA file that is not there, a malformed connect-to). The
// fetcher keeps connections, addresses and the pace of each host from one Fetch to the next.
Result<std::unique_ptr<Fetcher>> MakeCurlFetcher(const FetchOptions& options);

}  // namespace klikpad
