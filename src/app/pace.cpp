// A window of moments, so that a start from a recording or a host that tires shows soon.

#include "app/pace.h"

#include <cmath>

namespace klikpad {
namespace {

constexpr std::int64_t kWindow = 10'000;  // milliseconds
constexpr std::int64_t kBetween = 500;    // of two moments that are kept
constexpr std::int64_t kTooShort = 2'000;

}  // namespace

void Pace::Add(const CrawlProgress& progress, std::int64_t elapsed) {
  const Moment now{elapsed, progress.done, progress.left};
  // The run begins with what its first answer left.
  if (moments_.empty()) moments_.push_back({0, 0, progress.left});
  const bool is_near = moments_.size() > 1 && now.at - moments_[moments_.size() - 2].at < kBetween;
  if (is_near) {
    moments_.back() = now;
  } else {
    moments_.push_back(now);
  }
  while (moments_.size() > 2 && now.at - moments_[1].at >= kWindow) moments_.pop_front();
}

double Pace::PerSecond() const {
  if (moments_.empty()) return 0;
  const std::int64_t span = moments_.back().at - moments_.front().at;
  const int done = moments_.back().done - moments_.front().done;
  return span > 0 ? 1000.0 * done / static_cast<double>(span) : 0;
}

std::optional<std::int64_t> Pace::SecondsLeft() const {
  if (moments_.empty()) return std::nullopt;
  const Moment& first = moments_.front();
  const Moment& last = moments_.back();
  if (last.left == 0) return 0;
  const bool is_shrinking = first.left > last.left;
  if (last.at - first.at < kTooShort || !is_shrinking || PerSecond() <= 0) return std::nullopt;
  return static_cast<std::int64_t>(std::ceil(last.left / PerSecond()));
}

}  // namespace klikpad
