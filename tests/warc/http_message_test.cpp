// Recorded responses with every coding that archives hold.

#include "warc/http_message.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "base/gzip.h"

using namespace klikpad;

namespace {

std::string Response(const std::string& headers, const std::string& body) {
  return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

std::string Hex(std::size_t number) { return fmt::format("{:x}", number); }

// "<p>hallo</p>" by brotli.
std::string Brotli() {
  return std::string("\x8b\x05\x80\x3c\x70\x3e\x68\x61\x6c\x6c\x6f\x3c\x2f\x70\x3e\x03", 16);
}

}  // namespace

TEST_CASE("a body comes out plain, whatever its codings") {
  struct Case {
    std::string name, bytes, body;
  };
  const std::string page = "<p>hallo</p>";
  const std::string gzip = Gzip(page);
  const std::vector<Case> cases = {
      {"plain", Response("Content-Length: 12\r\n", page), page},
      {"chunked",
       Response("Transfer-Encoding: chunked\r\n", "5\r\n<p>ha\r\n7;x=y\r\nllo</p>\r\n0\r\n\r\n"),
       page},
      {"chunked in name only", Response("Transfer-Encoding: chunked\r\n", page), page},
      {"gzip", Response("Content-Encoding: gzip\r\n", gzip), page},
      {"gzip in name only", Response("Content-Encoding: gzip\r\n", page), page},
      {"gzip in chunks",
       Response("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
                "8\r\n" + gzip.substr(0, 8) + "\r\n" + Hex(gzip.size() - 8) + "\r\n" +
                    gzip.substr(8) + "\r\n0\r\n\r\n"),
       page},
      {"brotli", Response("Content-Encoding: br\r\n", Brotli()), page},
      {"line ends of LF", "HTTP/1.0 200 OK\nContent-Type: text/html\n\n" + page, page},
      {"no reason phrase", "HTTP/1.1 200\r\n\r\n" + page, page},
      {"HTTP/2", "HTTP/2 200 OK\r\n\r\n" + page, page},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto message = ParseHttpResponse(c.bytes, 1000);
    REQUIRE(message);
    CHECK(message->status == 200);
    CHECK(message->body == c.body);
    CHECK(message->problem.empty());
  }
}

TEST_CASE("bodies that cannot be decoded are said to be so") {
  const std::string damaged = Gzip(std::string(1000, 'x')).substr(0, 20);
  for (const std::string coding : {"gzip", "br", "deflate", "gzip, unheard-of"}) {
    CAPTURE(coding);
    const auto message =
        ParseHttpResponse(Response("Content-Encoding: " + coding + "\r\n", damaged), 10000);
    REQUIRE(message);
    CHECK_FALSE(message->problem.empty());
  }
}

TEST_CASE("a body is never larger than the limit") {
  const std::string bomb = Gzip(std::string(1 << 20, 'x'));
  const auto packed = ParseHttpResponse(Response("Content-Encoding: gzip\r\n", bomb), 1000);
  REQUIRE(packed);
  CHECK_FALSE(packed->problem.empty());
  const auto plain = ParseHttpResponse(Response("", std::string(2000, 'x')), 1000);
  REQUIRE(plain);
  CHECK(plain->is_cut);
  CHECK(plain->body.size() == 1000);
}

TEST_CASE("headers are lower case, folded lines joined, lines without a colon skipped") {
  const auto message =
      ParseHttpHead("HTTP/1.1 301 Moved\r\nLOCATION: /a\r\nX: 1\r\n 2\r\nodd\r\n\r\n");
  REQUIRE(message);
  CHECK(message->status == 301);
  CHECK(FindHeader(message->headers, "location") == "/a");
  CHECK(FindHeader(message->headers, "x") == "1 2");
  CHECK(message->headers.size() == 2);
}

TEST_CASE("what is no response is none") {
  for (const std::string& text :
       std::vector<std::string>{"", "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1\r\n", "HTTP/1.1 abc\r\n",
                                "HTTP/1.1 20 OK\r\n", "ICY 200 OK\r\n"}) {
    CAPTURE(text);
    CHECK_FALSE(ParseHttpHead(text));
  }
}
