// A crawl with default settings of a server that counts requests never exceeds the promised rate.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

#include "crawl/crawl.h"
#include "fetch/curl_fetcher.h"
#include "support/loopback_server.h"

namespace klikpad {

TEST_CASE("with default settings no two requests start within 250 ms, and no third is open") {
  using Clock = std::chrono::steady_clock;
  LoopbackServer server;
  std::mutex mutex;
  std::vector<Clock::time_point> starts;
  std::atomic<int> open{0}, most_open{0};
  server.Http().Get(".*", [&](const httplib::Request& request, httplib::Response& response) {
    {
      const std::lock_guard lock(mutex);
      starts.push_back(Clock::now());
    }
    const int now = ++open;
    int most = most_open;
    while (most < now && !most_open.compare_exchange_weak(most, now)) {
    }
    // Slower than the interval, so that only the limit of two keeps the third away.
    std::this_thread::sleep_for(std::chrono::milliseconds(600));
    std::string html = "<html lang=nl><p>Een gewone pagina met tekst.</p>";
    for (int i = 0; i < 5 && request.path == "/"; ++i)
      html += fmt::format("<a href=/{0}>{0}</a>", i);
    response.set_content(html, "text/html");
    --open;
  });
  server.Start();
  auto fetcher = MakeCurlFetcher({});
  REQUIRE(fetcher);
  const auto rules = LoadRules(std::string(KLIKPAD_ROOT) + "/rules");
  REQUIRE(rules);
  Brand brand;
  brand.start = fmt::format("http://127.0.0.1:{}/", server.Port());
  const auto crawl = Crawl(brand, {}, *rules, **fetcher, {});
  REQUIRE(crawl);
  CHECK(crawl->look.pages.size() == 6);
  std::sort(starts.begin(), starts.end());
  REQUIRE(starts.size() == 11);  // robots.txt, the sitemap and three well-known files beside them
  CHECK(most_open <= 2);
  // A busy machine may hold one request up on its way here and not the next: 50 ms for that, in
  // each gap; none over all of them.
  for (std::size_t i = 1; i < starts.size(); ++i) {
    CHECK(starts[i] - starts[i - 1] >= std::chrono::milliseconds(200));
  }
  CHECK(starts.back() - starts.front() >=
        std::chrono::milliseconds(250) * 7 - std::chrono::milliseconds(50));
}

}  // namespace klikpad
