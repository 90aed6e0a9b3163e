// A Fetcher in memory: answers from a table, records what was asked, and can shuffle the order of
// the answers or fail the n-th request.

#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fetch/fetcher.h"

namespace klikpad {

// 200 with a body; `type` is the Content-Type.
inline Exchange PageAnswer(std::string body, std::string type = "text/html; charset=utf-8") {
  Exchange exchange;
  exchange.status = 200;
  exchange.headers = {{"content-type", std::move(type)}};
  exchange.body = std::move(body);
  return exchange;
}

// An answer with that status and, where wanted, a body of HTML.
inline Exchange StatusAnswer(int status, std::string body = "") {
  Exchange exchange = PageAnswer(std::move(body));
  exchange.status = status;
  return exchange;
}

// No answer, for that reason.
inline Exchange ErrorAnswer(FetchError error) {
  Exchange exchange;
  exchange.error = error;
  exchange.error_text = "the test wants the error " + std::string(Word(error));
  return exchange;
}

class FakeFetcher : public Fetcher {
 public:
  FakeFetcher() = default;
  FakeFetcher(std::initializer_list<std::pair<std::string, Exchange>> answers) {
    for (const auto& [url, exchange] : answers) Add(url, exchange);
  }

  // `url`, `final_url`, `wire.http_version` and `error_text` are filled in where they are empty.
  void Add(const std::string& url, Exchange exchange) { answers_[url] = std::move(exchange); }
  void AddPage(const std::string& url, std::string html) { Add(url, PageAnswer(std::move(html))); }
  // A request for `from` that follows redirects gets the answer of `to`, with the hops before it.
  void AddRedirect(const std::string& from, const std::string& to, int status = 301) {
    redirects_[from] = Hop{from, status, to};
  }

  // Answers come in another order, a different one for each seed; 0: the order of the batch.
  void ShuffleWith(std::uint64_t seed) { seed_ = seed; }
  // The n-th request (1-based, over all batches) gets no answer.
  void FailNth(std::size_t n, FetchError error = FetchError::kConnect) { failures_[n] = error; }
  // The n-th request gets that exchange instead of its answer.
  void AnswerNth(std::size_t n, Exchange exchange) { replacements_[n] = std::move(exchange); }

  // Every address that was asked, in the order of asking (redirect targets are not among them).
  const std::vector<std::string>& Asked() const { return asked_; }
  const std::vector<Request>& Requests() const { return requests_; }
  std::size_t Batches() const { return batches_; }
  std::size_t CountOf(std::string_view url) const {
    std::size_t count = 0;
    for (const std::string& asked : asked_) count += asked == url ? 1 : 0;
    return count;
  }

  void Fetch(const std::vector<Request>& batch, const Done& done) override {
    ++batches_;
    std::vector<std::size_t> order(batch.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (seed_ != 0) Shuffle(order);
    std::vector<Exchange> ready(batch.size());
    for (std::size_t i = 0; i < batch.size(); ++i) ready[i] = Answer(batch[i]);
    for (std::size_t i : order) done(i, std::move(ready[i]));
  }

 private:
  Exchange Answer(const Request& request) {
    asked_.push_back(request.url);
    requests_.push_back(request);
    const std::size_t number = asked_.size();
    Exchange exchange;
    if (auto failure = failures_.find(number); failure != failures_.end()) {
      exchange = ErrorAnswer(failure->second);
    } else if (auto other = replacements_.find(number); other != replacements_.end()) {
      exchange = other->second;
    } else {
      exchange = FollowTable(request);
    }
    exchange.url = request.url;
    if (exchange.final_url.empty()) exchange.final_url = request.url;
    if (exchange.status != 0 && exchange.wire.http_version.empty()) {
      exchange.wire.http_version = "1.1";
    }
    return exchange;
  }

  Exchange FollowTable(const Request& request) const {
    std::string url = request.url;
    std::vector<Hop> hops;
    std::set<std::string> seen;
    for (auto hop = redirects_.find(url); hop != redirects_.end(); hop = redirects_.find(url)) {
      if (!request.follow_redirects) {
        Exchange exchange = StatusAnswer(hop->second.status);
        exchange.headers.emplace_back("location", hop->second.location);
        return exchange;
      }
      hops.push_back(hop->second);
      if (!seen.insert(url).second) {
        Exchange exchange = ErrorAnswer(FetchError::kRedirectLoop);
        exchange.hops = std::move(hops);
        return exchange;
      }
      url = hop->second.location;
    }
    auto answer = answers_.find(url);
    Exchange exchange =
        answer == answers_.end() ? StatusAnswer(404, "<title>Not found</title>") : answer->second;
    if (!hops.empty()) {
      exchange.hops = std::move(hops);
      if (exchange.final_url.empty()) exchange.final_url = url;
    }
    return exchange;
  }

  // Fisher-Yates with SplitMix64: the same order on every platform, which std::shuffle is not.
  void Shuffle(std::vector<std::size_t>& order) {
    for (std::size_t i = order.size(); i > 1; --i) {
      state_ += 0x9E3779B97F4A7C15ull + seed_;
      std::uint64_t z = state_;
      z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
      z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
      std::swap(order[i - 1], order[(z ^ (z >> 31)) % i]);
    }
  }

  std::map<std::string, Exchange> answers_;
  std::map<std::string, Hop> redirects_;
  std::map<std::size_t, FetchError> failures_;
  std::map<std::size_t, Exchange> replacements_;
  std::vector<std::string> asked_;
  std::vector<Request> requests_;
  std::uint64_t seed_ = 0, state_ = 0;
  std::size_t batches_ = 0;
};

}  // namespace klikpad
