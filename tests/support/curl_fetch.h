// A CurlFetcher for loopback: quick limits, no proxy, no waiting between requests.

#pragma once

#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "fetch/curl_fetcher.h"

namespace klikpad {

inline FetchOptions QuickOptions() {
  FetchOptions options;
  options.timeout = std::chrono::milliseconds(2000);
  options.connect_timeout = std::chrono::milliseconds(1000);
  options.host_interval = std::chrono::milliseconds(0);
  options.retry_delay = std::chrono::milliseconds(1);
  options.host_concurrency = 8;
  return options;
}

inline std::unique_ptr<Fetcher> MakeFetcher(const FetchOptions& options = QuickOptions()) {
  setenv("no_proxy", "*", 1);  // a proxy of the machine knows nothing of our loopback
  Result<std::unique_ptr<Fetcher>> fetcher = MakeCurlFetcher(options);
  if (!fetcher) throw std::runtime_error(fetcher.error().Text());
  return std::move(*fetcher);
}

// Answers in the order of the requests.
inline std::vector<Exchange> FetchBatch(Fetcher& fetcher, const std::vector<Request>& batch) {
  std::vector<Exchange> answers(batch.size());
  fetcher.Fetch(
      batch, [&](std::size_t index, Exchange exchange) { answers[index] = std::move(exchange); });
  return answers;
}

inline Exchange FetchOne(const std::string& url, const FetchOptions& options = QuickOptions()) {
  Request request;
  request.url = url;
  return FetchBatch(*MakeFetcher(options), {request})[0];
}

}  // namespace klikpad
