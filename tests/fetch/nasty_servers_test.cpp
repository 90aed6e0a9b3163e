// The curl fetcher against servers that break every rule, as raw bytes on a socket.

#include <doctest/doctest.h>

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "base/gzip.h"
#include "support/curl_fetch.h"
#include "support/raw_server.h"

namespace klikpad {
namespace {

constexpr const char* kHtml = "Content-Type: text/html\r\n";

// One try, so that each server is met once; short, so that nobody waits.
FetchOptions OneTry() {
  FetchOptions options = QuickOptions();
  options.max_retries = 0;
  options.timeout = std::chrono::milliseconds(400);
  return options;
}

struct Case {
  std::string name;
  std::string bytes;   // what the server sends
  bool hangs = false;  // and then stays silent; else it closes
  FetchError error = FetchError::kNone;
  int status = 0;
  std::string body = {};
  bool is_truncated = false;
};

TEST_CASE("each broken answer is told apart") {
  const std::string ok = std::string("HTTP/1.1 200 OK\r\n") + kHtml;
  for (const Case& c : std::vector<Case>{
           {"closes at once", "", false, FetchError::kBroken},
           {"says nothing", "", true, FetchError::kTimeout},
           {"hangs amid the headers", ok, true, FetchError::kTimeout},
           {"closes amid the headers", "HTTP/1.1 200 OK\r\nContent-Ty", false, FetchError::kBroken},
           {"hangs behind the headers", ok + "Content-Length: 9\r\n\r\n", true,
            FetchError::kTimeout},
           {"closes behind the headers", ok + "Content-Length: 9\r\n\r\n", false,
            FetchError::kBroken},
           {"hangs amid the body", ok + "Content-Length: 9\r\n\r\nabc", true, FetchError::kNone,
            200, "abc", true},
           {"closes amid the body", ok + "Content-Length: 9\r\n\r\nabc", false, FetchError::kNone,
            200, "abc", true},
           {"200 bytes, then gone", ok + "Content-Length: 5000\r\n\r\n" + std::string(200, 'x'),
            false, FetchError::kNone, 200, std::string(200, 'x'), true},
           {"a length that is too small", ok + "Content-Length: 3\r\n\r\nabcdef", false,
            FetchError::kNone, 200, "abc"},
           {"no length", ok + "\r\nabc", false, FetchError::kNone, 200, "abc"},
           {"a length that is no number", ok + "Content-Length: x\r\n\r\nabc", false,
            FetchError::kBroken},
           {"chunks", ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", true,
            FetchError::kNone, 200, "abc"},
           {"chunks and trailers",
            ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-After: 1\r\n\r\n", true,
            FetchError::kNone, 200, "abc"},
           {"a broken chunk", ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n", true,
            FetchError::kNone, 200, "abc", true},
           {"the first chunk is broken", ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc", true,
            FetchError::kBroken},
           {"HTTP/0.9", "<h1>hello</h1>", false, FetchError::kBroken},
           {"another protocol", "SSH-2.0-OpenSSH_9.2\r\n", false, FetchError::kBroken},
           {"a status that is none", "HTTP/1.1 abc\r\n\r\n", false, FetchError::kBroken},
           {"an answer 1xx before",
            "HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n" + ok + "Content-Length: 3\r\n\r\nabc",
            true, FetchError::kNone, 200, "abc"},
           {"LF for CRLF", "HTTP/1.1 200 OK\nContent-Length: 3\n\nabc", true, FetchError::kNone,
            200, "abc"},
           {"says gzip and is none", ok + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
            true, FetchError::kBroken},
           {"an unknown status", "HTTP/1.1 999 Denied\r\nContent-Length: 2\r\n\r\nno", true,
            FetchError::kNone, 999, "no"},
           {"a redirect without a target", "HTTP/1.1 302 Found\r\nContent-Length: 2\r\n\r\nno",
            true, FetchError::kNone, 302, "no"},
           {"no content", "HTTP/1.1 204 No Content\r\n\r\n", true, FetchError::kNone, 204}}) {
    CAPTURE(c.name);
    RawServer server([&c](RawConnection& connection) {
      if (connection.ReadHead().empty()) return;
      connection.Send(c.bytes);
      if (c.hangs) connection.Hang();
    });
    const Exchange answer = FetchOne(server.Url(), OneTry());
    CAPTURE(answer.error_text);
    CHECK(answer.error == c.error);
    CHECK(answer.status == c.status);
    CHECK(answer.body == c.body);
    CHECK(answer.is_truncated == c.is_truncated);
    CHECK(answer.error_text.empty() == (c.error == FetchError::kNone && !c.is_truncated));
    CHECK(FindHeader(answer.headers, "x-early").empty());
    CHECK(FindHeader(answer.headers, "x-after").empty());
  }
}

TEST_CASE("nobody listens") {
  int port = 0;
  {
    const RawServer gone("");
    port = gone.Port();
  }
  const Exchange answer = FetchOne("http://127.0.0.1:" + std::to_string(port) + "/");
  CHECK(answer.error == FetchError::kConnect);
  CHECK(answer.error_text.find("does not accept a connection") != std::string::npos);
}

TEST_CASE("a plain server is no TLS server") {
  RawServer server([](RawConnection& connection) { connection.Send("HTTP/1.1 400 Bad\r\n\r\n"); });
  const Exchange answer = FetchOne("https://127.0.0.1:" + std::to_string(server.Port()) + "/");
  CHECK(answer.error == FetchError::kTls);
}

TEST_CASE("a body is cut at the limit, whatever its wrapping") {
  FetchOptions options = QuickOptions();
  options.max_body_bytes = 100'000;
  const std::string zeros(20u << 20, '\0');
  const std::string bomb = Gzip(zeros, 9);
  struct BigCase {
    std::string name;
    std::function<void(RawConnection&)> send;
  };
  const std::string head = std::string("HTTP/1.1 200 OK\r\n") + kHtml;
  for (const BigCase& c :
       std::vector<BigCase>{{"10 MB",
                             [&](RawConnection& connection) {
                               connection.Send(head + "Content-Length: 10485760\r\n\r\n");
                               connection.Send(zeros.substr(0, 10485760));
                             }},
                            {"without end",
                             [&](RawConnection& connection) {
                               connection.Send(head + "\r\n");
                               while (connection.Send(std::string(65536, 'x'))) {
                               }
                             }},
                            {"a gzip bomb", [&](RawConnection& connection) {
                               connection.Send(head + "Content-Encoding: gzip\r\nContent-Length: " +
                                               std::to_string(bomb.size()) + "\r\n\r\n" + bomb);
                             }}}) {
    CAPTURE(c.name);
    RawServer server([&c](RawConnection& connection) {
      if (!connection.ReadHead().empty()) c.send(connection);
    });
    const Exchange answer = FetchOne(server.Url(), options);
    CHECK(answer.IsAnswered());
    CHECK(answer.status == 200);
    CHECK(answer.is_truncated);
    CHECK(answer.body.size() == 100'000);
  }
}

TEST_CASE("headers are read up to a limit") {
  std::string many = "HTTP/1.1 200 OK\r\n";
  for (int i = 0; i < 20'000; ++i) many += "X-" + std::to_string(i) + ": some value\r\n";
  const RawServer endless(many + "Content-Length: 0\r\n\r\n");
  CHECK(FetchOne(endless.Url(), OneTry()).error == FetchError::kBroken);
  const RawServer long_line("HTTP/1.1 200 OK\r\nX: " + std::string(300'000, 'x') + "\r\n\r\n");
  CHECK(FetchOne(long_line.Url(), OneTry()).error == FetchError::kBroken);
  const RawServer folded("HTTP/1.1 200 OK\r\nX-A: one\r\n  two\r\nContent-Length: 0\r\n\r\n");
  CHECK(FetchOne(folded.Url(), OneTry()).Header("x-a") == "one two");
}

TEST_CASE("redirects are followed hop by hop and end in time") {
  RawServer server([](RawConnection& connection) {
    for (std::string head = connection.ReadHead(); !head.empty(); head = connection.ReadHead()) {
      const std::string path = head.substr(4, head.find(' ', 4) - 4);
      std::string target;
      if (path == "/a") target = "b?x#y";
      if (path == "/self") target = "/self";
      if (path == "/one") target = "/two";
      if (path == "/two") target = "/one";
      if (path == "/script") target = "javascript:alert(1)";
      if (path == "/file") target = "file:///etc/hosts";
      if (path == "/broken") target = "http://[";
      if (path.starts_with("/n")) target = "/n" + path;
      if (path == "/latin") target = "/caf\xE9";
      if (path == "/user") target = "http://me:secret@127.0.0.1/";
      if (path == "/cookie" && head.find("seen=1") == std::string::npos) {
        connection.Send(
            "HTTP/1.1 302 Found\r\nSet-Cookie: seen=1\r\nLocation: /cookie\r\nContent-Length: "
            "0\r\n\r\n");
        continue;
      }
      if (target.empty()) {
        connection.Send("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(path.size()) +
                        "\r\n\r\n" + path);
      } else {
        connection.Send("HTTP/1.1 301 Moved\r\nLocation: " + target +
                        "\r\nContent-Length: 4\r\n\r\nmore");
      }
    }
  });
  const auto ask = [&](const std::string& path) { return FetchOne(server.Url(path), OneTry()); };
  const Exchange moved = ask("/a");
  CHECK(moved.body == "/b?x");
  REQUIRE(moved.hops.size() == 1);
  CHECK(moved.hops[0].url == server.Url("/a"));
  CHECK(moved.hops[0].status == 301);
  CHECK(moved.hops[0].location == server.Url("/b?x"));
  CHECK(moved.final_url == server.Url("/b?x"));
  CHECK(ask("/self").error == FetchError::kRedirectLoop);
  CHECK(ask("/one").error == FetchError::kRedirectLoop);
  CHECK(ask("/one").hops.size() == 2);
  CHECK(ask("/script").error == FetchError::kBadRedirect);
  CHECK(ask("/script").hops[0].location == "javascript:alert(1)");
  CHECK(ask("/file").error == FetchError::kBadRedirect);
  CHECK(ask("/broken").error == FetchError::kBadRedirect);
  CHECK(ask("/n").error == FetchError::kTooManyRedirects);
  CHECK(ask("/latin").body == "/caf%E9");
  CHECK(ask("/cookie").body == "/cookie");
  CHECK(ask("/user").hops[0].location == "http://127.0.0.1/");
  Request request;
  request.url = server.Url("/a");
  request.follow_redirects = false;
  const Exchange kept = FetchBatch(*MakeFetcher(OneTry()), {request})[0];
  CHECK(kept.status == 301);
  CHECK(kept.body == "more");
  CHECK(kept.Header("location") == "b?x#y");
}

TEST_CASE("a failure that passes is tried once more") {
  std::atomic<int> asked{0};
  RawServer server([&](RawConnection& connection) {
    const std::string head = connection.ReadHead();
    if (head.empty()) return;
    const bool is_first = asked++ == 0;
    if (is_first && head.starts_with("GET /drop")) return;
    if (is_first && head.starts_with("GET /busy")) {
      connection.Send("HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
    } else if (is_first && head.starts_with("GET /later")) {
      connection.Send("HTTP/1.1 503 Busy\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n");
    } else if (is_first && head.starts_with("GET /gzip")) {
      connection.Send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc");
    } else if (head.starts_with("GET /gzip") && head.find("Accept-Encoding") != std::string::npos) {
      connection.Send("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
    } else {
      connection.Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    }
  });
  for (const std::string path : {"/drop", "/busy", "/gzip"}) {
    CAPTURE(path);
    asked = 0;
    CHECK(FetchOne(server.Url(path)).body == "ok");
    CHECK(asked == 2);
  }
  asked = 0;
  CHECK(FetchOne(server.Url("/later")).status == 503);
  CHECK(asked == 1);
}

TEST_CASE("the user's own secrets are not sent where a redirect leads") {
  RawServer other([](RawConnection& connection) {
    const std::string head = connection.ReadHead();
    const bool has_secret = head.find("Authorization") != std::string::npos;
    const bool has_header = head.find("X-Test: 1") != std::string::npos;
    connection.Send(!has_secret && has_header ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                                              : "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
  });
  RawServer server([&](RawConnection& connection) {
    const bool has_secret = connection.ReadHead().find("Authorization: x") != std::string::npos;
    connection.Send(
        has_secret ? "HTTP/1.1 302 Go\r\nContent-Length: 0\r\nLocation: " + other.Url() + "\r\n\r\n"
                   : "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
  });
  FetchOptions options = OneTry();
  options.headers = {"Authorization: x", "X-Test: 1"};
  CHECK(FetchOne(server.Url(), options).status == 200);
}

}  // namespace
}  // namespace klikpad
