// Counting what may still be asked.

#include "crawl/crawl_limits.h"

#include <fmt/format.h>

#include <algorithm>

namespace klikpad {

CrawlLimits::CrawlLimits(const CrawlOptions& options, const CrawlHooks& hooks)
    : options_(options), hooks_(hooks) {
  if (hooks_.milliseconds) started_ = hooks_.milliseconds();
}

bool CrawlLimits::MustStop() {
  if (StoppedEarly()) return true;
  if (hooks_.is_cancelled && hooks_.is_cancelled()) {
    was_cancelled_ = true;
    Cap(kInterrupted);
  }
  if (options_.max_duration && hooks_.milliseconds &&
      hooks_.milliseconds() - started_ > options_.max_duration->count()) {
    out_of_time_ = true;
    Cap(kOutOfTime);
  }
  return StoppedEarly();
}

bool CrawlLimits::TakeOne(int kept) {
  if (asked_ + kept >= options_.max_pages) {
    Cap(fmt::format("--max-pages {} was reached", options_.max_pages));
    return false;
  }
  ++asked_;
  return true;
}

void CrawlLimits::Cap(const std::string& reason) {
  if (std::find(caps_.begin(), caps_.end(), reason) == caps_.end()) caps_.push_back(reason);
}

}  // namespace klikpad
