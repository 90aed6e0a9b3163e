// Ctrl-C and its like: the first one ends the crawl cleanly, the second kills the program as usual.

#pragma once

#include <csignal>
#include <cstddef>
#include <iterator>

namespace klikpad {

// While one is there, SIGINT, SIGTERM and SIGHUP are noted instead of obeyed, once each. At most
// one at a time.
class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

  // A signal came since the last guard began.
  static bool WasInterrupted();

 private:
  static constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};
  struct sigaction old_[3]{};
};

}  // namespace klikpad
