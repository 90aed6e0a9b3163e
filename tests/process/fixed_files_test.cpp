// Files at fixed addresses (assetlinks.json and the like) in a run that is killed amid them: what
// is recorded is not asked for again, and what they say is in the audit all the same.

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <thread>

#include "process/run.h"
#include "support/temp_dir.h"
#include "warc/archive.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

bool HasRecorded(const std::string& state, const std::string& url) {
  auto archive = WarcArchive::Open(state + "/crawl.warc.gz");
  return archive && archive->Find(url) != nullptr;
}

bool Holds(const std::vector<std::string>& paths, const std::string& path) {
  return std::find(paths.begin(), paths.end(), path) != paths.end();
}

}  // namespace

TEST_CASE("a run killed amid the files at fixed addresses goes on with those that are missing") {
  MadeSite site(12);
  const TempDir work;
  Child whole({AuditOf(site, work / "whole"), "", work / "e"});
  REQUIRE_MESSAGE(whole.Wait() == 0, TextOf(work / "e"));
  const std::vector<std::string> all = site.TakeAsked();
  const std::vector<std::string> files = {"/.well-known/assetlinks.json",
                                          "/.well-known/apple-app-site-association",
                                          "/.well-known/security.txt", "/app.webmanifest"};
  for (const std::string& file : files) CHECK(std::count(all.begin(), all.end(), file) == 1);
  for (const std::string& held : files) {
    CAPTURE(held);
    fs::remove_all(work / "out");
    const std::string state = work / "s";
    {
      site.Hold(held);
      Child first({AuditOf(site, work / "out", {"--state", state}), "", work / "e"});
      const auto is_there = [&](const std::string& file) {
        return file == held || HasRecorded(state, site.Url(file));
      };
      while (!std::all_of(files.begin(), files.end(), is_there) && !first.HasEnded()) {
        std::this_thread::yield();
      }
      first.Signal(SIGKILL);
      CHECK(first.Wait() == 128 + SIGKILL);
      site.Release();
    }
    site.TakeAsked();
    Child resumed({AuditOf(site, work / "out", {"--state", state, "--resume"}), "", work / "e"});
    REQUIRE_MESSAGE(resumed.Wait() == 0, TextOf(work / "e"));
    const std::vector<std::string> asked = site.TakeAsked();
    for (const std::string& file : files) CHECK(Holds(asked, file) == (file == held));
    CHECK_FALSE(Holds(asked, "/p/1"));
    const bool is_same = Facts(work / "out") == Facts(work / "whole");
    CHECK(is_same);
    const bool is_same_evidence =
        TextOf(work / "out/evidence.sqlite") == TextOf(work / "whole/evidence.sqlite");
    CHECK(is_same_evidence);
    CHECK_FALSE(fs::exists(state));
  }
}

TEST_CASE("what a killed run left half-written in its state does not outlive the next") {
  MadeSite site(12);
  const TempDir work;
  work.Write("s/run.txt.4711.part", "start: http");
  work.Write("s/mine.txt", "the user's own");
  Child run({AuditOf(site, work / "out", {"--state", work / "s", "--resume"}), "", work / "e"});
  REQUIRE_MESSAGE(run.Wait() == 0, TextOf(work / "e"));
  CHECK(*ListFiles(work / "s") == std::vector<std::string>{"mine.txt"});
}

}  // namespace klikpad
