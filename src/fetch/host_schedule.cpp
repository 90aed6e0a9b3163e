// Queues by host.

#include "fetch/host_schedule.h"

#include <algorithm>

namespace klikpad {
namespace {

constexpr HostSchedule::Duration kFirstSlowDown{500};
constexpr int kGoodInARow = 8;

}  // namespace

HostSchedule::Host& HostSchedule::At(const std::string& host) {
  const auto [entry, is_new] = index_.try_emplace(host, hosts_.size());
  if (is_new) {
    hosts_.emplace_back();
    hosts_.back().interval = interval_;
  }
  return hosts_[entry->second];
}

void HostSchedule::Add(std::size_t job, const std::string& host, Time earliest) {
  At(host).waiting.push_back({job, earliest});
  ++waiting_;
}

void HostSchedule::AddFirst(std::size_t job, const std::string& host, Time earliest) {
  At(host).waiting.push_front({job, earliest});
  ++waiting_;
}

std::optional<std::size_t> HostSchedule::FirstReady(const Host& host, Time now) {
  if (host.ready > now) return std::nullopt;
  for (std::size_t i = 0; i < host.waiting.size(); ++i) {
    if (host.waiting[i].earliest <= now) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> HostSchedule::Next(Time now) {
  if (waiting_ == 0 || running_ >= static_cast<std::size_t>(concurrency_)) return std::nullopt;
  for (std::size_t tried = 0; tried < hosts_.size(); ++tried) {
    Host& host = hosts_[(turn_ + tried) % hosts_.size()];
    if (host.running >= host_concurrency_) continue;
    const std::optional<std::size_t> place = FirstReady(host, now);
    if (!place) continue;
    const std::size_t job = host.waiting[*place].job;
    host.waiting.erase(host.waiting.begin() + static_cast<std::ptrdiff_t>(*place));
    host.ready = now + host.Kept();
    ++host.running;
    --waiting_;
    ++running_;
    turn_ = (turn_ + tried + 1) % hosts_.size();
    return job;
  }
  return std::nullopt;
}

void HostSchedule::Finish(const std::string& host) {
  Host& entry = At(host);
  if (entry.running == 0) return;
  --entry.running;
  --running_;
}

std::optional<HostSchedule::Time> HostSchedule::WakeAt() const {
  std::optional<Time> wake;
  if (running_ >= static_cast<std::size_t>(concurrency_)) return wake;
  for (const Host& host : hosts_) {
    if (host.waiting.empty() || host.running >= host_concurrency_) continue;
    Time earliest = host.waiting.front().earliest;
    for (const Waiter& waiter : host.waiting) {
      earliest = std::min(earliest, waiter.earliest);
      if (earliest <= host.ready) break;
    }
    const Time at = std::max(host.ready, earliest);
    wake = wake ? std::min(*wake, at) : at;
  }
  return wake;
}

void HostSchedule::RaiseInterval(const std::string& host, Duration interval) {
  Host& entry = At(host);
  const Duration before = entry.Kept();
  entry.interval = std::max(entry.interval, interval);
  Defer(entry, before);
}

void HostSchedule::SlowDown(const std::string& host) {
  Host& entry = At(host);
  const Duration before = entry.Kept();
  entry.backoff = std::min(std::max(before * 2, kFirstSlowDown), slowest_);
  entry.good = 0;
  Defer(entry, before);
}

void HostSchedule::NoteGood(const std::string& host) {
  Host& entry = At(host);
  if (entry.backoff == Duration::zero() || ++entry.good < kGoodInARow) return;
  entry.good = 0;
  entry.backoff /= 2;
  if (entry.backoff < kFirstSlowDown / 2) entry.backoff = Duration::zero();
}

void HostSchedule::SetPace(const std::string& host, Duration pace) {
  Host& entry = At(host);
  const Duration before = entry.Kept();
  entry.pace = pace;
  Defer(entry, before);
}

// What was put off by the interval `before` is put off by the one of now, if that is longer.
void HostSchedule::Defer(Host& host, Duration before) {
  const Duration more = host.Kept() - before;
  if (more > Duration::zero() && host.ready != Time::min()) host.ready += more;
}

HostSchedule::Duration HostSchedule::IntervalOf(const std::string& host) const {
  const auto entry = index_.find(host);
  return entry == index_.end() ? interval_ : hosts_[entry->second].Kept();
}

void HostSchedule::Pause(const std::string& host, Time until) {
  Host& entry = At(host);
  entry.ready = std::max(entry.ready, until);
}

void HostSchedule::Clear() {
  for (Host& host : hosts_) {
    host.waiting.clear();
    host.running = 0;
  }
  waiting_ = 0;
  running_ = 0;
}

}  // namespace klikpad
