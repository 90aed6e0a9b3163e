// What the machine does to a run: folders in use, files that may not grow, options of another run.

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <thread>

#include "process/run.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

// A run that waits for an answer, with both its folders in use.
class Waiting {
 public:
  Waiting(MadeSite& site, const TempDir& work)
      : child_((site.Hold("/p/9"), ChildSetup{AuditOf(site, work / "out", {"--state", work / "s"}),
                                              "", work / "waiting.err"})) {
    while (!fs::exists(work / "s/crawl.warc.gz") && !child_.HasEnded()) std::this_thread::yield();
  }
  Child& Process() { return child_; }

 private:
  Child child_;
};

TEST_CASE("a state or audit folder in use by another process is a clear error") {
  MadeSite site(20);
  const TempDir work;
  Waiting waiting(site, work);
  Child state({AuditOf(site, work / "other", {"--state", work / "s", "--resume"}), "", work / "e"});
  CHECK(state.Wait() == 3);
  CHECK(TextOf(work / "e") ==
        "klikpad: " + (work / "s") + ": the state folder is in use by another process\n");
  CHECK_FALSE(fs::exists(work / "other"));
  Child rescored({{"rescore", work / "out"}, "", work / "e"});
  CHECK(rescored.Wait() == 3);  // there is no audit yet
  Child folder({AuditOf(site, work / "out"), "", work / "e"});
  CHECK(folder.Wait() == 3);
  CHECK(TextOf(work / "e") ==
        "klikpad: " + (work / "out") + ": the audit folder is in use by another process\n");
  site.Release();
  CHECK(waiting.Process().Wait() == 0);
  Child rescore({{"rescore", work / "out"}, "", work / "e"});
  CHECK_MESSAGE(rescore.Wait() == 0, TextOf(work / "e"));
}

TEST_CASE(
    "a disk that is full while answers are recorded ends the run; there is room: it goes on") {
  MadeSite site(60);
  const TempDir work;
  Child whole({AuditOf(site, work / "whole"), "", ""});
  REQUIRE(whole.Wait() == 0);
  const std::vector<std::string> resumable = {"--state", work / "s", "--resume"};
  ChildSetup setup{AuditOf(site, work / "out", resumable), "", work / "e"};
  setup.max_file = fs::file_size(work / "whole/crawl.warc.gz") / 3;
  Child full(setup);
  CHECK(full.Wait() == 1);
  CHECK(TextOf(work / "e").find(work / "s/crawl.warc.gz: cannot be written: File too large") !=
        std::string::npos);
  CHECK_FALSE(fs::exists(work / "out/audit.json"));
  site.TakeAsked();
  Child again({AuditOf(site, work / "out", resumable), "", work / "e"});
  CHECK(again.Wait() == 0);
  const auto asked = site.TakeAsked();
  CHECK(asked.size() < 60);
  const bool is_same = Facts(work / "out") == Facts(work / "whole");
  CHECK(is_same);
}

TEST_CASE("a disk that is full while the audit is written leaves the old audit as it was") {
  MadeSite site(60);
  const TempDir work;
  Child whole({AuditOf(site, work / "out"), "", ""});
  REQUIRE(whole.Wait() == 0);
  const std::string before = TextOf(work / "out/audit.json");
  const auto warc = fs::file_size(work / "out/crawl.warc.gz");
  const auto evidence = fs::file_size(work / "out/evidence.sqlite");
  REQUIRE(warc < evidence);
  ChildSetup setup{AuditOf(site, work / "out", {"--state", work / "s"}), "", work / "e"};
  setup.max_file = (warc + evidence) / 2;
  Child full(setup);
  CHECK(full.Wait() == 1);
  CAPTURE(TextOf(work / "e"));
  CHECK(TextOf(work / "e").starts_with("klikpad: "));
  CHECK(TextOf(work / "e").find("disk") != std::string::npos);
  CHECK(TextOf(work / "out/audit.json") == before);
  CHECK(*ListFiles(work / "out") ==
        std::vector<std::string>{"audit.json", "crawl.warc.gz", "evidence.sqlite"});
  site.TakeAsked();
  Child again({AuditOf(site, work / "out", {"--state", work / "s", "--resume"}), "", ""});
  CHECK(again.Wait() == 0);
  CHECK(site.TakeAsked().empty());
}

TEST_CASE("options that shape the walk may change: the run is one with the new ones") {
  MadeSite site(60);
  const TempDir work;
  struct Case {
    std::string name;
    std::vector<std::string> first, then;
  };
  const std::vector<Case> cases = {
      {"more pages", {"--max-pages", "10"}, {"--max-pages", "40"}},
      {"fewer pages", {}, {"--max-pages", "12"}},
      {"depth", {}, {"--depth", "2"}},
      {"a part left out", {}, {"--exclude", "/p/1"}},
      {"another pack", {}, {"--pack", "twitter-test"}},
      {"other hands", {}, {"--concurrency", "1", "--threads", "1"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    fs::remove_all(work / "new");
    fs::remove_all(work / "out");
    Child fresh({AuditOf(site, work / "new", c.then), "", ""});
    REQUIRE(fresh.Wait() == 0);
    {
      site.Hold("/p/30");
      std::vector<std::string> words = AuditOf(site, work / "out", {"--state", work / "s"});
      words.insert(words.end(), c.first.begin(), c.first.end());
      Child first({words, "", work / "e"});
      while (TextOf(work / "s/crawl.warc.gz").size() < 20'000 && !first.HasEnded()) {
        std::this_thread::yield();
      }
      first.Signal(SIGKILL);
      first.Wait();
      site.Release();
    }
    std::vector<std::string> words =
        AuditOf(site, work / "out", {"--state", work / "s", "--resume"});
    words.insert(words.end(), c.then.begin(), c.then.end());
    Child then({words, "", work / "e"});
    CHECK_MESSAGE(then.Wait() == 0, TextOf(work / "e"));
    const bool is_same = Facts(work / "out") == Facts(work / "new");
    CHECK(is_same);
  }
}

TEST_CASE("options that shape the answers may not: they are refused, and the state stays") {
  MadeSite site(20);
  const TempDir work;
  {
    Waiting waiting(site, work);
    waiting.Process().Signal(SIGKILL);
    waiting.Process().Wait();
    site.Release();
  }
  const std::string before = TextOf(work / "s/crawl.warc.gz");
  for (const std::vector<std::string>& other : std::vector<std::vector<std::string>>{
           {"--user-agent", "other"}, {"-H", "Accept-Language: de"}, {"--max-body-size", "1K"}}) {
    CAPTURE(other.front());
    std::vector<std::string> words =
        AuditOf(site, work / "out", {"--state", work / "s", "--resume"});
    words.insert(words.end(), other.begin(), other.end());
    Child child({words, "", work / "e"});
    CHECK(child.Wait() == 3);
    CHECK(TextOf(work / "e").find("other request headers") != std::string::npos);
  }
  Child same_folder(
      {AuditOf(site, work / "s", {"--state", work / "s", "--resume"}), "", work / "e"});
  CHECK(same_folder.Wait() == 3);
  CHECK(TextOf(work / "e").find("a folder of its own") != std::string::npos);
  CHECK(TextOf(work / "s/crawl.warc.gz") == before);
}

}  // namespace
}  // namespace klikpad
