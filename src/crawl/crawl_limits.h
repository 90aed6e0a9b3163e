// What ends a crawl before it has seen everything, and the words in which the audit says so.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "crawl/crawl.h"
#include "model/site.h"

namespace klikpad {

class CrawlLimits {
 public:
  // Both outlive the limits. Time counts from here on.
  CrawlLimits(const CrawlOptions& options, const CrawlHooks& hooks);

  // True once the run was interrupted or is out of time.
  bool MustStop();
  bool WasCancelled() const { return was_cancelled_; }
  bool StoppedEarly() const { return was_cancelled_ || out_of_time_; }
  // Of an address that was not read because of it.
  HoleReason StopReason() const {
    return was_cancelled_ ? HoleReason::kCancelled : HoleReason::kLimit;
  }
  std::string StopText() const { return was_cancelled_ ? kInterrupted : kOutOfTime; }
  // Takes one address from --max-pages, of which `kept` are for later use; false when none is left.
  bool TakeOne(int kept);
  // What is left of --max-pages.
  int Left() const { return options_.max_pages - asked_; }
  // Writes down that a limit was hit, once.
  void Cap(const std::string& reason);
  // In the order in which they were hit.
  const std::vector<std::string>& Caps() const { return caps_; }

 private:
  static constexpr const char* kInterrupted = "the run was interrupted";
  static constexpr const char* kOutOfTime = "--max-duration was reached";

  const CrawlOptions& options_;
  const CrawlHooks& hooks_;
  std::int64_t started_ = 0;
  int asked_ = 0;
  bool was_cancelled_ = false;
  bool out_of_time_ = false;
  std::vector<std::string> caps_;
};

}  // namespace klikpad
