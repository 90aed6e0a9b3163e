// Asks addresses of stores, as polite as the crawl: robots.txt first, no faster than is said.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/url.h"
#include "crawl/robots_gate.h"
#include "fetch/fetcher.h"

namespace klikpad {

class StoreAsker {
 public:
  // `interval_ms` lies between two requests to one host, more where its robots.txt wants that.
  StoreAsker(Fetcher& fetcher, bool obey_robots, std::int64_t interval_ms)
      : fetcher_(fetcher), obey_robots_(obey_robots), interval_ms_(interval_ms) {}

  // One exchange an address, in their order; an empty address gives an empty one. What robots.txt
  // disallows is answered with FetchError::kRefused.
  std::vector<Exchange> Ask(const std::vector<std::string>& addresses);

 private:
  void LoadRobots(const std::vector<std::string>& addresses);

  Fetcher& fetcher_;
  bool obey_robots_;
  std::int64_t interval_ms_;
  RobotsGate robots_;
};

}  // namespace klikpad
