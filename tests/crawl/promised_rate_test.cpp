// A crawl with default settings of a server that counts requests never exceeds the promised rate.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "crawl/crawl.h"
#include "fetch/curl_fetcher.h"
#include "support/loopback_server.h"
#include "support/shipped_rules.h"

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
  Brand brand;
  brand.start = fmt::format("http://127.0.0.1:{}/", server.Port());
  const auto crawl = Crawl(brand, {}, ShippedRules(), **fetcher, {});
  REQUIRE(crawl);
  CHECK(crawl->look.pages.size() == 6);
  std::sort(starts.begin(), starts.end());
  // robots.txt, the sitemap, three well-known files and the address that cannot exist beside them
  REQUIRE(starts.size() == 12);
  CHECK(most_open <= 2);
  // A busy machine may hold one request up on its way here and not the next: 50 ms for that, in
  // each gap; none over all of them.
  for (std::size_t i = 1; i < starts.size(); ++i) {
    CHECK(starts[i] - starts[i - 1] >= std::chrono::milliseconds(200));
  }
  CHECK(starts.back() - starts.front() >=
        std::chrono::milliseconds(250) * 11 - std::chrono::milliseconds(50));
}

TEST_CASE("redirects, retries, sitemaps and probes keep the pace that robots.txt asks for") {
  using Clock = std::chrono::steady_clock;
  LoopbackServer server;
  std::mutex mutex;
  std::vector<std::pair<Clock::time_point, std::string>> starts;
  std::atomic<int> busy{0};
  server.Http().Get(".*", [&](const httplib::Request& request, httplib::Response& response) {
    {
      const std::lock_guard lock(mutex);
      starts.emplace_back(Clock::now(), request.path);
    }
    if (request.path == "/robots.txt") {
      response.set_content("User-agent: *\nCrawl-delay: 0.2\n", "text/plain");
    } else if (request.path == "/oud") {
      response.set_redirect("/nieuw");
    } else if (request.path == "/druk" && busy++ == 0) {
      response.status = 503;
    } else if (request.path == "/" || request.path == "/nieuw" || request.path == "/druk") {
      response.set_content("<html lang=nl><p>Tekst van " + request.path +
                               ".</p><a href=/oud>a</a><a href=/druk>b</a>",
                           "text/html");
    } else {
      response.status = 404;
    }
  });
  server.Start();
  FetchOptions options;
  options.host_interval = std::chrono::milliseconds(20);
  options.retry_delay = std::chrono::milliseconds(1);
  auto fetcher = MakeCurlFetcher(options);
  REQUIRE(fetcher);
  Brand brand;
  brand.start = fmt::format("http://127.0.0.1:{}/", server.Port());
  const auto crawl = Crawl(brand, {}, ShippedRules(), **fetcher, {});
  REQUIRE(crawl);
  std::vector<std::string> paths;
  for (const auto& [at, path] : starts) paths.push_back(path);
  CHECK(std::count(paths.begin(), paths.end(), "/druk") == 2);
  CHECK(std::count(paths.begin(), paths.end(), "/nieuw") == 1);
  CHECK(std::count(paths.begin(), paths.end(), "/sitemap.xml") == 1);
  CHECK(paths.size() == 11);  // with three well-known files and the address that cannot exist
  // 50 ms for a busy machine, as above.
  for (std::size_t i = 1; i < starts.size(); ++i) {
    CAPTURE(paths[i]);
    CHECK(starts[i].first - starts[i - 1].first >= std::chrono::milliseconds(150));
  }
  CHECK(crawl->look.notes ==
        std::vector<std::string>{
            fmt::format("http://127.0.0.1:{} asks for 0.2 seconds between requests, and got them",
                        server.Port()),
        });
}

}  // namespace klikpad
