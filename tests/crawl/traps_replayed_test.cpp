// Traps from an archive and after a stop: the same pages are read and left out, for the same
// reasons, as in one run over the network.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "crawl/crawl.h"
#include "crawl/trap_sites.h"
#include "support/shipped_rules.h"
#include "support/temp_dir.h"
#include "warc/archive.h"
#include "warc/recorder.h"
#include "warc/warc_fetcher.h"

namespace klikpad {
namespace {

// Everything that a trap's verdict shows in.
std::string Told(const CrawlResult& result) {
  std::string text;
  for (const SitePage& page : result.look.pages) {
    text += fmt::format("{} {} {} {} {}\n", page.url, page.is_read, Word(page.hole), page.hole_text,
                        page.clicks.value_or(-1));
  }
  for (const std::string& note : result.look.notes) text += note + "\n";
  for (const std::string& cap : result.caps) text += "limit: " + cap + "\n";
  return text;
}

// `stop_after` answers the run is interrupted; 0: never.
CrawlResult Look(Fetcher& fetcher, int max_pages, int stop_after = 0) {
  CrawlOptions options;
  options.max_pages = max_pages;
  options.threads = 2;
  Brand brand;
  brand.name = "Winkel";
  brand.start = kTrapHost + "/";
  int answers = 0;
  CrawlHooks hooks;
  hooks.progress = [&](const CrawlProgress& progress) { answers = progress.done; };
  hooks.is_cancelled = [&] { return stop_after > 0 && answers >= stop_after; };
  auto result = Crawl(brand, options, ShippedRules(), fetcher, hooks);
  REQUIRE(result);
  return std::move(*result);
}

RecorderOptions Recording() {
  RecorderOptions options;
  options.software = "test/1";
  options.user_agent = "test";
  options.id_seed = "traps";
  options.now = [] { return std::int64_t{1365496200}; };
  return options;
}

struct Case {
  std::string name;
  MadeUpFetcher::Site site;
  int max_pages = 8000;
};

std::vector<Case> Cases() {
  return {{"a calendar", Calendar},
          {"filters", Facets},
          {"a path that repeats", Deeper},
          {"a list without end", Paging},
          {"the same text", Echo},
          {"ever longer paths", EverLonger},
          {"filters, out of room", Facets, 90}};
}

}  // namespace

TEST_CASE("a trap is left from the archive as it was over the network") {
  std::uint64_t state = 1;
  std::vector<Case> cases = Cases();
  cases.push_back({"sessions", Sessions(state)});
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const TempDir work;
    MadeUpFetcher site(c.site);
    std::string first;
    {
      auto recorder = WarcRecorder::Create(work / "a.warc.gz", Recording());
      REQUIRE(recorder);
      RecordingFetcher recording(site, **recorder);
      first = Told(Look(recording, c.max_pages));
      REQUIRE((*recorder)->Close());
    }
    auto archive = WarcArchive::Open(work / "a.warc.gz");
    REQUIRE(archive);
    WarcFetcher replay(*archive, FetchOptions());
    const bool is_same = Told(Look(replay, c.max_pages)) == first;
    CHECK(is_same);
    const bool says_why = c.name == "sessions" || first.find(" left out: ") != first.npos ||
                          first.find("limit: --max-pages") != first.npos;
    CHECK(says_why);
  }
}

TEST_CASE(
    "a run that was stopped amid a trap and goes on leaves what an uninterrupted one leaves") {
  for (const Case& c : Cases()) {
    CAPTURE(c.name);
    MadeUpFetcher whole(c.site);
    const std::string expected = Told(Look(whole, c.max_pages));
    for (const int stop_after : {3, 25, 60, 85}) {
      CAPTURE(stop_after);
      const TempDir work;
      {
        MadeUpFetcher site(c.site);
        auto recorder = WarcRecorder::Create(work / "a.warc.gz", Recording());
        REQUIRE(recorder);
        RecordingFetcher recording(site, **recorder);
        Look(recording, c.max_pages, stop_after);
        REQUIRE((*recorder)->Close());
      }
      auto archive = WarcArchive::Open(work / "a.warc.gz");
      REQUIRE(archive);
      MadeUpFetcher site(c.site);
      WarcFetcher resumed(*archive, FetchOptions(), &site);
      const bool is_same = Told(Look(resumed, c.max_pages)) == expected;
      CHECK(is_same);
      CHECK(resumed.Replayed() > 0);
      for (const auto& [url, times] : site.Asked()) {
        CAPTURE(url);
        CHECK(times == 1);
        CHECK(archive->Find(url) == nullptr);
      }
    }
  }
}

}  // namespace klikpad
