// Fetcher over libcurl's multi interface: HTTP/1.1 and 2, TLS verified, gzip, br and zstd decoded,
// redirects followed hop by hop so that each is recorded. No cookies are kept, no credentials sent.

#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "fetch/fetcher.h"

namespace klikpad {

struct FetchOptions {
  std::string user_agent;                    // "" = klikpad's honest default with a contact address
  std::chrono::milliseconds timeout{30000};  // one request with its redirects
  std::chrono::milliseconds connect_timeout{10000};
  std::uint64_t max_body_bytes = 10u << 20;  // decoded; the rest is cut and said
  int max_redirects = 10;
  int concurrency = 16;                          // connections in all
  int host_concurrency = 2;                      // connections a host at once
  std::chrono::milliseconds host_interval{250};  // between starts of requests to a host
  int max_retries = 1;                  // of refused connections, broken answers and 502, 503, 504
  std::string ca_file;                  // PEM file beside the system's ("" = system's only)
  std::vector<std::string> connect_to;  // HOST1:PORT1:HOST2:PORT2 as curl's --connect-to
  std::vector<std::string> headers;     // "Name: value", sent with every request
};

// The default user agent: "klikpad/VERSION (+https://…; …)".
std::string DefaultUserAgent();

// An error for options that cannot work (a CA file that is not there, a malformed connect-to).
Result<std::unique_ptr<Fetcher>> MakeCurlFetcher(const FetchOptions& options);

}  // namespace klikpad
