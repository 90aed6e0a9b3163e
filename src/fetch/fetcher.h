// The one door to the outside: a batch of requests goes in, exchanges come out as they are ready.
// The real one is CurlFetcher; a folder, a WARC and the tests' fakes stand in for it.

#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "model/exchange.h"

namespace klikpad {

class Fetcher {
 public:
  virtual ~Fetcher() = default;
  // Calls `done` exactly once for each request, with its index in `batch`, in the order in which
  // the answers come, on the calling thread. Returns when all are done. `done` does not call Fetch.
  using Done = std::function<void(std::size_t index, Exchange exchange)>;
  virtual void Fetch(const std::vector<Request>& batch, const Done& done) = 0;
};

}  // namespace klikpad
