// kill -9 of the real program, at any moment: the resumed run ends as an uninterrupted one and asks
// for nothing that was recorded. `bench/kill` does the same a hundred times on a thousand pages.

#include <doctest/doctest.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <random>
#include <set>
#include <thread>

#include "process/run.h"
#include "support/temp_dir.h"
#include "warc/archive.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

constexpr int kPages = 150;

// What stands whole in the archive of a state.
std::set<std::string> Recorded(const std::string& state, const std::string& base) {
  std::set<std::string> paths;
  auto archive = WarcArchive::Open(state + "/crawl.warc.gz");
  if (!archive) return paths;
  for (const std::string& url : archive->Addresses()) paths.insert(url.substr(base.size() - 1));
  return paths;
}

struct Reference {
  explicit Reference(MadeSite& site, const TempDir& work) {
    Child whole({AuditOf(site, work / "whole"), "", work / "whole.err"});
    REQUIRE_MESSAGE(whole.Wait() == 0, TextOf(work / "whole.err"));
    facts = Facts(work / "whole");
    evidence = TextOf(work / "whole/evidence.sqlite");
    requests = site.TakeAsked().size();
    REQUIRE(requests > kPages);
  }
  std::string facts, evidence;
  std::size_t requests = 0;
};

// Goes on until the end; nothing that was recorded before is asked again.
void GoOn(MadeSite& site, const TempDir& work, const Reference& reference) {
  const std::string state = work / "state";
  const std::set<std::string> recorded = Recorded(state, site.Url());
  site.TakeAsked();
  Child resumed(
      {AuditOf(site, work / "out", {"--state", state, "--resume"}), "", work / "resumed.err"});
  REQUIRE_MESSAGE(resumed.Wait() == 0, TextOf(work / "resumed.err"));
  for (const std::string& path : site.TakeAsked()) {
    CAPTURE(path);
    CHECK_FALSE(recorded.contains(path));
  }
  const bool is_same = Facts(work / "out") == reference.facts;
  CHECK(is_same);
  const bool is_same_evidence = TextOf(work / "out/evidence.sqlite") == reference.evidence;
  CHECK(is_same_evidence);
  CHECK_FALSE(fs::exists(state));
  CHECK(*ListFiles(work / "out") ==
        std::vector<std::string>{"audit.json", "crawl.warc.gz", "evidence.sqlite"});
  auto archive = WarcArchive::Open(work / "out/crawl.warc.gz");
  REQUIRE(archive);
  CHECK(archive->Counts().bad == 0);
}

// A run that is killed when the server is asked for the n-th time.
void RunAndKill(MadeSite& site, const TempDir& work, std::size_t n) {
  std::atomic<const Child*> victim{nullptr};
  site.TakeAsked();
  site.OnRequest([&, n](std::size_t asked) {
    while (victim.load() == nullptr) std::this_thread::yield();
    if (asked == n) victim.load()->Signal(SIGKILL);
  });
  {
    Child child({AuditOf(site, work / "out", {"--state", work / "state", "--resume"}), "",
                 work / "killed.err"});
    victim = &child;
    CHECK(child.Wait() == 128 + SIGKILL);
    site.OnRequest({});
  }
}

TEST_CASE("killed at any request, once or twice, a resumed run ends as an uninterrupted one") {
  MadeSite site(kPages);
  const TempDir work;
  const Reference reference(site, work);
  std::mt19937 random(20130409);
  for (int round = 0; round < 8; ++round) {
    fs::remove_all(work / "out");
    const std::size_t first = 1 + random() % reference.requests;
    CAPTURE(first);
    RunAndKill(site, work, first);
    const std::size_t left = reference.requests - Recorded(work / "state", site.Url()).size();
    if (round % 2 == 1 && left > 30) {
      const std::size_t second = 1 + random() % (left / 2);
      CAPTURE(second);
      RunAndKill(site, work, second);
    }
    GoOn(site, work, reference);
  }
}

// A file or folder of that beginning stands in the folder.
bool HasFile(const std::string& folder, const std::string& begin) {
  std::error_code code;
  for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
    if (at->path().filename().string().starts_with(begin)) return true;
  }
  return false;
}

TEST_CASE("killed while it writes the audit folder, it leaves the old audit, and nothing else") {
  MadeSite site(kPages);
  const TempDir work;
  const Reference reference(site, work);
  for (const std::string moment : {"evidence.sqlite", "crawl.warc.gz", "audit.json"}) {
    CAPTURE(moment);
    fs::remove_all(work / "out");
    {
      Child child({AuditOf(site, work / "out", {"--state", work / "state"}), "", ""});
      const std::string folder = work / "out";
      const bool is_inside = moment == "evidence.sqlite";  // in the folder it is written in first
      while (!child.HasEnded()) {
        bool is_there = HasFile(folder, is_inside ? ".writing-" : moment);
        if (is_there) break;
        std::this_thread::yield();
      }
      child.Signal(SIGKILL);
      child.Wait();
    }
    if (!fs::exists(work / "state/crawl.warc.gz")) continue;  // it was quicker
    CHECK(site.TakeAsked().size() >= reference.requests);
    GoOn(site, work, reference);
  }
}

TEST_CASE("a run without a state that was killed leaves nothing behind once another ran") {
  MadeSite site(20);
  const TempDir work;
  site.Hold("/p/9");
  {
    Child child({AuditOf(site, work / "out"), "", ""});
    while (!HasFile(work / "out", ".recording-")) std::this_thread::yield();
    child.Signal(SIGKILL);
    CHECK(child.Wait() == 128 + SIGKILL);
  }
  site.Release();
  CHECK(HasFile(work / "out", ".recording-"));
  Child again({AuditOf(site, work / "out"), "", ""});
  CHECK(again.Wait() == 0);
  CHECK(*ListFiles(work / "out") ==
        std::vector<std::string>{"audit.json", "crawl.warc.gz", "evidence.sqlite"});
}

}  // namespace
}  // namespace klikpad
