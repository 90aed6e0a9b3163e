// Certificates and protocols that are wrong: no secure connection, said in words, and nothing sent.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/curl_fetch.h"
#include "support/raw_server.h"
#include "support/temp_dir.h"
#include "support/tls_server.h"

namespace klikpad {

TEST_CASE("a secure connection that is none is told apart from no answer") {
  struct Case {
    std::string name, names;
    long from_days, to_days;
    bool is_trusted;
    int version;
    FetchError error;
    std::string says;
  };
  const std::string own = "IP:127.0.0.1", other = "DNS:elders.example";
  const std::vector<Case> cases = {
      {"good", own, -10, 10, true, 0, FetchError::kNone, ""},
      {"signed by itself", own, -10, 10, false, 0, FetchError::kTls, "is signed by itself"},
      {"expired", own, -20, -2, true, 0, FetchError::kTls, "expired"},
      {"not valid yet", own, 2, 20, true, 0, FetchError::kTls, "not yet valid"},
      {"of another host", other, -2, 20, true, 0, FetchError::kTls, "is for another host"},
      {"TLS 1.1", own, -10, 10, true, TLS1_1_VERSION, FetchError::kTls, "no secure connection"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const TlsServer server({c.names, c.from_days, c.to_days}, c.version);
    TempDir dir;
    dir.Write("ca.pem", server.Pem());
    FetchOptions options = QuickOptions();
    options.max_retries = 0;
    if (c.is_trusted) options.ca_file = dir / "ca.pem";
    const Exchange answer = FetchOne(server.Url(), options);
    CAPTURE(answer.error_text);
    CHECK(Word(answer.error) == Word(c.error));
    CHECK(answer.error_text.find(c.says) != std::string::npos);
    CHECK(answer.status == (c.error == FetchError::kNone ? 200 : 0));
    CHECK(answer.body.empty() == (c.error != FetchError::kNone));
  }
}

TEST_CASE("speaking TLS where none is, and none where it is, ends in time") {
  FetchOptions options = QuickOptions();
  options.max_retries = 0;
  options.timeout = std::chrono::milliseconds(500);
  const TlsServer secure{TlsCertificate{}};
  const Exchange plain = FetchOne(secure.Url("http"), options);
  CHECK(plain.status == 0);
  CHECK(plain.error == FetchError::kBroken);
  const auto over_tls = [&](RawServer& server) {
    return FetchOne("https://127.0.0.1:" + std::to_string(server.Port()) + "/", options).error;
  };
  RawServer http("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
  RawServer closes([](RawConnection&) {});
  RawServer resets([](RawConnection& connection) { connection.Reset(); });
  RawServer silent([](RawConnection& connection) { connection.Hang(); });
  RawServer garbage([](RawConnection& connection) {
    connection.Send(std::string("\x16\x03\x03\xff\xff\x02", 6) + std::string(70000, 'x'));
  });
  for (RawServer* server : {&http, &closes, &resets, &garbage}) {
    const FetchError error = over_tls(*server);
    CAPTURE(std::string(Word(error)));
    // A reset may come before the connection counts as made, and behind that at any step.
    const bool is_told = error == FetchError::kTls || error == FetchError::kBroken ||
                         error == FetchError::kTimeout || error == FetchError::kConnect;
    CHECK(is_told);
  }
  CHECK(over_tls(silent) == FetchError::kTimeout);
}

}  // namespace klikpad
