// HTTP/2 with a real server: one connection for many requests, GOAWAY amid them, limits of streams,
// resets and bodies that end too soon.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/curl_fetch.h"
#include "support/nginx.h"

namespace klikpad {
namespace {

bool HasNginx() {
  if (!Nginx::Program().empty()) return true;
  MESSAGE("SKIPPED: nginx is not installed");
  return false;
}

FetchOptions OptionsFor(const Nginx& server) {
  FetchOptions options = QuickOptions();
  options.timeout = std::chrono::milliseconds(3000);
  options.ca_file = server.CaFile();
  // klikpad's default. With 16 at once libcurl 7.88 leaves some requests of such servers waiting
  // until their limit when the machine is busy: they end as time-outs, in time, but without their
  // answer.
  options.host_concurrency = 2;
  return options;
}

std::vector<Exchange> Ask(const Nginx& server, const std::string& path, int times,
                          const FetchOptions& options) {
  std::vector<Request> batch(static_cast<std::size_t>(times));
  for (std::size_t i = 0; i < batch.size(); ++i) {
    batch[i].url = server.Url(path + "?" + std::to_string(i));
  }
  return FetchBatch(*MakeFetcher(options), batch);
}

}  // namespace

TEST_CASE("requests share a connection of HTTP/2, and a GOAWAY loses none of them") {
  if (!HasNginx()) return;
  // nginx sends GOAWAY behind every fifth request.
  for (const std::string server_lines :
       {"", "keepalive_requests 5;", "http2_max_concurrent_streams 1;"}) {
    CAPTURE(server_lines);
    const Nginx server(server_lines);
    for (const Exchange& answer : Ask(server, "/", 40, OptionsFor(server))) {
      CAPTURE(answer.error_text);
      CHECK(answer.status == 200);
      CHECK(answer.wire.http_version == "2");
      CHECK(answer.body == "<p>hallo</p>");
    }
  }
}

TEST_CASE("a stream that is reset, and a server that has enough of us, are told") {
  if (!HasNginx()) return;
  const Nginx server(
      "location /dicht { return 444; }\n"
      "location /druk { limit_req zone=een; limit_req_status 429; }\n"
      "location /traag { limit_rate 100; types { } default_type text/html; return 200 '" +
          std::string(3000, 'x') + "'; }",
      "limit_req_zone $binary_remote_addr zone=een:1m rate=1r/m;");
  FetchOptions options = OptionsFor(server);
  options.max_retries = 0;
  options.slowest_interval = std::chrono::milliseconds(1);
  options.timeout = std::chrono::milliseconds(700);
  const std::vector<Exchange> closed = Ask(server, "/dicht", 3, options);
  for (const Exchange& answer : closed) {
    CHECK(Word(answer.error) == "broken");
    CHECK(answer.status == 0);
  }
  int refused = 0;
  for (const Exchange& answer : Ask(server, "/druk", 4, options)) {
    refused += answer.status == 429 ? 1 : 0;
  }
  CHECK(refused == 3);
  const Exchange slow = Ask(server, "/traag", 1, options)[0];
  CHECK((slow.is_truncated || slow.error == FetchError::kTimeout));
  // What was good before is good after.
  CHECK(Ask(server, "/", 1, options)[0].status == 200);
}

}  // namespace klikpad
