// Progress at a real terminal and elsewhere, and Ctrl-C typed there.

#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <thread>

#include "base/text.h"
#include "process/run.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

// The end of a terminal's screen after a run: what was rewritten is gone.
std::string LastLine(const std::string& said) {
  const std::size_t at = said.rfind("\x1b[K");
  return at == std::string::npos ? said : said.substr(at + 3);
}

TEST_CASE("a terminal shows a line of progress, and nothing of it stands on standard output") {
  MadeSite site(40);
  const TempDir work;
  const Terminal terminal;
  site.Hold("/p/20");
  ChildSetup setup{AuditOf(site, work / "out"), work / "stdout", ""};
  setup.terminal = terminal.Path();
  Child child(setup);
  auto& screen = const_cast<Terminal&>(terminal);
  screen.ReadUntil(" pages read, ");
  screen.ReadUntil(" known, ");
  screen.ReadUntil(" a second");
  site.Release();
  CHECK(child.Wait() == 0);
  screen.ReadUntil("");
  CHECK(screen.Said().find('\n') == std::string::npos);
  CHECK(screen.Said().starts_with("\r\x1b[K"));
  CHECK(LastLine(screen.Said()).empty());
  const std::string out = TextOf(work / "stdout");
  CHECK(out.find(" a second") == std::string::npos);
  CHECK(out.find('\x1b') == std::string::npos);
  CHECK(out.ends_with("audit: " + (work / "out") + "/audit.json\n"));
}

TEST_CASE("--no-progress and --quiet leave a terminal alone, --log-format json gives objects") {
  MadeSite site(40);
  const TempDir work;
  for (const std::string option : {"--no-progress", "--quiet", "--log-format=json"}) {
    CAPTURE(option);
    Terminal terminal;
    ChildSetup setup{AuditOf(site, work / "out", {option}), work / "stdout", ""};
    setup.terminal = terminal.Path();
    Child child(setup);
    CHECK(child.Wait() == 0);
    const std::string said = terminal.ReadUntil("");
    if (option != "--log-format=json") {
      CHECK(said.empty());
      continue;
    }
    std::vector<std::string> events;
    for (const std::string_view line : Split(said, '\n')) {
      if (Trim(line).empty()) continue;
      CAPTURE(std::string(line));
      const auto json = Json::Parse(Trim(line));
      REQUIRE(json);
      events.push_back((*json)["event"].AsString());
    }
    CHECK(Join(events, " ") == "begin crawled stores writing done");
  }
  CHECK(TextOf(work / "stdout").find("\"event\"") == std::string::npos);
}

TEST_CASE("without a terminal a short run says nothing, and a failed one says why") {
  MadeSite site(20);
  const TempDir work;
  Child fine({AuditOf(site, work / "out"), work / "stdout", work / "stderr"});
  CHECK(fine.Wait() == 0);
  CHECK(TextOf(work / "stderr").empty());
  Child failed({{"audit", site.Url("/weg/1"), "-o", work / "none", "--log-format", "json"},
                work / "stdout",
                work / "stderr"});
  CHECK(failed.Wait() == 6);
  const std::string said = TextOf(work / "stderr");
  const auto lines = Split(Trim(said), '\n');
  const auto last = Json::Parse(lines.back());
  REQUIRE(last);
  CHECK((*last)["event"].AsString() == "error");
  CHECK((*last)["exit"].AsInt() == 6);
  CHECK(TextOf(work / "stdout").empty());
}

TEST_CASE("Ctrl-C at a terminal ends the run cleanly with 130, and --resume goes on") {
  MadeSite site(60);
  const TempDir work;
  Child whole({AuditOf(site, work / "whole"), "", ""});
  REQUIRE(whole.Wait() == 0);
  const std::size_t all = site.TakeAsked().size();
  {
    Terminal terminal;
    site.Hold("/p/40");
    ChildSetup setup{AuditOf(site, work / "out", {"--state", work / "s"}), work / "stdout", ""};
    setup.terminal = terminal.Path();
    Child child(setup);
    terminal.ReadUntil(" pages read, ");
    terminal.Type("\x03");
    const std::string said = terminal.ReadUntil("--resume");
    CHECK(child.Wait() == 130);
    site.Release();
    CHECK(said.find("klikpad: interrupted; go on with --state " + (work / "s") + " --resume") !=
          std::string::npos);
    CHECK(TextOf(work / "stdout").ends_with("audit: " + (work / "out") + "/audit.json\n"));
  }
  const std::size_t before = site.TakeAsked().size();
  Child resumed(
      {AuditOf(site, work / "out", {"--state", work / "s", "--resume"}), "", work / "stderr"});
  CHECK(resumed.Wait() == 0);
  CHECK(TextOf(work / "stderr").find("klikpad: going on with ") == 0);
  const bool is_same = Facts(work / "out") == Facts(work / "whole");
  CHECK(is_same);
  CHECK(site.TakeAsked().size() + before <= all + 16);  // as many were on their way
}

TEST_CASE("SIGTERM ends a run as Ctrl-C does") {
  MadeSite site(20);
  const TempDir work;
  site.Hold("/p/9");
  Child child({AuditOf(site, work / "out", {"--state", work / "s"}), "", ""});
  while (TextOf(work / "s/crawl.warc.gz").size() < 3000) std::this_thread::yield();
  child.Signal(SIGTERM);
  CHECK(child.Wait() == 130);
  CHECK(std::filesystem::exists(work / "out/audit.json"));
  CHECK(std::filesystem::exists(work / "s/crawl.warc.gz"));
}

}  // namespace
}  // namespace klikpad
