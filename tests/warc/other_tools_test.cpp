// Archives between klikpad and other programs: wget's and one of another crawler are read cleanly,
// and an independent reader agrees with every digest of ours. Tools that are not there are skipped.

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include "base/files.h"
#include "fetch/curl_fetcher.h"
#include "support/loopback_server.h"
#include "support/temp_dir.h"
#include "warc/archive.h"
#include "warc/recorder.h"
#include "warc/warc_fetcher.h"

using namespace klikpad;

namespace {

int Run(const std::string& command) { return std::system(command.c_str()); }

std::string OutputOf(const std::string& command) {
  std::string text;
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return text;
  char buffer[4096];
  while (const std::size_t got = std::fread(buffer, 1, sizeof(buffer), pipe)) {
    text.append(buffer, got);
  }
  pclose(pipe);
  return text;
}

// Three pages, one of them zipped and one in chunks, and a redirect.
void AddSite(LoopbackServer& server) {
  server.Http().Get("/", [](const httplib::Request&, httplib::Response& answer) {
    answer.set_content("<a href=\"/a\">a</a> <a href=\"/b\">b</a> <a href=\"/old\">o</a>",
                       "text/html");
  });
  server.Http().Get("/a", [](const httplib::Request&, httplib::Response& answer) {
    answer.set_chunked_content_provider("text/html", [](std::size_t, httplib::DataSink& sink) {
      sink.write("<p>in ", 6);
      sink.write("chunks</p>", 10);
      sink.done();
      return true;
    });
  });
  server.Http().Get("/b", [](const httplib::Request&, httplib::Response& answer) {
    answer.set_content(std::string(5000, 'b'), "text/plain");
  });
  server.Http().Get("/old", [](const httplib::Request&, httplib::Response& answer) {
    answer.set_redirect("/a");
  });
  server.Start();
}

Exchange Fetch(Fetcher& fetcher, const std::string& url) {
  Exchange result;
  Request request;
  request.url = url;
  fetcher.Fetch({request}, [&](std::size_t, Exchange e) { result = std::move(e); });
  return result;
}

}  // namespace

TEST_CASE("a WARC by wget is read cleanly") {
  if (Run("command -v wget >/dev/null") != 0) {
    std::cout << "SKIPPED: wget is not installed\n";
    return;
  }
  LoopbackServer server;
  AddSite(server);
  for (const std::string form :
       {"", "--no-warc-compression", "--warc-cdx", "--no-warc-digests", "--warc-header=operator:me",
        "--no-warc-keep-log", "--no-http-keep-alive"}) {
    CAPTURE(form);
    const TempDir folder;
    Run("cd '" + folder.Path() + "' && wget --no-config --no-proxy -q -r -l 2 " + form +
        " --warc-file=w '" + server.Url() + "' >/dev/null 2>&1");
    const bool is_plain = form == "--no-warc-compression";
    const std::string path = folder / (is_plain ? "w.warc" : "w.warc.gz");
    auto archive = WarcArchive::Open(path);
    REQUIRE(archive);
    CHECK(archive->Counts().bad == 0);
    WarcFetcher replay(*archive, {});
    CHECK(Fetch(replay, server.Url("/a")).body == "<p>in chunks</p>");
    CHECK(Fetch(replay, server.Url("/b")).body == std::string(5000, 'b'));
    CHECK(Fetch(replay, server.Url("/old")).final_url == server.Url("/a"));
    CHECK(Fetch(replay, server.Url("/a")).wire.request_head.starts_with("GET /a HTTP/1.1\r\n"));
  }
}

TEST_CASE("a second WARC by wget that repeats nothing is read behind the first") {
  if (Run("command -v wget >/dev/null") != 0) {
    std::cout << "SKIPPED: wget is not installed\n";
    return;
  }
  LoopbackServer server;
  AddSite(server);
  const TempDir folder;
  const std::string wget = "cd '" + folder.Path() + "' && wget --no-config --no-proxy -q -r -l 2 ";
  Run(wget + "--warc-cdx --warc-file=one '" + server.Url() + "' >/dev/null 2>&1");
  Run(wget + "--warc-dedup=one.cdx --warc-file=two '" + server.Url() + "' >/dev/null 2>&1");
  const auto one = ReadFile(folder / "one.warc.gz"), two = ReadFile(folder / "two.warc.gz");
  REQUIRE(one);
  REQUIRE(two);
  auto alone = WarcArchive::Open(folder / "two.warc.gz");
  REQUIRE(alone);
  CHECK(alone->Counts().bad > 0);
  CHECK(alone->Counts().bad_example.find("not in this file") != std::string::npos);
  // Files of archives may be written one behind another (ISO 28500:2017 annex A).
  auto both = WarcArchive::Open(folder.Write("both.warc.gz", *one + *two));
  REQUIRE(both);
  CHECK_MESSAGE(both->Counts().bad == 0, both->Counts().bad_example);
  const Capture* latest = both->Find(server.Url("/b"));
  REQUIRE(latest != nullptr);
  CHECK(latest->kind == CaptureKind::kRevisit);
  WarcFetcher replay(*both, {});
  CHECK(Fetch(replay, server.Url("/b")).body == std::string(5000, 'b'));
}

TEST_CASE("a WARC of another crawler is read cleanly") {
  const char* set = std::getenv("KLIKPAD_SHARED");
  const std::string shared = set != nullptr ? set : KLIKPAD_ROOT "/../shared";
  const std::string path = shared + "/sites/iana.warc.gz";
  if (!std::filesystem::exists(path)) {
    std::cout << "SKIPPED: the folder of real sites is not there\n";
    return;
  }
  auto archive = WarcArchive::Open(path);
  REQUIRE(archive);
  CHECK(archive->Counts().bad == 0);
  CHECK(archive->Counts().captures > 10);
  WarcFetcher replay(*archive, {});
  for (const std::string& url : archive->Addresses()) {
    CAPTURE(url);
    CHECK(Fetch(replay, url).error != FetchError::kBroken);
  }
}

TEST_CASE("another reader recomputes every digest of a recorded crawl") {
  const std::string modules = KLIKPAD_ROOT "/build/node/node_modules";
  if (!std::filesystem::exists(modules + "/warcio") || Run("command -v node >/dev/null") != 0) {
    std::cout << "SKIPPED: npm's warcio is not installed in build/node\n";
    return;
  }
  const TempDir folder;
  LoopbackServer server;
  AddSite(server);
  const std::string path = folder / "ours.warc.gz";
  {
    auto curl = MakeCurlFetcher({});
    REQUIRE(curl);
    auto recorder = WarcRecorder::Create(path, {"klikpad/test", "test", "x", [] { return 0; }});
    REQUIRE(recorder);
    RecordingFetcher recording(**curl, **recorder);
    for (const char* name : {"/", "/a", "/b", "/old", "/missing"}) {
      CHECK(Fetch(recording, server.Url(name)).IsAnswered());
    }
    Exchange failed = Fetch(recording, "http://127.0.0.1:1/");
    CHECK(failed.error == FetchError::kConnect);
    REQUIRE((*recorder)->Close());
  }
  const std::string script = KLIKPAD_ROOT "/tests/warc/digests.mjs";
  const std::string said = OutputOf("NODE_PATH='" + modules + "' node '" + script + "' '" +
                                    modules + "' '" + path + "'");
  CAPTURE(said);
  // 6 answers (the redirect has two) with request and response, a failure, and the warcinfo.
  CHECK(said.find("records: 14, digests: 20, wrong: 0") != std::string::npos);
}
