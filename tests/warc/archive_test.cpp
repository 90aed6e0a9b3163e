// Archives: what klikpad records comes back the same, what other tools wrote is read, and damage is
// counted.

#include "warc/archive.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/files.h"
#include "base/gzip.h"
#include "support/fake_fetcher.h"
#include "support/temp_dir.h"
#include "warc/record.h"
#include "warc/recorder.h"
#include "warc/warc_fetcher.h"

using namespace klikpad;

namespace {

RecorderOptions Options() {
  return {"klikpad/test", "klikpad-test", "seed", [] { return 0; }};
}

Request Ask(const std::string& url, bool follows = true) {
  Request request;
  request.url = url;
  request.follow_redirects = follows;
  return request;
}

std::vector<Exchange> FetchAll(Fetcher& fetcher, const std::vector<Request>& batch) {
  std::vector<Exchange> all(batch.size());
  fetcher.Fetch(batch, [&](std::size_t i, Exchange e) { all[i] = std::move(e); });
  return all;
}

// A record of another tool, as text.
std::string Foreign(const std::string& type, const std::string& url, const std::string& block,
                    const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n" + more +
         "Content-Type: application/http; msgtype=response\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string Page(const std::string& text) {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + text;
}

Exchange ReadOne(const std::string& path, const std::string& url) {
  auto archive = WarcArchive::Open(path);
  REQUIRE(archive);
  WarcFetcher fetcher(*archive, {});
  return FetchAll(fetcher, {Ask(url)}).front();
}

}  // namespace

TEST_CASE("what was recorded comes back the same") {
  const TempDir folder;
  const std::string path = folder / "a.warc.gz";
  FakeFetcher site;
  site.AddPage("https://a.example/", "<title>Start</title>");
  site.AddRedirect("https://a.example/old", "https://a.example/");
  site.Add("https://a.example/down", ErrorAnswer(FetchError::kTimeout));
  site.Add("https://a.example/gone", StatusAnswer(410, "gone"));
  Exchange cut = PageAnswer("half");
  cut.is_truncated = true;
  cut.error_text = "the connection to a.example broke off";
  site.Add("https://a.example/cut", cut);
  Exchange zipped = PageAnswer("<p>unpacked by the fetcher</p>");
  zipped.headers.emplace_back("content-encoding", "gzip");
  zipped.headers.emplace_back("content-length", "17");
  site.Add("https://a.example/zipped", zipped);
  Exchange image = PageAnswer("", "image/png");
  image.is_skipped = true;
  site.Add("https://a.example/image", image);

  std::vector<Request> batch;
  for (const char* name : {"", "old", "down", "gone", "cut", "zipped", "image", "unknown"}) {
    batch.push_back(Ask(std::string("https://a.example/") + name));
  }
  batch.push_back(Ask("https://a.example/old", false));
  std::vector<Exchange> seen;
  {
    auto recorder = WarcRecorder::Create(path, Options());
    REQUIRE(recorder);
    RecordingFetcher recording(site, **recorder);
    seen = FetchAll(recording, batch);
    REQUIRE((*recorder)->Close());
  }
  auto archive = WarcArchive::Open(path);
  REQUIRE(archive);
  CHECK(archive->IsOurs());
  CHECK(archive->Counts().bad == 0);
  WarcFetcher replay(*archive, {});
  const std::vector<Exchange> again = FetchAll(replay, batch);
  REQUIRE(again.size() == seen.size());
  for (std::size_t i = 0; i < seen.size(); ++i) {
    CAPTURE(seen[i].url);
    CHECK(again[i].url == seen[i].url);
    CHECK(again[i].final_url == seen[i].final_url);
    CHECK(again[i].status == seen[i].status);
    CHECK(again[i].headers == seen[i].headers);
    CHECK(again[i].body == seen[i].body);
    CHECK(again[i].is_truncated == seen[i].is_truncated);
    CHECK(again[i].is_skipped == seen[i].is_skipped);
    CHECK(again[i].error == seen[i].error);
    CHECK(again[i].error_text == seen[i].error_text);
    CHECK(again[i].hops.size() == seen[i].hops.size());
  }
}

TEST_CASE("an address that answered differently at each request does so again") {
  const TempDir folder;
  const std::string path = folder / "a.warc.gz";
  FakeFetcher site;
  site.AddPage("https://a.example/", "second");
  site.AnswerNth(1, StatusAnswer(503, "first"));
  {
    auto recorder = WarcRecorder::Create(path, Options());
    REQUIRE(recorder);
    RecordingFetcher recording(site, **recorder);
    FetchAll(recording, {Ask("https://a.example/")});
    FetchAll(recording, {Ask("https://a.example/")});
  }
  auto archive = WarcArchive::Open(path);
  REQUIRE(archive);
  WarcFetcher replay(*archive, {});
  CHECK(FetchAll(replay, {Ask("https://a.example/")}).front().status == 503);
  CHECK(FetchAll(replay, {Ask("https://a.example/")}).front().body == "second");
}

TEST_CASE("a torn write is cut off and recording goes on, for every length of the tear") {
  const TempDir folder;
  const std::string path = folder / "a.warc.gz";
  FakeFetcher site;
  site.AddPage("https://a.example/1", "one");
  site.AddPage("https://a.example/2", "two");
  {
    auto recorder = WarcRecorder::Create(path, Options());
    REQUIRE(recorder);
    RecordingFetcher recording(site, **recorder);
    FetchAll(recording, {Ask("https://a.example/1")});
  }
  const std::string one = *ReadFile(path);
  {
    auto recorder = WarcRecorder::Continue(path, one.size(), Options());
    REQUIRE(recorder);
    RecordingFetcher recording(site, **recorder);
    FetchAll(recording, {Ask("https://a.example/2")});
  }
  const std::string both = *ReadFile(path);
  REQUIRE(both.size() > one.size());
  for (std::size_t size = one.size(); size < both.size(); ++size) {
    CAPTURE(size);
    REQUIRE(WriteFile(path, both.substr(0, size)));
    auto archive = WarcArchive::Open(path);
    REQUIRE(archive);
    REQUIRE(archive->GoodBytes() >= one.size());
    REQUIRE(archive->GoodBytes() <= size);
    REQUIRE(archive->Find("https://a.example/1") != nullptr);
    REQUIRE(archive->Find("https://a.example/2") == nullptr);
  }
}

TEST_CASE("secrets of the user are not written into the archive") {
  const TempDir folder;
  const std::string path = folder / "a.warc.gz";
  Exchange answer = PageAnswer("<p>x</p>");
  answer.wire.request_head =
      "GET / HTTP/1.1\r\nHost: a.example\r\nAuthorization: Basic c2VjcmV0\r\nCookie: "
      "s=secret\r\n\r\n";
  FakeFetcher site{{"https://a.example/", answer}};
  {
    auto recorder = WarcRecorder::Create(path, Options());
    REQUIRE(recorder);
    RecordingFetcher recording(site, **recorder);
    FetchAll(recording, {Ask("https://a.example/")});
  }
  const auto text = Gunzip(*ReadFile(path), 1 << 20);
  REQUIRE(text);
  CHECK(text->find("Host: a.example") != std::string::npos);
  CHECK(text->find("c2VjcmV0") == std::string::npos);
  CHECK(text->find("s=secret") == std::string::npos);
}

TEST_CASE("a write that fails is an error") {
  auto recorder = WarcRecorder::Create("/dev/full", Options());
  REQUIRE_FALSE(recorder);
  CHECK(recorder.error().Text().find("/dev/full") != std::string::npos);
}

TEST_CASE("archives of other tools are read in each of their forms") {
  const TempDir folder;
  const std::string info = Foreign("warcinfo", "", "software: other/1\r\n");
  const std::string page = Foreign("response", "http://b.example/", Page("b"));
  struct Case {
    std::string name, bytes;
  };
  const std::vector<Case> cases = {
      {"a member a record", Gzip(info) + Gzip(page)},
      {"one member", Gzip(info + page)},
      {"plain", info + page},
      {"target in angle brackets",
       Gzip(info) + Gzip(Foreign("response", "<http://b.example/>", Page("b")))},
      {"with what is no page between",
       Gzip(info) + Gzip(Foreign("request", "http://b.example/", "GET / HTTP/1.1\r\n\r\n")) +
           Gzip(Foreign("response", "dns:b.example", "b.example. 1 IN A 192.0.2.1")) + Gzip(page)},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const std::string path = folder.Write("a.warc", c.bytes);
    const Exchange exchange = ReadOne(path, "http://b.example/");
    CHECK(exchange.status == 200);
    CHECK(exchange.body == "b");
  }
}

TEST_CASE("revisits give the body of what they repeat") {
  const TempDir folder;
  const std::string digest = "WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n";
  const std::string first = Foreign("response", "http://b.example/a", Page("same"), digest);
  SUBCASE("by digest") {
    const std::string again =
        Foreign("revisit", "http://b.example/b",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-New: 1\r\n\r\n", digest);
    const Exchange exchange =
        ReadOne(folder.Write("a.warc.gz", Gzip(first) + Gzip(again)), "http://b.example/b");
    CHECK(exchange.body == "same");
    CHECK(exchange.Header("x-new") == "1");
  }
  SUBCASE("by address, unchanged since") {
    const std::string again =
        Foreign("revisit", "http://b.example/a", "HTTP/1.1 304 Not Modified\r\n\r\n",
                "WARC-Refers-To-Target-URI: http://b.example/a\r\n");
    const Exchange exchange =
        ReadOne(folder.Write("a.warc.gz", Gzip(first) + Gzip(again)), "http://b.example/a");
    CHECK(exchange.status == 200);
    CHECK(exchange.body == "same");
  }
  SUBCASE("of what is not there: bad, and the rest is read") {
    const std::string orphan = Foreign("revisit", "http://b.example/c", "HTTP/1.1 200 OK\r\n\r\n");
    auto archive = WarcArchive::Open(folder.Write("a.warc.gz", Gzip(orphan) + Gzip(first)));
    REQUIRE(archive);
    CHECK(archive->Counts().bad == 1);
    CHECK(archive->Find("http://b.example/c") == nullptr);
    CHECK(archive->Find("http://b.example/a") != nullptr);
  }
}

TEST_CASE("bad records are skipped and counted, the others read") {
  const TempDir folder;
  const std::string good = Foreign("response", "http://b.example/", Page("b"));
  const std::string wrong = Foreign("response", "http://b.example/x", Page("x"),
                                    "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n");
  const std::string other = Foreign("response", "http://b.example/y", Page("y"));
  std::string flipped = Gzip(other);
  flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x55);
  struct Case {
    std::string name, bytes;
  };
  const std::vector<Case> cases = {
      {"another digest", Gzip(other) + Gzip(wrong) + Gzip(good)},
      {"no HTTP",
       Gzip(other) + Gzip(Foreign("response", "http://b.example/x", "nonsense")) + Gzip(good)},
      {"no record", Gzip(other) + Gzip("nonsense") + Gzip(good)},
      {"a flipped byte", Gzip(other) + flipped + Gzip(good)},
      {"nonsense between members", Gzip(other) + "nonsense" + Gzip(good)},
      {"nonsense in a plain file", other + "nonsense\n" + good},
      {"a torn end", Gzip(good) + Gzip(other).substr(0, 30)},
      {"a torn end of a plain file", good + other.substr(0, other.size() - 10)},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const std::string path = folder.Write("a.warc", c.bytes);
    auto archive = WarcArchive::Open(path);
    REQUIRE(archive);
    CHECK(archive->Counts().bad >= 1);
    CHECK(archive->Counts().bad <= 2);
    CHECK(archive->Counts().bad_example.find("at byte ") == 0);
    CHECK(ReadOne(path, "http://b.example/").body == "b");
  }
}

TEST_CASE("of several captures by another tool the latest usable one counts") {
  const TempDir folder;
  std::string early = Foreign("response", "http://b.example/", Page("early"));
  std::string late = Foreign("response", "http://b.example/", Page("late"));
  std::string error = Foreign("response", "http://b.example/", "HTTP/1.1 503 No\r\n\r\n");
  late.replace(late.find("2020-01"), 7, "2021-01");
  error.replace(error.find("2020-01"), 7, "2022-01");
  const std::string path = folder.Write("a.warc.gz", Gzip(late) + Gzip(early) + Gzip(error));
  CHECK(ReadOne(path, "http://b.example/").body == "late");
}

TEST_CASE("what an archive does not hold is said, but for robots.txt") {
  const TempDir folder;
  const std::string path =
      folder.Write("a.warc.gz", Gzip(Foreign("response", "http://b.example/", Page("b"))));
  CHECK(ReadOne(path, "http://b.example/other").error == FetchError::kNotRecorded);
  CHECK(ReadOne(path, "http://b.example/robots.txt").status == 404);
}

TEST_CASE("what is not recorded is asked of the other fetcher, once") {
  const TempDir folder;
  const std::string path =
      folder.Write("a.warc.gz", Gzip(Foreign("response", "http://b.example/", Page("b"))));
  auto archive = WarcArchive::Open(path);
  REQUIRE(archive);
  FakeFetcher rest;
  rest.AddPage("http://b.example/new", "new");
  WarcFetcher fetcher(*archive, {}, &rest);
  const auto all = FetchAll(fetcher, {Ask("http://b.example/new"), Ask("http://b.example/")});
  CHECK(all[0].body == "new");
  CHECK(all[1].body == "b");
  CHECK(rest.Asked() == std::vector<std::string>{"http://b.example/new"});
  CHECK(fetcher.Replayed() == 1);
}

TEST_CASE("files that are no archive are refused with a word") {
  const TempDir folder;
  for (const std::string& bytes : {std::string(), std::string("hello"), Gzip("hello"),
                                   std::string("\x1f\x8b"), std::string(1000, '\x1f')}) {
    CAPTURE(bytes.size());
    const auto archive = WarcArchive::Open(folder.Write("a.warc.gz", bytes));
    REQUIRE_FALSE(archive);
    CHECK(archive.error().Text().find("WARC") != std::string::npos);
  }
  CHECK_FALSE(WarcArchive::Open(folder / "absent.warc.gz"));
}
