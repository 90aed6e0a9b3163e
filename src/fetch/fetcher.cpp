// A stream as one batch after the other, for fetchers that answer at once.

#include "fetch/fetcher.h"

#include <utility>

namespace klikpad {
namespace {

constexpr std::size_t kBatch = 64;  // few, since their bodies may come all at once

}  // namespace

void Fetcher::FetchStream(RequestSource& source) {
  std::size_t first = 0;
  for (;;) {
    std::vector<Request> batch;
    while (batch.size() < kBatch) {
      std::optional<Request> request = source.Next();
      if (!request) break;
      batch.push_back(std::move(*request));
    }
    if (batch.empty()) {
      if (!source.WaitForMore()) return;
      continue;
    }
    Fetch(batch, [&source, first](std::size_t index, Exchange exchange) {
      source.Take(first + index, std::move(exchange));
    });
    first += batch.size();
  }
}

}  // namespace klikpad
