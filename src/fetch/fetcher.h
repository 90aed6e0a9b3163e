// The one door to the outside: requests go in, exchanges come out as they are ready. The real one
// is CurlFetcher; a folder, a WARC and the tests' fakes stand in for it.

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "model/exchange.h"

namespace klikpad {

// Where requests come from while others are on their way. All are called on the thread that
// called FetchStream, and none of them calls the fetcher.
class RequestSource {
 public:
  virtual ~RequestSource() = default;
  // What to ask next; nothing when there is nothing at the moment.
  virtual std::optional<Request> Next() = 0;
  // Called when Next() gave nothing and no answer is on its way: waits until that may have changed.
  // False when there will be no more.
  virtual bool WaitForMore() = 0;
  // The answer to the request that Next() gave as number `index`, counted from 0. Exactly once for
  // each, in the order in which the answers come.
  virtual void Take(std::size_t index, Exchange exchange) = 0;
  // Asked often; a yes ends all that is on its way as kCancelled, and whatever Next() still gives.
  virtual bool MustStop() { return false; }
};

class Fetcher {
 public:
  virtual ~Fetcher() = default;
  // Calls `done` exactly once for each request, with its index in `batch`, in the order in which
  // the answers come, on the calling thread. Returns when all are done. `done` does not call Fetch.
  using Done = std::function<void(std::size_t index, Exchange exchange)>;
  virtual void Fetch(const std::vector<Request>& batch, const Done& done) = 0;

  // Fetches what the source gives until it has no more. A fetcher that does not override it asks in
  // batches. A fetcher that is stopped ends whatever still comes as kCancelled.
  virtual void FetchStream(RequestSource& source);
  // From any thread, also when no stream is fetched: Next() may have something now.
  virtual void Wake() {}

  // Hosts that were asked less often than the options allow, because they asked for patience or
  // became slow. Sorted by name.
  virtual std::vector<HostPace> Paces() const { return {}; }
};

}  // namespace klikpad
