// A stream as one batch after the other, for fetchers that answer at once.

#include "fetch/fetcher.h"

#include <utility>

namespace klikpad {

void Fetcher::FetchStream(RequestSource& source) {
  std::size_t first = 0;
  for (;;) {
    std::vector<Request> batch;
    while (std::optional<Request> request = source.Next()) batch.push_back(std::move(*request));
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
