// Which request may start now: never more than so many at once in all and to one host, and never
// two to one host sooner after each other than its interval. Knows no clock: the time is an
// argument.

#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace klikpad {

class HostSchedule {
 public:
  using Duration = std::chrono::milliseconds;
  using Time = std::chrono::steady_clock::time_point;

  HostSchedule(int concurrency, int host_concurrency, Duration host_interval,
               Duration slowest = Duration(8000))
      : concurrency_(concurrency),
        host_concurrency_(host_concurrency),
        interval_(host_interval),
        slowest_(slowest) {}

  // Puts `job` at the end of the host's queue; it starts at `earliest` at the earliest.
  void Add(std::size_t job, const std::string& host, Time earliest = Time::min());
  // As Add, but before all that wait for the host: the next step of something begun.
  void AddFirst(std::size_t job, const std::string& host, Time earliest = Time::min());
  // A job that may start now, and counts as running from here on; nothing when none may. Hosts take
  // turns, the jobs of one host keep their order.
  std::optional<std::size_t> Next(Time now);
  // The job on that host is no longer running.
  void Finish(const std::string& host);
  // When Next should be asked again: nothing when no time, only a Finish can bring a job.
  std::optional<Time> WakeAt() const;

  // At least `interval` between starts to that host from now on.
  void RaiseInterval(const std::string& host, Duration interval);
  // The host asked for patience: twice the interval that it has now, at least half a second, at
  // most the slowest.
  void SlowDown(const std::string& host);
  // It answered well. After each eight in a row half of what SlowDown added is taken back.
  void NoteGood(const std::string& host);
  // At least `pace` between starts to that host until it is set anew; it never undercuts the
  // interval.
  void SetPace(const std::string& host, Duration pace);
  // That is kept between two starts to that host now.
  Duration IntervalOf(const std::string& host) const;
  // Nothing starts on that host before `until`.
  void Pause(const std::string& host, Time until);

  std::size_t Waiting() const { return waiting_; }
  std::size_t Running() const { return running_; }
  // Forgets what waits and runs, keeps each host's interval and pause.
  void Clear();

 private:
  struct Waiter {
    std::size_t job = 0;
    Time earliest;
  };
  struct Host {
    std::deque<Waiter> waiting;
    int running = 0;
    // By Crawl-delay and ours; by its slowness; by its asking for patience. The longest counts.
    Duration interval{0}, pace{0}, backoff{0};
    int good = 0;  // answers in a row, while there is a back-off
    Duration Kept() const { return std::max({interval, pace, backoff}); }
    Time ready = Time::min();
  };
  Host& At(const std::string& host);
  static void Defer(Host& host, Duration before);
  // The first waiter of that host that may start, by position in its queue.
  static std::optional<std::size_t> FirstReady(const Host& host, Time now);

  int concurrency_, host_concurrency_;
  Duration interval_, slowest_;
  std::map<std::string, std::size_t> index_;
  std::vector<Host> hosts_;
  std::size_t turn_ = 0;  // the host whose turn it is
  std::size_t waiting_ = 0, running_ = 0;
};

}  // namespace klikpad
