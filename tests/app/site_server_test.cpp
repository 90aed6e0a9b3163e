// The server of fixtures: what it serves over real HTTP equals what the folder answers.

#include "app/site_server.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "fetch/replay.h"
#include "support/curl_fetch.h"
#include "support/raw_client.h"
#include "support/temp_dir.h"
#include "support/throw_away_ca.h"

namespace klikpad {
namespace {

SiteFolder MakeSite(const TempDir& dir, const std::string& host) {
  dir.Write("site.yaml", "host: " + host + R"(
hosts: {old.)" + host + R"(: {redirect: "http://)" +
                             host + R"("}}
pages:
  /oud: {redirect: /map}
  /stuk: {status: 500, body: kapot}
  /half: {body: "0123456789", truncate: 5}
  /weg: {close: true}
  /leeg: {status: 204, body: ""}
  /koppen: {body: x, headers: {Set-Cookie: [a=1, b=2]}}
  /vreemd: {status: 999, body: nee}
)");
  dir.Write("www/index.html", "<p>" + host);
  dir.Write("www/map/index.html", "<p>map");
  dir.Write("www/foto.png", "png");
  dir.Write("secret.txt", "secret");
  return *SiteFolder::Load(dir.Path());
}

FetchOptions ConnectTo(const std::vector<std::string>& hosts, int port) {
  FetchOptions options = QuickOptions();
  options.max_retries = 0;
  for (const std::string& host : hosts) {
    options.connect_to.push_back(host + "::127.0.0.1:" + std::to_string(port));
  }
  return options;
}

TEST_CASE("the server and the replay answer alike") {
  const TempDir dir;
  const SiteFolder site = MakeSite(dir, "www.bank.example");
  SiteServer server({site});
  REQUIRE(server.Start().has_value());
  const auto real =
      MakeFetcher(ConnectTo({"www.bank.example", "old.www.bank.example"}, server.Port()));
  ReplayFetcher replay({site});
  std::vector<Request> batch;
  for (const std::string path :
       {"/", "/map", "/map/", "/oud", "/stuk", "/half", "/weg", "/leeg", "/koppen", "/vreemd",
        "/foto.png", "/nope", "/?a=b", "/%2e%2e/x"}) {
    batch.emplace_back().url = "http://www.bank.example" + path;
  }
  batch.emplace_back().url = "http://old.www.bank.example/map";
  const std::vector<Exchange> got = FetchBatch(*real, batch);
  const std::vector<Exchange> expected = FetchBatch(replay, batch);
  for (std::size_t i = 0; i < batch.size(); ++i) {
    CAPTURE(batch[i].url);
    CHECK(got[i].status == expected[i].status);
    CHECK(got[i].body == expected[i].body);
    CHECK(got[i].error == expected[i].error);
    CHECK(got[i].final_url == expected[i].final_url);
    CHECK(got[i].hops.size() == expected[i].hops.size());
    CHECK(got[i].is_truncated == expected[i].is_truncated);
    CHECK(got[i].is_skipped == expected[i].is_skipped);
    CHECK(got[i].Header("content-type") == expected[i].Header("content-type"));
  }
}

TEST_CASE("several sites are told apart by their host") {
  const TempDir one, two;
  SiteServer server({MakeSite(one, "one.example"), MakeSite(two, "two.example")});
  REQUIRE(server.Start().has_value());
  const FetchOptions options =
      ConnectTo({"one.example", "two.example", "x.example"}, server.Port());
  CHECK(FetchOne("http://one.example/", options).body == "<p>one.example");
  CHECK(FetchOne("http://two.example/", options).body == "<p>two.example");
  CHECK(FetchOne("http://x.example/", options).status == 404);
}

TEST_CASE("a lone site is served under the server's own address") {
  const TempDir dir;
  SiteServer server({MakeSite(dir, "one.example")});
  REQUIRE(server.Start().has_value());
  CHECK(FetchOne(server.Url()).body == "<p>one.example");
}

TEST_CASE("the server speaks TLS with a certificate") {
  const TempDir dir;
  const ThrowAwayCa ca("DNS:www.bank.example");
  SiteServer server({MakeSite(dir, "www.bank.example")}, {0, ca.CertificateFile(), ca.KeyFile()});
  REQUIRE(server.Start().has_value());
  FetchOptions options = ConnectTo({"www.bank.example"}, server.Port());
  options.ca_file = ca.CaFile();
  CHECK(FetchOne("https://www.bank.example/", options).body == "<p>www.bank.example");
}

TEST_CASE("hostile requests get nothing and do no harm") {
  const TempDir dir;
  SiteServer server({MakeSite(dir, "www.bank.example")});
  REQUIRE(server.Start().has_value());
  for (const std::string request :
       {"GET /../secret.txt HTTP/1.1\r\nHost: www.bank.example\r\nConnection: close\r\n\r\n",
        "GET /..%2fsecret.txt HTTP/1.1\r\nHost: www.bank.example\r\nConnection: close\r\n\r\n",
        "GET /%2e%2e/secret.txt HTTP/1.0\r\n\r\n",
        "GET //../secret.txt HTTP/1.1\r\nHost: ..\r\nConnection: close\r\n\r\n",
        "GET http://www.bank.example/../secret.txt HTTP/1.1\r\nHost: x\r\nConnection: "
        "close\r\n\r\n",
        "GET x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\nConnection: close\r\n\r\n",
        "DELETE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
        "\r\n\r\n", "nonsense\r\n\r\n"}) {
    CAPTURE(request);
    const std::string answer = AskRaw(server.Port(), request);
    CHECK(answer.find("secret") == std::string::npos);
  }
  CHECK(FetchOne(server.Url()).status == 200);
}

TEST_CASE("a server that cannot start says why") {
  const TempDir dir;
  const SiteFolder site = MakeSite(dir, "www.bank.example");
  SiteServer first({site});
  REQUIRE(first.Start().has_value());
  SiteServer second({site}, {first.Port(), "", ""});
  CHECK_FALSE(second.Start().has_value());
  SiteServer no_key({site}, {0, dir.Write("c.pem", "x"), ""});
  CHECK_FALSE(no_key.Start().has_value());
  SiteServer bad({site}, {0, dir / "c.pem", dir / "c.pem"});
  CHECK_FALSE(bad.Start().has_value());
}

}  // namespace
}  // namespace klikpad
