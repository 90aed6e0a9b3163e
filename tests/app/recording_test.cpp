// The archive of an audit: from it alone the audit comes out again, and an interrupted one goes on.

#include <doctest/doctest.h>
#include <sys/file.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <sstream>

#include "app/fixture_audit.h"
#include "app/fixture_site.h"
#include "app/run.h"
#include "base/files.h"
#include "base/gzip.h"
#include "base/gzip_file.h"
#include "fetch/replay.h"
#include "support/temp_dir.h"
#include "warc/archive.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

// A fixture's answers, counted; something may happen at the n-th request.
class CountingFetcher : public Fetcher {
 public:
  CountingFetcher(std::unique_ptr<Fetcher> site, std::vector<std::string>& asked,
                  std::function<void(std::size_t)> at_request)
      : site_(std::move(site)), asked_(asked), at_request_(std::move(at_request)) {}
  void Fetch(const std::vector<Request>& batch, const Done& done) override {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      asked_.push_back(batch[i].url);
      if (at_request_) at_request_(asked_.size());
      site_->Fetch({batch[i]}, [&](std::size_t, Exchange e) { done(i, std::move(e)); });
    }
  }

 private:
  std::unique_ptr<Fetcher> site_;
  std::vector<std::string>& asked_;
  std::function<void(std::size_t)> at_request_;
};

struct Ended {
  int code = 0;
  std::string out, err;
  std::vector<std::string> asked;  // of the network
};

Ended Audit(const std::string& site_folder, const std::vector<std::string>& more,
            const std::function<void(std::size_t)>& at_request = {}) {
  Ended ended;
  std::ostringstream out, err;
  World world;
  world.out = &out;
  world.err = &err;
  world.now = [] { return std::int64_t{1365496200}; };
  world.data_folder = KLIKPAD_ROOT;
  world.make_fetcher = [&](const FetchOptions& options) -> Result<std::unique_ptr<Fetcher>> {
    auto site = SiteFolder::Load(site_folder);
    if (!site) return tl::unexpected(site.error());
    std::vector<SiteFolder> sites;
    sites.push_back(std::move(*site));
    return std::make_unique<CountingFetcher>(
        std::make_unique<ReplayFetcher>(std::move(sites), options), ended.asked, at_request);
  };
  std::vector<std::string> arguments = {"audit", site_folder + "/brand.yaml"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  ended.code = RunKlikpad(arguments, world);
  ended.out = out.str();
  ended.err = err.str();
  return ended;
}

// audit.json without what may differ.
std::string Facts(const std::string& folder) {
  const auto text = ReadFile(folder + "/audit.json");
  REQUIRE_MESSAGE(text, folder);
  auto json = Json::Parse(*text);
  REQUIRE(json);
  json->Set("run", Json());
  return json->Text();
}

// The places behind each whole record of an archive.
std::vector<std::uint64_t> RecordEnds(const std::string& path) {
  std::vector<std::uint64_t> ends;
  auto file = GzipFile::Open(path);
  REQUIRE(file);
  while (const auto member = file->Next(1u << 26)) ends.push_back(member->end);
  return ends;
}

}  // namespace

TEST_CASE("an audit comes out of its archive again, byte for byte, and of that one's") {
  for (const std::string& name : FixtureNames()) {
    CAPTURE(name);
    const TempDir work;
    const std::string site = FixtureFolder(name);
    REQUIRE(Audit(site, {"-o", work / "a"}).code == kExitPassed);
    const Ended again = Audit(site, {"--warc", work / "a/crawl.warc.gz", "-o", work / "b"});
    CHECK(again.code == kExitPassed);
    CHECK(again.asked.empty());
    CHECK(Facts(work / "b") == Facts(work / "a"));
    CHECK(Audit(site, {"--warc", work / "b/crawl.warc.gz", "-o", work / "c"}).code == kExitPassed);
    CHECK(Facts(work / "c") == Facts(work / "a"));
  }
}

TEST_CASE("an audit folder whose archive is audited into the folder itself stays whole") {
  const TempDir work;
  const std::string site = FixtureFolder("klein");
  REQUIRE(Audit(site, {"-o", work / "a"}).code == kExitPassed);
  const std::string before = Facts(work / "a");
  REQUIRE(Audit(site, {"--warc", work / "a/crawl.warc.gz", "-o", work / "a"}).code == kExitPassed);
  CHECK(Facts(work / "a") == before);
  CHECK(ListFiles(work / "a")->size() == 3);
}

TEST_CASE("--no-warc keeps no archive, nor an old one of another run") {
  const TempDir work;
  const std::string site = FixtureFolder("klein");
  REQUIRE(Audit(site, {"-o", work / "a"}).code == kExitPassed);
  REQUIRE(Audit(site, {"-o", work / "a", "--no-warc"}).code == kExitPassed);
  CHECK(*ListFiles(work / "a") == std::vector<std::string>{"audit.json", "evidence.sqlite"});
}

// A kill leaves a beginning of the archive, of any length: what was written so far.
TEST_CASE("a run killed at any moment ends as an uninterrupted one and asks nothing twice") {
  const TempDir work;
  const std::string site = FixtureFolder("klein");
  const Ended whole = Audit(site, {"-o", work / "whole"});
  REQUIRE(whole.code == kExitPassed);
  const std::string facts = Facts(work / "whole");
  const std::string archive = *ReadFile(work / "whole/crawl.warc.gz");
  // The state of a run that was stopped at its first request: its name, and no answer yet.
  const std::string state = work / "state";
  Audit(site, {"-o", work / "first", "--state", state}, [](std::size_t n) {
    if (n == 1) raise(SIGINT);
  });
  REQUIRE(fs::exists(state + "/run.txt"));
  const std::string identity = *ReadFile(state + "/run.txt");

  std::vector<std::uint64_t> sizes = RecordEnds(work / "whole/crawl.warc.gz");
  const std::size_t step = archive.size() / 40;
  for (std::size_t size = 0; size < archive.size(); size += step) sizes.push_back(size);
  for (const std::uint64_t size : sizes) {
    CAPTURE(size);
    fs::remove_all(state);
    REQUIRE(WriteFile(state + "/run.txt", identity));
    REQUIRE(WriteFile(state + "/crawl.warc.gz", archive.substr(0, size)));
    fs::remove_all(work / "out");
    const Ended resumed = Audit(site, {"-o", work / "out", "--state", state, "--resume"});
    REQUIRE_MESSAGE(resumed.code == kExitPassed, resumed.err);
    const bool is_same = Facts(work / "out") == facts;
    REQUIRE(is_same);
    REQUIRE_FALSE(fs::exists(state));
    // What was recorded is not asked for; everything else is, once.
    std::vector<std::string> left = whole.asked;
    if (size > 0) {
      const std::string cut = work.Write("cut.warc.gz", archive.substr(0, size));
      auto recorded = WarcArchive::Open(cut);
      if (recorded) {
        std::erase_if(left, [&](const std::string& url) { return recorded->Find(url) != nullptr; });
      }
    }
    REQUIRE(resumed.asked == left);
    // And the archive of both runs together is a whole one.
    const auto both = WarcArchive::Open(work / "out/crawl.warc.gz");
    REQUIRE(both);
    REQUIRE(both->Counts().bad == 0);
  }
}

TEST_CASE("Ctrl-C at any request ends with exit 130 and a state from which the run goes on") {
  const TempDir work;
  const std::string site = FixtureFolder("klein");
  const Ended whole = Audit(site, {"-o", work / "whole"});
  const std::string facts = Facts(work / "whole");
  for (std::size_t n = 1; n <= whole.asked.size(); n += 3) {
    CAPTURE(n);
    const std::string state = work / "state";
    fs::remove_all(work / "out");
    const Ended stopped = Audit(site, {"-o", work / "out", "--state", state}, [n](std::size_t i) {
      if (i == n) raise(SIGINT);
    });
    REQUIRE(stopped.code == kExitInterrupted);
    REQUIRE(fs::exists(state + "/crawl.warc.gz"));
    const Ended resumed = Audit(site, {"-o", work / "out", "--state", state, "--resume"});
    REQUIRE(resumed.code == kExitPassed);
    REQUIRE(Facts(work / "out") == facts);
    // What was answered before the stop is not asked for again.
    const std::set<std::string> before(stopped.asked.begin(), stopped.asked.begin() + n);
    for (const std::string& url : resumed.asked) {
      CAPTURE(url);
      CHECK_FALSE(before.contains(url));
    }
  }
}

TEST_CASE("a state that cannot be gone on with is refused with a word, and left as it is") {
  const TempDir work;
  const std::string site = FixtureFolder("klein");
  const std::string state = work / "state";
  Audit(site, {"-o", work / "a", "--state", state}, [](std::size_t n) {
    if (n == 3) raise(SIGINT);
  });
  const std::string before = *ReadFile(state + "/crawl.warc.gz");

  SUBCASE("without --resume") {
    const Ended run = Audit(site, {"-o", work / "a", "--state", state});
    CHECK(run.code == kExitUsage);
    CHECK(run.err.find("holds an unfinished run: go on with --resume") != std::string::npos);
  }
  SUBCASE("of another site") {
    const Ended run =
        Audit(FixtureFolder("stil"), {"-o", work / "b", "--state", state, "--resume"});
    CHECK(run.code == kExitUsage);
    CHECK(run.err.find("another start address") != std::string::npos);
  }
  SUBCASE("with other headers") {
    const Ended run = Audit(site, {"-o", work / "a", "--state", state, "--resume", "-H", "X: 1"});
    CHECK(run.code == kExitUsage);
  }
  SUBCASE("in use by another process") {
    std::FILE* lock = std::fopen((state + "/lock").c_str(), "r");
    REQUIRE(lock != nullptr);
    REQUIRE(flock(fileno(lock), LOCK_EX | LOCK_NB) == 0);
    const Ended run = Audit(site, {"-o", work / "a", "--state", state, "--resume"});
    std::fclose(lock);
    CHECK(run.code == kExitUsage);
    CHECK(run.err.find("in use by another process") != std::string::npos);
  }
  CHECK(*ReadFile(state + "/crawl.warc.gz") == before);
}

TEST_CASE("an archive of another site, and what is none, are clear errors") {
  const TempDir work;
  REQUIRE(Audit(FixtureFolder("stil"), {"-o", work / "s"}).code == kExitPassed);
  const Ended other =
      Audit(FixtureFolder("klein"), {"--warc", work / "s/crawl.warc.gz", "-o", work / "k"});
  CHECK(other.code == kExitUnreachable);
  CHECK(other.err.find("the archive does not hold it") != std::string::npos);
  const Ended none = Audit(FixtureFolder("klein"), {"--warc", work / "x.warc", "-o", work / "k"});
  CHECK(none.code == kExitUsage);
  CHECK(none.err.find("x.warc") != std::string::npos);
}

TEST_CASE("damage of an archive is said in the audit, and what is lost is a hole") {
  const TempDir work;
  const std::string site = FixtureFolder("klein");
  REQUIRE(Audit(site, {"-o", work / "a"}).code == kExitPassed);
  std::string archive = *ReadFile(work / "a/crawl.warc.gz");
  archive.resize(archive.size() / 3);
  const std::string cut = work.Write("cut.warc.gz", archive);
  REQUIRE(Audit(site, {"--warc", cut, "-o", work / "b"}).code == kExitPassed);
  const Json audit = *Json::Parse(*ReadFile(work / "b/audit.json"));
  CHECK(audit["problems"].Text().find("1 record of the archive could not be read") !=
        std::string::npos);
  bool has_hole = false;
  for (const Json& row : audit["coverage"].Items()) {
    has_hole = has_hole || row["holes"].Text().find("does not hold it") != std::string::npos;
  }
  CHECK(has_hole);
}

}  // namespace klikpad
