// The pace that follows from how soon a host answers.

#include "fetch/latency.h"

#include <doctest/doctest.h>

#include <atomic>
#include <mutex>
#include <utility>
#include <vector>

#include "fetch/host_schedule.h"
#include "support/curl_fetch.h"
#include "support/raw_server.h"

namespace klikpad {

using std::chrono::milliseconds;

TEST_CASE("a host that becomes slower is asked less often, and as before once it recovers") {
  HostLatency host(milliseconds(1000), milliseconds(8000));
  for (int i = 0; i < 10; ++i) CHECK(host.Take(milliseconds(200)).count() == 0);
  milliseconds pace{0};
  for (int i = 0; i < 12; ++i) pace = host.Take(milliseconds(4000));
  CHECK(pace > milliseconds(3000));
  CHECK(pace <= milliseconds(4000));
  for (int i = 0; i < 30; ++i) pace = host.Take(milliseconds(200));
  CHECK(pace.count() == 0);
}

TEST_CASE("a host that is far away but steady is not slow, nor is one outlier") {
  HostLatency far(milliseconds(1000), milliseconds(8000));
  for (int i = 0; i < 50; ++i) CHECK(far.Take(milliseconds(1500)).count() == 0);
  HostLatency quick(milliseconds(1000), milliseconds(8000));
  for (int i = 0; i < 20; ++i) CHECK(quick.Take(milliseconds(i == 10 ? 2500 : 50)).count() == 0);
}

TEST_CASE("the pace is bounded") {
  HostLatency host(milliseconds(1000), milliseconds(8000));
  for (int i = 0; i < 5; ++i) host.Take(milliseconds(100));
  for (int i = 0; i < 99; ++i) CHECK(host.Take(milliseconds(60'000)) <= milliseconds(8000));
}

TEST_CASE("the schedule keeps the pace beside the interval") {
  HostSchedule schedule(9, 9, milliseconds(100));
  const HostSchedule::Time now{};
  for (std::size_t job = 0; job < 4; ++job) schedule.Add(job, "a");
  CHECK(schedule.Next(now) == std::optional<std::size_t>(0));
  schedule.SetPace("a", milliseconds(300));
  CHECK(schedule.WakeAt() == std::optional(now + milliseconds(300)));
  CHECK(schedule.Next(now + milliseconds(300)) == std::optional<std::size_t>(1));
  schedule.SetPace("a", milliseconds(0));
  CHECK(schedule.Next(now + milliseconds(600)) == std::optional<std::size_t>(2));
  CHECK(schedule.WakeAt() == std::optional(now + milliseconds(700)));
}

TEST_CASE("a server that becomes slow is asked less often") {
  std::mutex mutex;
  std::vector<std::chrono::steady_clock::time_point> starts;
  RawServer server([&](RawConnection& connection) {
    for (std::string head = connection.ReadHead(); !head.empty(); head = connection.ReadHead()) {
      std::size_t number = 0;
      {
        const std::lock_guard lock(mutex);
        starts.push_back(std::chrono::steady_clock::now());
        number = starts.size();
      }
      // The delay is the server's.
      if (number > 6) std::this_thread::sleep_for(milliseconds(120));
      connection.Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    }
  });
  FetchOptions options = QuickOptions();
  options.host_interval = milliseconds(1);
  options.host_concurrency = 8;
  options.slow_answer = milliseconds(30);
  std::vector<Request> batch(24);
  for (std::size_t i = 0; i < batch.size(); ++i) batch[i].url = server.Url("/" + std::to_string(i));
  const auto fetcher = MakeFetcher(options);
  // One after the other at first, so that the usual time is that of a server at rest.
  for (std::size_t i = 0; i < 6; ++i) FetchBatch(*fetcher, {batch[i]});
  FetchBatch(*fetcher, {batch.begin() + 6, batch.end()});
  REQUIRE(starts.size() == 24);
  CHECK(starts.back() - starts[starts.size() - 4] > milliseconds(100));
  // And counted, by host.
  const std::vector<HostPace> paces = fetcher->Paces();
  REQUIRE(paces.size() == 1);
  CHECK(paces[0].host + "/" == server.Url("/"));
  CHECK(paces[0].slow_answers > 0);
  CHECK(paces[0].asked_for_patience == 0);
  CHECK(paces[0].longest_ms > 1);
}

TEST_CASE("a host that asks for patience is counted as such, one that answers well is not") {
  RawServer busy([&](RawConnection& connection) {
    bool is_first = true;
    for (std::string head = connection.ReadHead(); !head.empty(); head = connection.ReadHead()) {
      connection.Send(std::exchange(is_first, false)
                          ? "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"
                          : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    }
  });
  RawServer calm("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
  FetchOptions options = QuickOptions();
  options.retry_delay = milliseconds(1);
  options.max_retries = 1;
  options.slowest_interval = milliseconds(600);
  const auto fetcher = MakeFetcher(options);
  CHECK(fetcher->Paces().empty());
  std::vector<Request> batch(2);
  batch[0].url = busy.Url("/");
  batch[1].url = calm.Url("/");
  const auto answers = FetchBatch(*fetcher, batch);
  CHECK(answers[0].status == 200);
  CHECK(answers[1].status == 200);
  const std::vector<HostPace> paces = fetcher->Paces();
  REQUIRE(paces.size() == 1);
  CHECK(paces[0].host + "/" == busy.Url("/"));
  CHECK(paces[0].asked_for_patience == 1);
  CHECK(paces[0].longest_ms == 500);
}

}  // namespace klikpad
