// Judging an audit again, from its evidence or from its archive.

#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <functional>
#include <sstream>
#include <utility>

#include "app/fixture_audit.h"
#include "app/fixture_site.h"
#include "app/run.h"
#include "base/files.h"
#include "base/text.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

struct Ended {
  int code = 0;
  std::string out, err;
};

// No network at all: whatever is asked for fails the test.
Ended Rescore(const std::string& folder, const std::vector<std::string>& more = {},
              const std::string& data_folder = KLIKPAD_ROOT,
              const std::function<void()>& at_begin = {}) {
  std::ostringstream out, err;
  World world;
  world.out = &out;
  world.err = &err;
  bool has_begun = false;
  world.now = [&] {
    if (at_begin && !std::exchange(has_begun, true)) at_begin();
    return std::int64_t{1365496200};
  };
  world.data_folder = data_folder;
  world.make_fetcher = [](const FetchOptions&) -> Result<std::unique_ptr<Fetcher>> {
    return Fail("the network was asked for");
  };
  std::vector<std::string> arguments = {"rescore", folder};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const int code = RunKlikpad(arguments, world);
  return {code, out.str(), err.str()};
}

std::string AuditOf(const std::string& folder) { return *ReadFile(folder + "/audit.json"); }

Json WithoutRun(const std::string& text) {
  auto json = Json::Parse(text);
  REQUIRE(json);
  json->Set("run", Json());
  return *json;
}

// The data folder with a copy of the rules, in which one file says something else.
class OtherRules {
 public:
  OtherRules(const std::string& file, const std::string& from, const std::string& to) {
    const std::string root = KLIKPAD_ROOT;
    fs::copy(root + "/rules", dir_ / "rules", fs::copy_options::recursive);
    fs::copy(root + "/reports", dir_ / "reports", fs::copy_options::recursive);
    const std::string path = dir_ / "rules/" + file;
    const std::string text = *ReadFile(path);
    REQUIRE(text.find(from) != std::string::npos);
    REQUIRE(WriteFile(path, ReplaceAll(text, from, to)));
  }
  const std::string& Folder() const { return dir_.Path(); }

 private:
  TempDir dir_;
};

}  // namespace

TEST_CASE("the same rules give the same audit, byte for byte") {
  for (const std::string& name : FixtureNames()) {
    CAPTURE(name);
    const TempDir work;
    AuditSite(FixtureFolder(name), work / "a");
    const std::string before = AuditOf(work / "a");
    const Ended run = Rescore(work / "a");
    REQUIRE_MESSAGE(run.code == kExitPassed, run.err);
    const bool is_same = AuditOf(work / "a") == before;
    CHECK(is_same);
    CHECK(run.out == "audit: " + (work / "a") + "/audit.json\n");
  }
}

TEST_CASE("from the evidence and from the archive the verdicts are the same") {
  const TempDir work;
  AuditSite(FixtureFolder("luchtbrug"), work / "a");
  const Json before = WithoutRun(AuditOf(work / "a"));
  REQUIRE(Rescore(work / "a", {"-f", "html"}).code == kExitPassed);
  const bool is_same = WithoutRun(AuditOf(work / "a")) == before;
  CHECK(is_same);
  CHECK(fs::exists(work / "a/report.nl.html"));
}

TEST_CASE("JUnit and JSON come from the evidence alone, as the run itself wrote them") {
  const TempDir work;
  AuditSite(FixtureFolder("luchtbrug"), work / "a", {"-f", "junit"});
  const std::string junit = *ReadFile(work / "a/junit.xml");
  const std::string json = AuditOf(work / "a");
  fs::remove(work / "a/crawl.warc.gz");
  fs::remove(work / "a/junit.xml");
  REQUIRE(Rescore(work / "a", {"-f", "junit", "-f", "junit=" + (work / "b.xml"), "-f",
                               "json=" + (work / "b.json"), "-f", "json"})
              .code == kExitPassed);
  const bool is_same =
      *ReadFile(work / "a/junit.xml") == junit && *ReadFile(work / "b.xml") == junit;
  CHECK(is_same);
  const bool is_same_json = AuditOf(work / "a") == json && *ReadFile(work / "b.json") == json;
  CHECK(is_same_json);
  // A report with ways and contacts needs the pages.
  CHECK(Rescore(work / "a", {"-f", "markdown"}).code == kExitUsage);
}

TEST_CASE("a changed rule changes its verdict, from the evidence alone") {
  const TempDir work;
  AuditSite(FixtureFolder("ing-2013"), work / "a", {"--pack", "twitter-test"});
  fs::remove(work / "a/crawl.warc.gz");
  const OtherRules rules("packs/twitter-test.yaml", "role: contact, clicks: 2}",
                         "role: contact, clicks: 1}");
  const Ended run = Rescore(work / "a", {}, rules.Folder());
  REQUIRE_MESSAGE(run.code == kExitPassed, run.err);
  const Json audit = WithoutRun(AuditOf(work / "a"));
  for (const Json& finding : audit["findings"].Items()) {
    const std::string& rule = finding["rule"].AsString();
    if (rule.starts_with("08-")) CHECK(finding["outcome"].AsString() == "minus");
    if (rule.starts_with("03-")) CHECK(finding["outcome"].AsString() == "plus");
  }
}

TEST_CASE("other packs are judged, and the gate holds") {
  const TempDir work;
  AuditSite(FixtureFolder("ing-2013"), work / "a", {"--pack", "twitter-test"});
  const Ended run = Rescore(work / "a", {"--pack", "contact-essentials", "--min-score", "100"});
  CHECK(run.code == kExitAssertion);
  CHECK(run.err.find("is below --min-score 100") != std::string::npos);
  const Json audit = WithoutRun(AuditOf(work / "a"));
  CHECK(audit["tally"]["packs"].Has("contact-essentials"));
  CHECK_FALSE(audit["tally"]["packs"].Has("twitter-test"));
}

TEST_CASE("when finding itself has changed, the pages are read again") {
  const TempDir work;
  AuditSite(FixtureFolder("klein"), work / "a");
  const OtherRules rules("channels.yaml", "nl: Telefoon", "nl: Telephoon");
  const Ended run = Rescore(work / "a", {}, rules.Folder());
  REQUIRE_MESSAGE(run.code == kExitPassed, run.err);
  CHECK(run.out.find("audit: ") != std::string::npos);
  SUBCASE("without an archive that is an error, and the audit stays") {
    fs::remove(work / "a/crawl.warc.gz");
    const std::string before = AuditOf(work / "a");
    const Ended bare = Rescore(work / "a");
    CHECK(bare.code == kExitUsage);
    CHECK(bare.err.find("there is no crawl.warc.gz") != std::string::npos);
    CHECK(AuditOf(work / "a") == before);
  }
}

TEST_CASE("rescoring from the archive leaves the archive as it is, and so does breaking it off") {
  const TempDir work;
  AuditSite(FixtureFolder("klein"), work / "a");
  const std::string archive = *ReadFile(work / "a/crawl.warc.gz");
  const std::string before = AuditOf(work / "a");
  REQUIRE(Rescore(work / "a", {"-f", "html"}).code == kExitPassed);
  const bool is_same_archive = *ReadFile(work / "a/crawl.warc.gz") == archive;
  CHECK(is_same_archive);
  CHECK(WithoutRun(AuditOf(work / "a")) == WithoutRun(before));
  const std::string rescored = AuditOf(work / "a");
  // The clock is asked when the run has begun, and before it reads anything.
  const Ended stopped = Rescore(work / "a", {"-f", "html"}, KLIKPAD_ROOT, [] { raise(SIGINT); });
  CHECK(stopped.code == kExitInterrupted);
  CHECK(stopped.err.find("interrupted; nothing was written") != std::string::npos);
  CHECK(AuditOf(work / "a") == rescored);
  CHECK(*ReadFile(work / "a/crawl.warc.gz") == archive);
}

TEST_CASE("what is no audit folder is refused with a word") {
  const TempDir work;
  CHECK(Rescore(work / "none").err.find("is no audit folder") != std::string::npos);
  work.Write("old/audit.json", "{\"schema_version\": 99}");
  CHECK(Rescore(work / "old").err.find("has schema 99, this klikpad writes") != std::string::npos);
  work.Write("torn/audit.json", "{\"schema_version\": 1, ");
  const Ended torn = Rescore(work / "torn");
  CHECK(torn.code == kExitUsage);
  CHECK(torn.err.find("audit.json:1") != std::string::npos);
}

}  // namespace klikpad
