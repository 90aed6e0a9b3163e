// How soon a host answers, and the pace that follows from it: a host that slows down is asked less
// often until it recovers. After Scrapy's AutoThrottle
// (https://docs.scrapy.org/en/latest/topics/autothrottle.html): the interval goes half the way to
// the time that an answer takes; other than there only when the host has become much slower than it
// was, since a host may be far away and have time.

#pragma once

#include <chrono>

namespace klikpad {

class HostLatency {
 public:
  using Duration = std::chrono::milliseconds;
  // Answers quicker than `floor` are never slow. `slowest` bounds the pace.
  HostLatency(Duration floor, Duration slowest) : floor_(floor), slowest_(slowest) {}

  // From the request to the first byte of its answer. Gives the least interval between two requests
  // from now on, 0 when there is no reason to wait.
  Duration Take(Duration latency);

 private:
  Duration floor_, slowest_;
  int count_ = 0;
  Duration smoothed_{0};  // a quarter of each new one
  Duration usual_{0};     // the least that it was
  Duration pace_{0};
};

}  // namespace klikpad
