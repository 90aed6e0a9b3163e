// Ways in which servers misbehave, each with what must become of it: the answer that the fetcher
// gives and what a crawl makes of the page. For RawServer; limits as FaultOptions has them.

#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/gzip.h"
#include "model/site.h"
#include "support/curl_fetch.h"
#include "support/raw_server.h"

namespace klikpad {

// Small limits, so that a server that goes on for ever is left soon. One try.
inline FetchOptions FaultOptions() {
  FetchOptions options = QuickOptions();
  options.timeout = std::chrono::milliseconds(500);
  options.max_body_bytes = 100'000;
  options.max_header_bytes = 64u << 10;
  options.max_retries = 0;
  options.slowest_interval = std::chrono::milliseconds(5);
  options.concurrency = 64;
  options.host_concurrency = 64;
  return options;
}

struct Fault {
  std::string name;
  std::function<void(RawConnection&)> answer;  // the request's head has been read
  // Of the fetcher, which follows redirects.
  FetchError error = FetchError::kNone;
  int status = 200;
  bool is_truncated = false;
  // Of a crawl, for the page of that address.
  HoleReason hole = HoleReason::kNone;
  bool is_read = true;
};

// What stands behind an answer when all its bytes are sent.
enum class Then { kClose, kHang, kReset };

inline std::function<void(RawConnection&)> Sends(std::string bytes, Then then = Then::kClose) {
  return [bytes = std::move(bytes), then](RawConnection& connection) {
    connection.Send(bytes);
    if (then == Then::kHang) connection.Hang();
    if (then == Then::kReset) connection.Reset();
  };
}

// A page in an answer with these headers ("Name: value\r\n") and the length of `body`.
inline std::string FaultAnswer(const std::string& status, const std::string& headers,
                               const std::string& body) {
  return "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

inline const std::string kFaultPage =
    "<!doctype html><html lang=nl><head><title>Over ons</title></head><body><h1>Over ons</h1>"
    "<p>Wij maken tafels en stoelen van hout.</p></body></html>\n";
// kFaultPage as brotli has it (RFC 7932).
inline const std::string kFaultPageBrotli(
    "\xa1\x90\x04\x00\x60\x9c\xe4\xca\x8f\xa3\x74\x6e\xa9\x3e\x24\x99\xdd\x91\x3a\x41\xa7\x8e\x01"
    "\x1b\x68\xf2\x28\x5c\xe9\xe4\x44\x0f\xa6\x6f\x51\xe0\x81\x45\x59\x58\x74\x50\x4e\x6f\x78\xac"
    "\x96\x9f\x16\x92\x4b\xb9\x9c\xf5\x4c\x90\xa6\xbc\x2e\x9e\xcf\x0e\x08\xe5\x96\x83\xa0\x4a\x51"
    "\xad\x5d\xc4\x40\x17\xfc\xb9\x68\x73\x1a\x4a\xd6\xd4\x84\x21\xcb\xc9\x9f\x2f\x86\xed\xaf\x1a"
    "\x0a\x1e\x4d\x04",
    96);

// All that a server with its headers right may do wrong with the connection and its framing.
inline std::vector<Fault> ConnectionFaults() {
  using enum FetchError;
  const std::string html = "Content-Type: text/html\r\n";
  const std::string ok = "HTTP/1.1 200 OK\r\n" + html;
  const std::string chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
  const std::string length = "Content-Length: " + std::to_string(kFaultPage.size()) + "\r\n";
  const std::string half = kFaultPage.substr(0, kFaultPage.size() / 2);
  const auto failed = HoleReason::kFailed;
  const auto cut = HoleReason::kTruncated;
  return {
      {"closes without a word", Sends(""), kBroken, 0, false, failed, false},
      {"resets without a word", Sends("", Then::kReset), kBroken, 0, false, failed, false},
      {"says nothing", Sends("", Then::kHang), kTimeout, 0, false, failed, false},
      {"closes amid the status line", Sends("HTTP/1."), kBroken, 0, false, failed, false},
      {"closes amid the headers", Sends("HTTP/1.1 200 OK\r\nContent-T"), kBroken, 0, false, failed,
       false},
      {"resets amid the headers", Sends(ok, Then::kReset), kBroken, 0, false, failed, false},
      {"hangs amid the headers", Sends(ok, Then::kHang), kTimeout, 0, false, failed, false},
      {"closes behind the headers", Sends(ok + length + "\r\n"), kBroken, 0, false, failed, false},
      {"closes amid the body", Sends(ok + length + "\r\n" + half), kNone, 200, true, cut},
      {"hangs amid the body", Sends(ok + length + "\r\n" + half, Then::kHang), kNone, 200, true,
       cut},
      {"slow headers",
       [ok](RawConnection& connection) {
         connection.Send(ok);
         connection.SendForEver("X-Slow: 1\r\n", std::chrono::milliseconds(20));
       },
       kTimeout, 0, false, failed, false},
      {"a slow body",
       [ok](RawConnection& connection) {
         connection.Send(ok + "Content-Length: 1000000\r\n\r\n");
         connection.SendForEver("<p>langzaam</p>", std::chrono::milliseconds(20));
       },
       kNone, 200, true, cut},
      {"a body without end",
       [ok](RawConnection& connection) {
         connection.Send(ok + "\r\n");
         connection.SendForEver(std::string(20'000, ' ') + "<p>meer</p>",
                                std::chrono::milliseconds(0));
       },
       kNone, 200, true, cut},
      {"chunks without end",
       [chunked](RawConnection& connection) {
         connection.Send(chunked);
         connection.SendForEver("10\r\n<p>eindeloos</p>\r\n", std::chrono::milliseconds(0));
       },
       kNone, 200, true, cut},
      {"a garbage status line", Sends("HTTP/1.1 abc\r\n\r\n"), kBroken, 0, false, failed, false},
      {"HTTP/0.9", Sends("<h1>hallo</h1>"), kBroken, 0, false, failed, false},
      {"another protocol", Sends("SSH-2.0-OpenSSH_9.2\r\n"), kBroken, 0, false, failed, false},
      {"HTTP/7.0", Sends("HTTP/7.0 200 OK\r\n" + length + "\r\n" + kFaultPage), kBroken, 0, false,
       failed, false},
      {"HTTP/1.0 without a length", Sends("HTTP/1.0 200 OK\r\n" + html + "\r\n" + kFaultPage)},
      {"lines that end in LF alone",
       Sends("HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + kFaultPage)},
      {"no length", Sends(ok + "\r\n" + kFaultPage)},
      {"a length that is too small", Sends(ok + "Content-Length: 60\r\n\r\n" + kFaultPage)},
      {"a length that is no number", Sends(ok + "Content-Length: veel\r\n\r\n" + kFaultPage),
       kBroken, 0, false, failed, false},
      {"a length below zero", Sends(ok + "Content-Length: -5\r\n\r\n" + kFaultPage), kBroken, 0,
       false, failed, false},
      {"a length that overflows",
       Sends(ok + "Content-Length: 99999999999999999999999\r\n\r\n" + kFaultPage)},
      {"one length twice", Sends(ok + length + length + "\r\n" + kFaultPage)},
      {"two lengths", Sends(ok + length + "Content-Length: 9000\r\n\r\n" + kFaultPage), kNone, 200,
       true, cut},
      {"a length beside chunks",
       Sends(ok + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n" + "8\r\n<p>a</p>\r\n" +
             "0\r\n\r\n")},
      {"a chunk size that is none", Sends(chunked + "zz\r\n" + kFaultPage), kBroken, 0, false,
       failed, false},
      {"a broken chunk behind a good one", Sends(chunked + "8\r\n<p>a</p>\r\n" + "zz\r\n"), kNone,
       200, true, cut},
      {"chunks without their end", Sends(chunked + "8\r\n<p>a</p>\r\n"), kNone, 200, true, cut},
      {"a huge chunk line", Sends(chunked + std::string(5000, 'f') + "\r\n"), kBroken, 0, false,
       failed, false},
      {"a chunk extension and trailers",
       Sends(chunked + "8;x=\"y\"\r\n<p>a</p>\r\n0\r\nX-After: 1\r\n\r\n")},
      {"bytes behind the body",
       Sends(FaultAnswer("200 OK", "", kFaultPage) + FaultAnswer("200 OK", "", "<p>nog een</p>"))},
      {"closed although it says keep-alive",
       Sends(FaultAnswer("200 OK", "Connection: keep-alive\r\n", kFaultPage))},
  };
}

inline std::vector<Fault> HeaderFaults() {
  using enum FetchError;
  const auto failed = HoleReason::kFailed;
  const std::string ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  std::string flood = ok;
  for (int i = 0; i < 5000; ++i) flood += "X-" + std::to_string(i) + ": een waarde\r\n";
  std::string continues, hints;
  for (int i = 0; i < 20; ++i) continues += "HTTP/1.1 100 Continue\r\n\r\n";
  for (int i = 0; i < 20; ++i)
    hints += "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n";
  std::string cookies;
  for (int i = 0; i < 300; ++i) cookies += "Set-Cookie: c" + std::to_string(i) + "=1\r\n";
  return {
      {"a flood of headers", Sends(flood + "\r\n" + kFaultPage), kBroken, 0, false, failed, false},
      {"headers without end",
       [ok](RawConnection& connection) {
         connection.Send(ok);
         connection.SendForEver("X-More: " + std::string(1000, 'x') + "\r\n",
                                std::chrono::milliseconds(0));
       },
       kBroken, 0, false, failed, false},
      {"a giant header", Sends(ok + "X: " + std::string(200'000, 'x') + "\r\n\r\n" + kFaultPage),
       kBroken, 0, false, failed, false},
      {"a giant cookie",
       Sends(FaultAnswer("200 OK", "Set-Cookie: a=" + std::string(20'000, 'x') + "\r\n",
                         kFaultPage))},
      {"300 cookies", Sends(FaultAnswer("200 OK", cookies, kFaultPage))},
      {"a NUL in a header", Sends(ok + std::string("X-Nul: a\0b\r\n", 12) + "\r\n" + kFaultPage),
       kBroken, 0, false, failed, false},
      {"control characters and bytes above ASCII in headers",
       Sends(FaultAnswer("200 OK", "X-Odd: \x01\x7f\xff\xe9\r\n", kFaultPage))},
      {"a header without a colon", Sends(FaultAnswer("200 OK", "what is this\r\n", kFaultPage)),
       kBroken, 0, false, failed, false},
      {"a folded header", Sends(FaultAnswer("200 OK", "X-A: one\r\n  two\r\n", kFaultPage))},
      {"twenty answers 100", Sends(continues + FaultAnswer("200 OK", "", kFaultPage))},
      {"twenty answers 103", Sends(hints + FaultAnswer("200 OK", "", kFaultPage))},
      {"answers 100 without end",
       [](RawConnection& connection) {
         connection.SendForEver("HTTP/1.1 100 Continue\r\nX: " + std::string(500, 'x') + "\r\n\r\n",
                                std::chrono::milliseconds(0));
       },
       kBroken, 0, false, failed, false},
      {"a switch of protocols that nobody asked for",
       Sends("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"), kBroken, 0, false,
       failed, false},
  };
}

inline std::vector<Fault> EncodingFaults() {
  using enum FetchError;
  const auto failed = HoleReason::kFailed;
  const auto cut = HoleReason::kTruncated;
  const std::string gzip = "Content-Encoding: gzip\r\n";
  const std::string packed = Gzip(kFaultPage, 9);
  // Compresses badly, so that half of it holds a good deal of text.
  std::string page = kFaultPage;
  for (unsigned i = 1; i < 4000; ++i) page += std::to_string(i * 2654435761u) + " ";
  const std::string large = Gzip(page, 9);
  const std::string bomb = Gzip(std::string(20u << 20, ' '), 9);
  std::string flipped = large;
  flipped[flipped.size() - 8] = static_cast<char>(flipped[flipped.size() - 8] ^ 1);  // its CRC
  return {
      {"gzip", Sends(FaultAnswer("200 OK", gzip, packed))},
      {"half of a gzip", Sends(FaultAnswer("200 OK", gzip, large.substr(0, large.size() / 2))),
       kNone, 200, true, cut},
      {"a gzip without its last bytes",
       Sends(FaultAnswer("200 OK", gzip, large.substr(0, large.size() - 4))), kNone, 200, true,
       cut},
      {"a gzip with a wrong checksum", Sends(FaultAnswer("200 OK", gzip, flipped)), kNone, 200,
       true, cut},
      {"half of a gzip in chunks, ended well",
       Sends("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + gzip +
             "Transfer-Encoding: chunked\r\n\r\n1000\r\n" + large.substr(0, 4096) +
             "\r\n0\r\n\r\n"),
       kNone, 200, true, cut},
      {"half of a brotli",
       Sends(FaultAnswer("200 OK", "Content-Encoding: br\r\n", kFaultPageBrotli.substr(0, 60))),
       kNone, 200, true, cut},
      {"brotli", Sends(FaultAnswer("200 OK", "Content-Encoding: br\r\n", kFaultPageBrotli))},
      {"a gzip bomb", Sends(FaultAnswer("200 OK", gzip, bomb)), kNone, 200, true, cut},
      {"gzip in gzip",
       Sends(FaultAnswer("200 OK", "Content-Encoding: gzip, gzip\r\n", Gzip(packed)))},
      {"twenty codings",
       Sends(FaultAnswer("200 OK",
                         "Content-Encoding: gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, "
                         "gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip\r\n",
                         packed)),
       kBroken, 0, false, failed, false},
      {"says gzip and is none", Sends(FaultAnswer("200 OK", gzip, kFaultPage)), kBroken, 0, false,
       failed, false},
      {"a coding that nobody knows",
       Sends(FaultAnswer("200 OK", "Content-Encoding: rot13\r\n", kFaultPage)), kBroken, 0, false,
       failed, false},
      {"gzip that does not say so", Sends(FaultAnswer("200 OK", "", packed))},
      {"garbage behind the gzip", Sends(FaultAnswer("200 OK", gzip, packed + "onzin"))},
  };
}

inline std::vector<Fault> StatusFaults() {
  using enum FetchError;
  const auto failed = HoleReason::kFailed;
  const auto blocked = HoleReason::kBlocked;
  const auto server = HoleReason::kServer;
  const auto none = HoleReason::kNone;
  const std::string html = "Content-Type: text/html\r\n";
  std::vector<Fault> faults = {
      {"204 with a body", Sends("HTTP/1.1 204 No Content\r\n" + html + "\r\n" + kFaultPage), kNone,
       204},
      {"205 with a body", Sends(FaultAnswer("205 Reset Content", "", kFaultPage)), kNone, 205},
      {"206 that nobody asked for",
       Sends(FaultAnswer("206 Partial Content", "Content-Range: bytes 0-146/5000\r\n", kFaultPage)),
       kNone, 206, false, HoleReason::kTruncated},
      {"300 without a choice", Sends(FaultAnswer("300 Multiple Choices", "", kFaultPage)), kNone,
       300, false, failed, false},
      {"304 that nobody asked for", Sends("HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n"), kNone,
       304, false, failed, false},
      {"a redirect without Location", Sends(FaultAnswer("302 Found", "", kFaultPage)), kNone, 302,
       false, failed, false},
      {"an empty Location", Sends(FaultAnswer("302 Found", "Location:\r\n", kFaultPage)), kNone,
       302, false, failed, false},
      {"a garbage Location", Sends(FaultAnswer("302 Found", "Location: http://[\r\n", "")),
       kBadRedirect, 302, false, failed, false},
      {"a redirect to a file",
       Sends(FaultAnswer("301 Moved", "Location: file:///etc/hosts\r\n", "")), kBadRedirect, 301,
       false, failed, false},
      {"a redirect to a script",
       Sends(FaultAnswer("301 Moved", "Location: javascript:alert(1)\r\n", "")), kBadRedirect, 301,
       false, failed, false},
      {"a redirect to a port where nobody listens",
       Sends(FaultAnswer("301 Moved", "Location: http://127.0.0.1:1/\r\n", "")), kConnect, 0, false,
       none, false},
  };
  for (const auto& [status, hole] : std::vector<std::pair<std::string, HoleReason>>{
           {"400 Bad Request", failed},
           {"401 Unauthorized", blocked},
           {"402 Payment Required", failed},
           {"403 Forbidden", blocked},
           {"404 Not Found", none},
           {"405 Method Not Allowed", failed},
           {"406 Not Acceptable", failed},
           {"407 Proxy Authentication Required", blocked},
           {"408 Request Timeout", failed},
           {"410 Gone", none},
           {"418 I'm a teapot", failed},
           {"421 Misdirected Request", failed},
           {"425 Too Early", failed},
           {"429 Too Many Requests", blocked},
           {"431 Request Header Fields Too Large", failed},
           {"451 Unavailable For Legal Reasons", blocked},
           {"500 Internal Server Error", server},
           {"502 Bad Gateway", server},
           {"503 Service Unavailable", server},
           {"520 Unknown", server},
           {"599 What", server},
           {"700 What", failed},
           {"999 Request denied", blocked}}) {
    faults.push_back({status,
                      Sends(FaultAnswer(status, "WWW-Authenticate: Basic realm=x\r\n", kFaultPage)),
                      kNone, std::stoi(status), false, hole, false});
  }
  for (const std::string after : {"3600", "binnenkort", "-5", "99999999999999999999",
                                  "Sun, 06 Nov 2094 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37"}) {
    faults.push_back({"429, Retry-After: " + after,
                      Sends(FaultAnswer("429 Too Many", "Retry-After: " + after + "\r\n", "")),
                      kNone, 429, false, blocked, false});
  }
  return faults;
}

inline std::vector<Fault> ContentFaults() {
  using enum FetchError;
  const auto none = HoleReason::kNone;
  const auto type = [](const std::string& value, const std::string& body) {
    return Sends("HTTP/1.1 200 OK\r\nContent-Type: " + value +
                 "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  };
  return {
      {"HTML as octets", type("application/octet-stream", kFaultPage), kNone, 200, false, none,
       false},
      {"HTML as plain text", type("text/plain", kFaultPage), kNone, 200, false, none, false},
      {"a picture as HTML", type("text/html", "\x89PNG\r\n\x1a\n\x01\x02\x03")},
      {"no content type", Sends("HTTP/1.1 200 OK\r\nContent-Length: " +
                                std::to_string(kFaultPage.size()) + "\r\n\r\n" + kFaultPage)},
      {"a content type that is none", type("html", kFaultPage), kNone, 200, false, none, false},
      {"a charset that nobody knows", type("text/html; charset=klingon", kFaultPage)},
      {"says UTF-8 and is Latin-1",
       type("text/html; charset=utf-8", kFaultPage + "<p>caf\xe9</p>")},
      {"says UTF-16 and is ASCII", type("text/html; charset=utf-16", kFaultPage)},
      {"an empty page", type("text/html", "")},
      {"NULs in the page", type("text/html", kFaultPage + std::string("\0\0<p>\0</p>", 10))},
  };
}

inline std::vector<Fault> AllFaults() {
  std::vector<Fault> all = ConnectionFaults();
  for (auto more : {HeaderFaults(), EncodingFaults(), StatusFaults(), ContentFaults()}) {
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

}  // namespace klikpad
