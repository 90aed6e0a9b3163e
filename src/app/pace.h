// How fast a crawl goes, and how long what it knows will still take.

#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "crawl/crawl.h"

namespace klikpad {

class Pace {
 public:
  // `elapsed`: milliseconds since the run began, never less than before.
  void Add(const CrawlProgress& progress, std::int64_t elapsed);
  // Pages a second in the last ten seconds, or so far; 0 when nothing can be said.
  double PerSecond() const;
  // Nothing while more is found than is read: then nobody knows.
  std::optional<std::int64_t> SecondsLeft() const;

 private:
  struct Moment {
    std::int64_t at = 0;
    int done = 0, left = 0;
  };
  std::deque<Moment> moments_;  // the last ten seconds, thinned out
};

}  // namespace klikpad
