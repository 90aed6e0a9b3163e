// A Fetcher that keeps several requests of a stream open and answers any of them next, another one
// for each seed: the disorder of a network without its sockets.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "support/fake_fetcher.h"

namespace klikpad {

class RestlessFetcher : public Fetcher {
 public:
  // Answers come from `answers`, at most `open` requests are on their way.
  RestlessFetcher(FakeFetcher& answers, std::size_t open, std::uint64_t seed)
      : answers_(answers), open_(open), state_(seed) {}

  void Fetch(const std::vector<Request>& batch, const Done& done) override {
    answers_.Fetch(batch, done);
  }

  void FetchStream(RequestSource& source) override {
    std::map<std::size_t, Request> on_the_way;
    std::size_t count = 0;
    for (;;) {
      while (on_the_way.size() < open_) {
        std::optional<Request> request = source.Next();
        if (!request) break;
        on_the_way.emplace(count++, std::move(*request));
      }
      most_open_ = std::max(most_open_, on_the_way.size());
      if (on_the_way.empty()) {
        if (!source.WaitForMore()) return;
        continue;
      }
      const auto chosen =
          std::next(on_the_way.begin(), static_cast<std::ptrdiff_t>(Random() % on_the_way.size()));
      const auto [index, request] = *chosen;
      on_the_way.erase(chosen);
      Exchange answer;
      answers_.Fetch({request}, [&](std::size_t, Exchange exchange) { answer = exchange; });
      if (source.MustStop()) {
        answer = ErrorAnswer(FetchError::kCancelled);
        answer.url = request.url;
      }
      source.Take(index, std::move(answer));
    }
  }

  std::size_t MostOpen() const { return most_open_; }

 private:
  // SplitMix64.
  std::uint64_t Random() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }

  FakeFetcher& answers_;
  std::size_t open_;
  std::uint64_t state_;
  std::size_t most_open_ = 0;
};

}  // namespace klikpad
