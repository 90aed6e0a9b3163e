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

TEST_CASE("an archive that is recorded again keeps requests, addresses and protocols") {
  const TempDir folder;
  FakeFetcher site;
  Exchange page = PageAnswer("<title>Start</title>");
  page.wire = {"GET / HTTP/2\r\nHost: a.example\r\nCookie: secret=1\r\n\r\n", "93.184.216.34", "2",
               "", false};
  site.Add("https://a.example/", page);
  Exchange other = PageAnswer("other");
  other.wire = {"GET /other HTTP/1.1\r\nHost: a.example\r\n\r\n", "10.0.0.1", "1.1", "", false};
  site.Add("https://a.example/other", other);
  const std::vector<Request> batch = {Ask("https://a.example/"), Ask("https://a.example/other")};
  std::string before = "live";
  for (const std::string name : {"first", "second", "third"}) {
    CAPTURE(name);
    std::optional<WarcArchive> archive;
    std::optional<WarcFetcher> replay;
    if (name != "first") {
      auto opened = WarcArchive::Open(folder / before);
      REQUIRE(opened);
      archive.emplace(std::move(*opened));
      CHECK(archive->Counts().records == 5);  // warcinfo, and both records of both exchanges
      replay.emplace(*archive, FetchOptions{});
    }
    Fetcher& source = replay ? static_cast<Fetcher&>(*replay) : site;
    auto recorder = WarcRecorder::Create(folder / name, Options());
    REQUIRE(recorder);
    RecordingFetcher recording(source, **recorder);
    const auto seen = FetchAll(recording, batch);
    REQUIRE((*recorder)->Close());
    before = name;
    if (name == "first") continue;
    CHECK(seen[0].wire.request_head == "GET / HTTP/2\r\nHost: a.example\r\n\r\n");
    CHECK(seen[0].wire.http_version == "2");
    CHECK(seen[0].is_public);
    CHECK(seen[1].wire.request_head == "GET /other HTTP/1.1\r\nHost: a.example\r\n\r\n");
    CHECK(seen[1].wire.address == "10.0.0.1");
    CHECK_FALSE(seen[1].is_public);
  }
}

// The shapes of records that well-known crawlers write; texts and hosts are made up.
TEST_CASE("records as browsertrix and Common Crawl shape them are read, requests and all") {
  const TempDir folder;
  const auto record = [](const std::string& version, const std::string& fields,
                         const std::string& block) {
    return Gzip("WARC/" + version + "\r\n" + fields + "Content-Length: " +
                std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n");
  };
  const std::string request = "GET / HTTP/1.1\r\nHost: b.example\r\n\r\n";
  const std::string body = "<title>Begin</title>";
  // The browser took the codings off; their headers stay under another name. The request stands
  // behind the answer; text, pictures and the page's summary are resources of other schemes.
  const std::string browser =
      record(
          "1.1",
          "WARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Filename: rec-0.warc.gz"
          "\r\nWARC-Date: 2026-01-02T03:04:05.678Z\r\nContent-Type: application/warc-fields\r\n",
          "software: Browsertrix-Crawler 1.5.0 (with warcio.js 2.4.2)\r\nformat: WARC File Format "
          "1.1\r\n") +
      record(
          "1.1",
          "WARC-Record-ID: <urn:uuid:2>\r\nWARC-Page-ID: 77\r\nWARC-Resource-Type: document\r\n"
          "WARC-JSON-Metadata: {\"ipType\":\"Public\"}\r\nWARC-Target-URI: https://b.example/\r\n"
          "WARC-Date: 2026-01-02T03:04:06.001Z\r\nWARC-Type: response\r\n"
          "Content-Type: application/http; msgtype=response\r\n"
          "WARC-Payload-Digest: sha256:" +
              std::string(64, 'a') +
              "\r\n"
              "WARC-Block-Digest: sha256:" +
              std::string(64, 'b') + "\r\n",
          "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nx-orig-content-encoding: br\r\n"
          "x-orig-transfer-encoding: chunked\r\n\r\n" +
              body) +
      record("1.1",
             "WARC-Concurrent-To: <urn:uuid:2>\r\nWARC-Target-URI: https://b.example/\r\n"
             "WARC-Date: 2026-01-02T03:04:06.001Z\r\nWARC-Type: request\r\n"
             "WARC-Record-ID: <urn:uuid:3>\r\nContent-Type: application/http; msgtype=request\r\n",
             request) +
      record("1.1",
             "WARC-Target-URI: urn:text:https://b.example/\r\nWARC-Type: resource\r\n"
             "WARC-Date: 2026-01-02T03:04:07.000Z\r\nContent-Type: text/plain\r\n",
             "Begin") +
      record("1.1",
             "WARC-Target-URI: urn:pageinfo:https://b.example/\r\nWARC-Type: resource\r\n"
             "WARC-Date: 2026-01-02T03:04:07.000Z\r\nContent-Type: application/json\r\n",
             "{}");
  const std::string common =
      record("1.0",
             "WARC-Type: warcinfo\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
             "Content-Type: application/warc-fields\r\n",
             "isPartOf: CC-MAIN-2020-05\r\nsoftware: Apache Nutch 1.16\r\n") +
      record("1.0",
             "WARC-Type: request\r\nWARC-Date: 2020-01-02T03:04:06Z\r\n"
             "WARC-Record-ID: <urn:uuid:4>\r\nContent-Type: application/http; msgtype=request\r\n"
             "WARC-IP-Address: 93.184.216.34\r\nWARC-Target-URI: https://b.example/\r\n",
             request) +
      record("1.0",
             "WARC-Type: response\r\nWARC-Date: 2020-01-02T03:04:06Z\r\n"
             "WARC-Record-ID: <urn:uuid:5>\r\nContent-Type: application/http; msgtype=response\r\n"
             "WARC-Concurrent-To: <urn:uuid:4>\r\nWARC-IP-Address: 93.184.216.34\r\n"
             "WARC-Target-URI: https://b.example/\r\n"
             "WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"
             "WARC-Identified-Payload-Type: text/html\r\n",
             "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Crawler-Content-Encoding: gzip\r\n"
             "X-Crawler-Transfer-Encoding: chunked\r\nX-Crawler-Content-Length: 333\r\n"
             "Content-Length: 20\r\n\r\n" +
                 body) +
      record("1.0",
             "WARC-Type: metadata\r\nWARC-Date: 2020-01-02T03:04:06Z\r\n"
             "WARC-Target-URI: https://b.example/\r\nContent-Type: application/warc-fields\r\n",
             "fetchTimeMs: 99\r\ncharset-detected: UTF-8\r\n");
  struct Case {
    std::string name, bytes;
    bool is_public;
  };
  for (const Case& c : {Case{"browsertrix", browser, false}, Case{"Common Crawl", common, true}}) {
    CAPTURE(c.name);
    const std::string path = folder.Write("a.warc.gz", c.bytes);
    auto archive = WarcArchive::Open(path);
    REQUIRE(archive);
    CHECK_MESSAGE(archive->Counts().bad == 0, archive->Counts().bad_example);
    CHECK(archive->Addresses() == std::vector<std::string>{"https://b.example/"});
    const Exchange exchange = ReadOne(path, "https://b.example/");
    CHECK(exchange.status == 200);
    CHECK(exchange.body == body);
    CHECK(exchange.wire.request_head == request);
    CHECK(exchange.is_public == c.is_public);
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
