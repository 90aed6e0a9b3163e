// What a run says while it works: how often, in which words, and as objects for programs.

#include "app/run_log.h"

#include <doctest/doctest.h>

#include <sstream>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::int64_t kNow = 1365496200;

// A crawl of 1,000 addresses, one each 100 ms; every tenth answer is an error.
std::string LogOfCrawl(const RunLogOptions& options, int pages = 1000) {
  std::ostringstream err;
  RunLog log(err, options, [] { return kNow; });
  log.Step("begin", "auditing X from http://x.example/");
  for (int done = 1; done <= pages; ++done) {
    log.Progress({done, 1000, 1000 - done, done / 10}, 100 * done);
  }
  log.EndProgress(100 * pages);
  return err.str();
}

TEST_CASE("a terminal has one line, rewritten at most five times a second, and gone at the end") {
  const std::string said = LogOfCrawl({LogFormat::kText, true, true, 0});
  CHECK(said.find('\n') == std::string::npos);
  CHECK(said.ends_with("\r\x1b[K"));
  CHECK(said.find("\r\x1b[K500 pages read, 1000 known, 10 a second, 50 errors, 50 s left") !=
        std::string::npos);
  std::size_t shown = 0;
  for (std::size_t at = said.find('\r'); at != said.npos; at = said.find('\r', at + 1)) ++shown;
  CHECK(shown <= 501);
  for (const std::string_view line : Split(said, '\r')) CHECK(line.size() <= 79 + 3);
}

TEST_CASE("a log has a line each ten seconds, fewer in a long run, and the sum") {
  const std::string said = LogOfCrawl({LogFormat::kText, false, true, 0});
  CHECK(said.find('\r') == std::string::npos);
  const auto lines = Split(said, '\n');
  CHECK(lines.size() == 12);  // the last one is empty
  CHECK(std::string(lines[0]) ==
        "klikpad: 100 pages read, 1000 known, 10 a second, 10 errors, 90 s left");
  CHECK(std::string(lines[10]) == "klikpad: 1000 pages read in 1 min 40 s, 100 errors");
  std::ostringstream err;
  RunLog log(err, {}, [] { return kNow; });
  for (std::int64_t at = 0; at < 7'200'000; at += 100) log.Progress({1, 2, 1, 0}, at);
  CHECK(Split(err.str(), '\n').size() < 60);
}

TEST_CASE("a run that is over before there was anything to show says nothing") {
  CHECK(LogOfCrawl({LogFormat::kText, false, true, 0}, 50).empty());
}

TEST_CASE("--verbose tells the steps and the sum, --no-progress no progress, --quiet nothing") {
  const std::string verbose = LogOfCrawl({LogFormat::kText, false, true, 1}, 50);
  CHECK(verbose.find("klikpad: auditing X") == 0);
  CHECK(verbose.find("50 pages read in 5.0 s, 5 errors") != std::string::npos);
  CHECK(LogOfCrawl({LogFormat::kText, false, false, 0}).empty());
  CHECK(LogOfCrawl({LogFormat::kText, true, false, 0}).empty());
  CHECK(LogOfCrawl({LogFormat::kText, false, false, -1}).empty());
  CHECK(LogOfCrawl({LogFormat::kJson, false, false, -1}).empty());
  const std::string steps = LogOfCrawl({LogFormat::kJson, true, false, 0});
  CHECK(steps.find("\"progress\"") == std::string::npos);
  CHECK(steps.find("\"crawled\"") != std::string::npos);
}

TEST_CASE("for programs every line is an object with the same keys, on a terminal too") {
  for (const bool is_terminal : {false, true}) {
    const std::string said = LogOfCrawl({LogFormat::kJson, is_terminal, true, 0});
    std::vector<std::string> events;
    for (const std::string_view line : Split(said, '\n')) {
      if (line.empty()) continue;
      CAPTURE(std::string(line));
      const auto json = Json::Parse(line);
      REQUIRE(json);
      CHECK((*json)["at"].AsString() == "2013-04-09T08:30:00Z");
      CHECK_FALSE((*json)["message"].AsString().empty());
      events.push_back((*json)["event"].AsString());
      if (events.back() == "begin") continue;
      for (const char* key : {"pages", "known", "errors", "elapsed_ms"}) {
        CAPTURE(std::string(key));
        CHECK((*json)[key].IsInt());
      }
      CHECK((*json)["per_second"].IsNumber());
      CHECK(json->Has("seconds_left"));
    }
    REQUIRE(events.size() == 12);
    CHECK(events.front() == "begin");
    CHECK(events[1] == "progress");
    CHECK(events.back() == "crawled");
  }
  CHECK(LogLine(LogFormat::kJson, kNow, "error", "a \"b\"\n", Json().Set("exit", 3)) ==
        R"({"at": "2013-04-09T08:30:00Z", "event": "error", "message": "a \"b\"\n", "exit": 3})"
        "\n");
}

TEST_CASE("a line never holds what would steer a terminal") {
  std::ostringstream err;
  RunLog log(err, {LogFormat::kText, true, true, 1}, [] { return kNow; });
  log.Step("begin", "auditing \x1b[31mred");
  CHECK(err.str().find('\x1b') == std::string::npos);
}

TEST_CASE("pace: the rate is that of the last seconds, the time left known only while it falls") {
  Pace pace;
  CHECK(pace.PerSecond() == 0);
  CHECK_FALSE(pace.SecondsLeft());
  for (int i = 1; i <= 100; ++i) pace.Add({100 * i, 20'000, 10'000, 0}, 100 * i);
  CHECK(pace.PerSecond() == doctest::Approx(1000));
  CHECK_FALSE(pace.SecondsLeft());  // as much is found as is read
  for (int i = 1; i <= 300; ++i) pace.Add({10'000 + i, 20'000, 10'000 - i, 0}, 10'000 + 100 * i);
  CHECK(pace.PerSecond() == doctest::Approx(10).epsilon(0.1));
  REQUIRE(pace.SecondsLeft());
  CHECK(*pace.SecondsLeft() == doctest::Approx(970).epsilon(0.1));
  pace.Add({20'000, 20'000, 0, 0}, 50'000);
  CHECK(pace.SecondsLeft() == 0);
}

}  // namespace
}  // namespace klikpad
