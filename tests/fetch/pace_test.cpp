// The pure pieces of the fetcher: who may start when, what is tried again, which types and
// addresses count.

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "fetch/address.h"
#include "fetch/content_type.h"
#include "fetch/fetch_options.h"
#include "fetch/host_schedule.h"
#include "fetch/journey.h"
#include "fetch/retry.h"

namespace klikpad {
namespace {

using std::chrono::milliseconds;

TEST_CASE("a host is never asked sooner than its interval, and hosts take turns") {
  HostSchedule schedule(10, 2, milliseconds(100));
  const HostSchedule::Time start{};
  for (std::size_t job = 0; job < 4; ++job) schedule.Add(job, job % 2 == 0 ? "a" : "b");
  CHECK(schedule.Next(start) == std::optional<std::size_t>(0));
  CHECK(schedule.Next(start) == std::optional<std::size_t>(1));
  CHECK_FALSE(schedule.Next(start + milliseconds(99)));
  CHECK(schedule.WakeAt() == std::optional(start + milliseconds(100)));
  CHECK(schedule.Next(start + milliseconds(100)) == std::optional<std::size_t>(2));
  CHECK(schedule.Next(start + milliseconds(100)) == std::optional<std::size_t>(3));
  CHECK(schedule.Running() == 4);
  CHECK_FALSE(schedule.WakeAt());
}

TEST_CASE("no more run at once than allowed, to a host and in all") {
  HostSchedule schedule(3, 2, milliseconds(0));
  const HostSchedule::Time now{};
  for (std::size_t job = 0; job < 3; ++job) schedule.Add(job, "a");
  for (std::size_t job = 3; job < 6; ++job) schedule.Add(job, "b");
  std::vector<std::size_t> started;
  while (const auto job = schedule.Next(now)) started.push_back(*job);
  CHECK(started == std::vector<std::size_t>{0, 3, 1});
  schedule.Finish("a");
  CHECK(schedule.Next(now) == std::optional<std::size_t>(4));
  schedule.Finish("b");
  schedule.Finish("b");
  CHECK(schedule.Next(now) == std::optional<std::size_t>(2));
}

TEST_CASE("a pause holds the whole host, a wait only one job") {
  HostSchedule schedule(9, 9, milliseconds(0));
  const HostSchedule::Time now{};
  schedule.Add(0, "a");
  schedule.AddFirst(1, "a", now + milliseconds(50));
  CHECK(schedule.Next(now) == std::optional<std::size_t>(0));
  CHECK_FALSE(schedule.Next(now));
  schedule.Pause("a", now + milliseconds(80));
  CHECK(schedule.WakeAt() == std::optional(now + milliseconds(80)));
  CHECK(schedule.Next(now + milliseconds(80)) == std::optional<std::size_t>(1));
}

TEST_CASE("an interval can be raised, not lowered, and outlives a batch") {
  HostSchedule schedule(9, 9, milliseconds(10));
  const HostSchedule::Time now{};
  schedule.RaiseInterval("a", milliseconds(200));
  schedule.RaiseInterval("a", milliseconds(50));
  schedule.Add(0, "a");
  CHECK(schedule.Next(now) == std::optional<std::size_t>(0));
  schedule.Clear();
  schedule.Add(1, "a");
  CHECK(schedule.WakeAt() == std::optional(now + milliseconds(200)));
  schedule.SlowDown("a");
  CHECK(schedule.WakeAt() == std::optional(now + milliseconds(500)));
  for (int i = 0; i < 20; ++i) schedule.SlowDown("a");
  CHECK(schedule.WakeAt() == std::optional(now + milliseconds(8000)));
}

TEST_CASE(
    "a host that asked for patience is trusted again little by little, never beyond its interval") {
  HostSchedule schedule(9, 9, milliseconds(100));
  CHECK(schedule.IntervalOf("a") == milliseconds(100));
  schedule.SlowDown("a");
  CHECK(schedule.IntervalOf("a") == milliseconds(500));
  schedule.SlowDown("a");
  CHECK(schedule.IntervalOf("a") == milliseconds(1000));
  for (int i = 0; i < 7; ++i) schedule.NoteGood("a");
  CHECK(schedule.IntervalOf("a") == milliseconds(1000));
  schedule.NoteGood("a");
  CHECK(schedule.IntervalOf("a") == milliseconds(500));
  for (int i = 0; i < 7; ++i) schedule.NoteGood("a");
  schedule.SlowDown("a");  // the row begins anew
  CHECK(schedule.IntervalOf("a") == milliseconds(1000));
  schedule.RaiseInterval("a", milliseconds(700));  // its Crawl-delay stays
  for (int i = 0; i < 80; ++i) schedule.NoteGood("a");
  CHECK(schedule.IntervalOf("a") == milliseconds(700));
  CHECK(schedule.IntervalOf("b") == milliseconds(100));
}

// RFC 9110 §10.2.3
TEST_CASE("Retry-After is read as seconds or as a date beside the answer's own") {
  struct Case {
    std::string name, value, date;
    long long seconds = -1;
  };
  const std::string date = "Sun, 06 Nov 1994 08:49:37 GMT";
  for (const Case& c :
       std::vector<Case>{{"none", "", date, -1},
                         {"seconds", "120", "", 120},
                         {"a date", "Sun, 06 Nov 1994 08:50:37 GMT", date, 60},
                         {"a date in the past", "Sun, 06 Nov 1994 08:48:37 GMT", date, 0},
                         {"a date alone", "Sun, 06 Nov 1994 08:50:37 GMT", "", -1},
                         {"nonsense", "soon", date, -1},
                         {"below zero", "-5", "", 0},
                         {"for ever", "99999999", "", 86400}}) {
    CAPTURE(c.name);
    const auto wait = RetryAfter({{"retry-after", c.value}, {"date", c.date}});
    CHECK((wait ? wait->count() / 1000 : -1) == c.seconds);
  }
}

TEST_CASE("readable types are told from the others") {
  for (const std::string type :
       {"", "text/html", "TEXT/HTML; charset=utf-8", "text/plain", "application/xhtml+xml",
        "application/json", "application/ld+json", "application/xml", "application/rss+xml",
        "application/javascript", "application/x-gzip", "application/gzip", "html", "text/vcard"}) {
    CAPTURE(type);
    CHECK(IsReadableType(type));
  }
  for (const std::string type :
       {"image/png", "image/svg+xml", "video/mp4", "audio/mpeg", "font/woff2", "application/pdf",
        "application/zip", "application/octet-stream", "application/vnd.ms-excel",
        "application/x-shockwave-flash"}) {
    CAPTURE(type);
    CHECK_FALSE(IsReadableType(type));
  }
}

// https://www.iana.org/assignments/iana-ipv4-special-registry/ and -ipv6-
TEST_CASE("public addresses are told from special ones") {
  for (const std::string address : {"8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1",
                                    "2606:2800:220:1::1", "::ffff:8.8.8.8", "2002:808:808::"}) {
    CAPTURE(address);
    CHECK(IsPublicAddress(address));
  }
  for (const std::string address : {"",
                                    "x",
                                    "127.0.0.1",
                                    "10.1.2.3",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.168.1.1",
                                    "169.254.169.254",
                                    "100.64.0.1",
                                    "0.0.0.0",
                                    "192.0.2.1",
                                    "224.0.0.1",
                                    "255.255.255.255",
                                    "::",
                                    "::1",
                                    "fe80::1",
                                    "fd00::1",
                                    "ff02::1",
                                    "2001:db8::1",
                                    "::ffff:127.0.0.1",
                                    "64:ff9b::a00:1",
                                    "2002:7f00:1::"}) {
    CAPTURE(address);
    CHECK_FALSE(IsPublicAddress(address));
  }
}

HopAnswer RedirectTo(const std::string& target, bool is_public) {
  HopAnswer answer;
  answer.status = 302;
  answer.headers = {{"location", target}};
  answer.is_public = is_public;
  return answer;
}

TEST_CASE("a public site may not lead into a private network, a private one may") {
  const FetchOptions options;
  Request request;
  request.url = "http://www.shop.example/";
  Journey from_public(request, options);
  from_public.Take(RedirectTo("http://intern.example/", true));
  CHECK(from_public.Next().needs_public_address);
  Journey from_private(request, options);
  from_private.Take(RedirectTo("http://intern.example/", false));
  CHECK_FALSE(from_private.Next().needs_public_address);
  FetchOptions allowed;
  allowed.allow_private = true;
  Journey from_allowed(request, allowed);
  from_allowed.Take(RedirectTo("http://intern.example/", true));
  CHECK_FALSE(from_allowed.Next().needs_public_address);
  request.needs_public_address = true;
  CHECK(Journey(request, options).Next().needs_public_address);
}

TEST_CASE("connect-to names addresses, in brackets or by the name of this machine") {
  CHECK(
      AddressesOf({"a.example:80:127.0.0.1:8080", "::[fd00::1]:443", "::localhost:80", "::b:1"}) ==
      std::vector<std::string>{"127.0.0.1", "fd00::1", "127.0.0.1", "::1", "localhost", "b"});
}

TEST_CASE("the time for one request counts all its hops") {
  FetchOptions options;
  options.timeout = milliseconds(1000);
  Request request;
  request.url = "https://www.shop.example/";
  Journey journey(request, options);
  HopAnswer first = RedirectTo("http://www.shop.example/a", false);
  first.elapsed = milliseconds(700);
  journey.Take(std::move(first));
  CHECK(journey.Next().timeout == milliseconds(300));
  CHECK(journey.Host() == "http://www.shop.example");
  HopAnswer second = RedirectTo("/b", false);
  second.elapsed = milliseconds(300);
  journey.Take(std::move(second));
  REQUIRE(journey.IsOver());
  const Exchange exchange = journey.TakeExchange();
  CHECK(exchange.error == FetchError::kTimeout);
  CHECK(exchange.hops.size() == 2);
  CHECK(exchange.milliseconds == 1000);
}

}  // namespace
}  // namespace klikpad
