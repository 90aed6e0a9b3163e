// The curl fetcher against well-behaved servers on loopback.

#include "fetch/curl_fetcher.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "support/curl_fetch.h"
#include "support/loopback_server.h"
#include "support/raw_server.h"
#include "support/temp_dir.h"
#include "support/throw_away_ca.h"

namespace klikpad {
namespace {

std::string FromHex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  }
  return bytes;
}

TEST_CASE("an ordinary page comes with status, headers and body") {
  LoopbackServer server;
  server.Http().Get("/", [](const httplib::Request& request, httplib::Response& answer) {
    answer.set_header("X-Agent", request.get_header_value("User-Agent"));
    answer.set_header("X-Accept", request.get_header_value("Accept"));
    answer.set_header("X-Encoding", request.get_header_value("Accept-Encoding"));
    answer.set_content("<h1>Hallo</h1>", "text/html; charset=utf-8");
  });
  server.Start();
  const Exchange answer = FetchOne(server.Url());
  CHECK(answer.IsAnswered());
  CHECK(answer.status == 200);
  CHECK(answer.body == "<h1>Hallo</h1>");
  CHECK(answer.Header("content-type") == "text/html; charset=utf-8");
  CHECK(answer.final_url == answer.url);
  CHECK(answer.wire.http_version == "1.1");
  CHECK(answer.hops.empty());
  CHECK_FALSE(answer.is_truncated);
  CHECK(answer.Header("x-agent") == DefaultUserAgent());
  CHECK(std::string(answer.Header("x-accept")).starts_with("text/html,"));
  CHECK(answer.Header("x-encoding") == "gzip, br, zstd");
}

TEST_CASE("every status is an answer") {
  LoopbackServer server;
  server.Http().Get(R"(/(\d+))", [](const httplib::Request& request, httplib::Response& answer) {
    answer.status = std::stoi(request.matches[1]);
    answer.set_content("said", "text/plain");
  });
  server.Start();
  for (const int status : {201, 400, 401, 403, 404, 410, 451, 500, 501, 503}) {
    CAPTURE(status);
    const Exchange answer = FetchOne(server.Url("/" + std::to_string(status)));
    CHECK(answer.IsAnswered());
    CHECK(answer.status == status);
    CHECK(answer.body == "said");
  }
}

TEST_CASE("a batch of many requests is answered once each over few connections") {
  LoopbackServer server;
  server.Http().Get(R"(/(\d+))", [](const httplib::Request& request, httplib::Response& answer) {
    answer.set_content(request.matches[1].str(), "text/html");
  });
  server.Start();
  FetchOptions options = QuickOptions();
  options.host_concurrency = 4;
  const auto fetcher = MakeFetcher(options);
  std::vector<Request> batch(2000);
  for (std::size_t i = 0; i < batch.size(); ++i) batch[i].url = server.Url("/" + std::to_string(i));
  std::vector<int> times(batch.size());
  bool is_right = true;
  fetcher->Fetch(batch, [&](std::size_t index, const Exchange& exchange) {
    ++times[index];
    is_right = is_right && exchange.body == std::to_string(index);
  });
  CHECK(is_right);
  CHECK(std::all_of(times.begin(), times.end(), [](int n) { return n == 1; }));
}

TEST_CASE("connections are used again from one batch to the next") {
  RawServer server([](RawConnection& connection) {
    while (!connection.ReadHead().empty()) {
      connection.Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    }
  });
  const auto fetcher = MakeFetcher();
  for (int i = 0; i < 5; ++i) {
    Request request;
    request.url = server.Url();
    CHECK(FetchBatch(*fetcher, {request})[0].body == "ok");
  }
  CHECK(server.Connections() == 1);
}

TEST_CASE("never more requests at once to a host than allowed") {
  std::atomic<int> now{0}, most{0};
  RawServer server([&](RawConnection& connection) {
    while (!connection.ReadHead().empty()) {
      const int running = ++now;
      int seen = most;
      while (seen < running && !most.compare_exchange_weak(seen, running)) {
      }
      --now;
      connection.Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    }
  });
  FetchOptions options = QuickOptions();
  options.host_concurrency = 2;
  std::vector<Request> batch(100);
  for (Request& request : batch) request.url = server.Url();
  FetchBatch(*MakeFetcher(options), batch);
  CHECK(most <= 2);
  CHECK(server.Connections() <= 2);
}

TEST_CASE("addresses that cannot be fetched are named before anything is sent") {
  for (const std::string url :
       {"", "nonsense", "ftp://a.example/", "mailto:a@b.example", "javascript:alert(1)",
        "file:///etc/hosts", "http://", "http://a b/", "http://[::1"}) {
    CAPTURE(url);
    const Exchange answer = FetchOne(url);
    CHECK(answer.error == FetchError::kBadUrl);
    CHECK_FALSE(answer.error_text.empty());
    CHECK(answer.url == url);
  }
}

TEST_CASE("credentials in an address are not sent") {
  RawServer server([](RawConnection& connection) {
    const std::string head = connection.ReadHead();
    const bool has_secret = head.find("uthorization") != std::string::npos;
    connection.Send(has_secret ? "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n"
                               : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  });
  CHECK(FetchOne("http://me:secret@127.0.0.1:" + std::to_string(server.Port()) + "/").status ==
        200);
}

TEST_CASE("bodies in gzip, brotli and zstd are decoded") {
  // "klikpad klikpad klikpad klikpad\n" by the programs gzip, brotli and zstd.
  struct Case {
    std::string encoding, bytes;
  };
  const std::string plain = "klikpad klikpad klikpad klikpad\n";
  for (const Case& c : std::vector<Case>{
           {"gzip", FromHex("1f8b0800000000000203cbcec9cc2e484c51c8c64e7301005382a93920000000")},
           {"br", FromHex("1f1f00f8c563ec3bcbbeca114329c24f3850baf43201")},
           {"zstd", FromHex("28b52ffd00587d0000486b6c696b706164200a0100ab0b17")}}) {
    CAPTURE(c.encoding);
    RawServer server(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: " + c.encoding +
        "\r\nContent-Length: " + std::to_string(c.bytes.size()) + "\r\n\r\n" + c.bytes);
    const Exchange answer = FetchOne(server.Url());
    CHECK(answer.IsAnswered());
    CHECK(answer.body == plain);
  }
}

TEST_CASE("bodies that are no text are not read unless they are asked for") {
  LoopbackServer server;
  server.Http().Get("/image", [](const httplib::Request&, httplib::Response& answer) {
    answer.set_content(std::string(300000, 'x'), "image/png");
  });
  server.Start();
  Request request;
  request.url = server.Url("/image");
  const auto fetcher = MakeFetcher();
  Exchange answer = FetchBatch(*fetcher, {request})[0];
  CHECK(answer.IsAnswered());
  CHECK(answer.is_skipped);
  CHECK_FALSE(answer.is_truncated);
  CHECK(answer.body.empty());
  CHECK(answer.Header("content-type") == "image/png");
  request.any_type = true;
  answer = FetchBatch(*fetcher, {request})[0];
  CHECK_FALSE(answer.is_skipped);
  CHECK(answer.body.size() == 300000);
}

TEST_CASE("a stop ends what runs and what waits") {
  RawServer server([](RawConnection& connection) {
    connection.ReadHead();
    connection.Hang();
  });
  FetchOptions options = QuickOptions();
  options.host_concurrency = 1;
  int asked = 0;
  options.should_stop = [&asked] { return ++asked > 2; };
  std::vector<Request> batch(3);
  for (Request& request : batch) request.url = server.Url();
  for (const Exchange& answer : FetchBatch(*MakeFetcher(options), batch)) {
    CHECK(answer.error == FetchError::kCancelled);
  }
}

TEST_CASE("an exception of the caller leaves a usable fetcher") {
  RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
  const auto fetcher = MakeFetcher();
  std::vector<Request> batch(5);
  for (Request& request : batch) request.url = server.Url();
  CHECK_THROWS(fetcher->Fetch(batch, [](std::size_t, const Exchange&) { throw 1; }));
  CHECK(FetchBatch(*fetcher, batch)[4].body == "ok");
}

TEST_CASE("IPv6 literals are reached") {
  std::unique_ptr<RawServer> server;
  try {
    server = std::make_unique<RawServer>(
        [](RawConnection& connection) {
          connection.ReadHead();
          connection.Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nv6");
        },
        "::1");
  } catch (const std::exception&) {
    MESSAGE("skipped: no IPv6 on this machine");
    return;
  }
  CHECK(FetchOne("http://[::1]:" + std::to_string(server->Port()) + "/").body == "v6");
}

TEST_CASE("a certificate of an unknown authority is an error, with its authority an answer") {
  const ThrowAwayCa ca("DNS:www.shop.example,IP:127.0.0.1");
  LoopbackServer server(ca.CertificateFile(), ca.KeyFile());
  server.Http().Get("/", [](const httplib::Request& request, httplib::Response& answer) {
    answer.set_content(request.get_header_value("Host"), "text/html");
  });
  server.Start();
  const Exchange refused = FetchOne(server.Url());
  CHECK(refused.error == FetchError::kTls);
  CHECK(refused.status == 0);
  CHECK(refused.error_text.find("not trusted") != std::string::npos);

  FetchOptions options = QuickOptions();
  options.ca_file = ca.CaFile();
  CHECK(FetchOne(server.Url(), options).status == 200);

  options.connect_to = {"www.shop.example:443:127.0.0.1:" + std::to_string(server.Port())};
  const Exchange named = FetchOne("https://www.shop.example/", options);
  CHECK(named.error_text == "");
  CHECK(named.body == "www.shop.example");

  options.connect_to = {"www.bank.example:443:127.0.0.1:" + std::to_string(server.Port())};
  CHECK(FetchOne("https://www.bank.example/", options).error == FetchError::kTls);
}

TEST_CASE("options that cannot work are refused in one sentence") {
  const TempDir dir;
  struct Case {
    std::string name;
    std::function<void(FetchOptions&)> change;
  };
  for (const Case& c : std::vector<Case>{
           {"no such CA file", [&](FetchOptions& o) { o.ca_file = dir / "none.pem"; }},
           {"no certificate in it", [&](FetchOptions& o) { o.ca_file = dir.Write("x.pem", "x"); }},
           {"connect-to", [](FetchOptions& o) { o.connect_to = {"a:b"}; }},
           {"connect-to port", [](FetchOptions& o) { o.connect_to = {"a:443:b:99999"}; }},
           {"connect-to brackets", [](FetchOptions& o) { o.connect_to = {"a:443:[::1:80"}; }},
           {"header", [](FetchOptions& o) { o.headers = {"no colon"}; }},
           {"header with a line break", [](FetchOptions& o) { o.headers = {"A: b\r\nC: d"}; }},
           {"user agent", [](FetchOptions& o) { o.user_agent = "a\nb"; }},
           {"concurrency", [](FetchOptions& o) { o.concurrency = 0; }},
           {"timeout", [](FetchOptions& o) { o.timeout = std::chrono::milliseconds(0); }}}) {
    CAPTURE(c.name);
    FetchOptions options;
    c.change(options);
    const auto fetcher = MakeCurlFetcher(options);
    CHECK_FALSE(fetcher.has_value());
    if (!fetcher) CHECK_FALSE(fetcher.error().Text().empty());
  }
}

}  // namespace
}  // namespace klikpad
