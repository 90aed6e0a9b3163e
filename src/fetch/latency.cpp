// Smoothing.

#include "fetch/latency.h"

#include <algorithm>

namespace klikpad {
namespace {

constexpr int kLearning = 4;  // answers after which the host's usual time is known
constexpr int kMuchSlower = 3;
constexpr HostLatency::Duration kLeastPace{20};

}  // namespace

HostLatency::Duration HostLatency::Take(Duration latency) {
  smoothed_ = count_ == 0 ? latency : (smoothed_ * 3 + latency) / 4;
  ++count_;
  if (count_ == kLearning) usual_ = smoothed_;
  if (count_ >= kLearning) usual_ = std::min(usual_, smoothed_);
  const bool is_slow = count_ > kLearning && smoothed_ > std::max(floor_, usual_ * kMuchSlower);
  pace_ = std::min(slowest_, is_slow ? (pace_ + smoothed_) / 2 : pace_ / 2);
  if (pace_ < kLeastPace) pace_ = Duration(0);
  return pace_;
}

}  // namespace klikpad
