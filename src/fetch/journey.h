// The way of one request over its redirects and retries to its exchange. Knows no network and no
// clock: it says what to ask next and is told what came.

#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "fetch/curl_fetcher.h"
#include "fetch/hop.h"

namespace klikpad {

class Journey {
 public:
  // `options` outlives the journey.
  Journey(const Request& request, const FetchOptions& options);

  // False at once when the address is none that can be fetched.
  bool IsOver() const { return is_over_; }
  // What to ask next, and the key of its host (scheme, host and port). Only while it is not over.
  HopRequest Next() const;
  const std::string& Host() const { return host_; }

  // How the journey goes on when it is not over after an answer.
  struct Onward {
    std::chrono::milliseconds wait{0};
    bool pauses_host = false;  // the host asked for the wait: nothing else goes there meanwhile
    bool slows_host = false;   // the host finds us too quick
  };
  Onward Take(HopAnswer answer);
  // Ends it without a further answer.
  void Stop(FetchError error, std::string text);

  // The exchange, once it is over.
  Exchange TakeExchange() { return std::move(exchange_); }

 private:
  bool TriesAgain(const HopAnswer& answer, Onward& onward);
  void Follow(const std::string& location);
  void Finish(HopAnswer answer);
  void GoTo(const Url& url);
  std::string VisitKey(const Url& url) const;

  const FetchOptions& options_;
  Request request_;
  Exchange exchange_;
  Url url_;
  std::string host_;
  std::string first_origin_;
  std::vector<std::string> cookies_;
  std::set<std::string> visited_;  // addresses with the cookies that were sent there
  std::chrono::milliseconds spent_{0};
  int retries_ = 0;
  bool needs_public_address_ = false;
  bool is_uncompressed_ = false;
  bool is_over_ = false;
};

}  // namespace klikpad
