// The gate of a CI job through the whole program: --fail-on, --baseline and --update-baseline, in
// audit and rescore.

#include <doctest/doctest.h>

#include <filesystem>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "app/baseline.h"
#include "app/fixture_audit.h"
#include "app/options.h"
#include "app/run.h"
#include "base/files.h"
#include "base/text.h"
#include "fetch/replay.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

bool Has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

std::size_t Count(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

FixtureAudit AuditKlein(const std::string& output, const std::vector<std::string>& more) {
  // Without AuditSite's own demand that there be an audit.
  return AuditThrough(
      FixtureFolder("klein"), output, [](std::unique_ptr<Fetcher> site) { return site; }, more);
}

// Names of the verdicts that came out so.
std::vector<std::string> With(const FixtureAudit& audit, const std::string& outcome) {
  std::vector<std::string> names;
  for (const auto& [name, verdict] : audit.verdicts) {
    if (verdict == outcome) names.push_back(name);
  }
  return names;
}

int Rescore(const std::string& folder, const std::vector<std::string>& more, std::string& told) {
  std::ostringstream out, err;
  World world;
  world.out = &out;
  world.err = &err;
  world.now = [] { return std::int64_t{1365496200}; };
  world.data_folder = KLIKPAD_ROOT;
  world.make_fetcher = [](const FetchOptions&) -> Result<std::unique_ptr<Fetcher>> {
    return Fail("the network was asked for");
  };
  std::vector<std::string> arguments = {"rescore", folder};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const int code = RunKlikpad(arguments, world);
  told = err.str();
  return code;
}

std::string RuleOf(const std::string& name) { return name.substr(name.find('/') + 1); }

}  // namespace

TEST_CASE("--fail-on fails a run for a minus, for what is not assessed, or for one rule") {
  const TempDir work;
  const FixtureAudit plain = AuditKlein(work / "a", {});
  REQUIRE(plain.code == kExitPassed);
  const auto minus = With(plain, "minus"), open = With(plain, "not_assessed"),
             plus = With(plain, "plus");
  REQUIRE_FALSE(minus.empty());
  REQUIRE_FALSE(plus.empty());
  struct Case {
    std::string name;
    std::vector<std::string> options;
    int code;
    std::string says;
  };
  const std::vector<Case> cases = {
      {"any minus", {"--fail-on", "minus"}, kExitAssertion, minus.front()},
      {"that rule", {"--fail-on", RuleOf(minus.front())}, kExitAssertion, minus.front()},
      {"that rule, with its pack", {"--fail-on", minus.front()}, kExitAssertion, minus.front()},
      {"another rule", {"--fail-on", RuleOf(plus.front())}, kExitPassed, ""},
      {"what is open",
       {"--fail-on", "not-assessed"},
       open.empty() ? kExitPassed : kExitAssertion,
       open.empty() ? "" : open.front()},
      {"a problem",
       {"--fail-on", "problem", "--max-pages", "3"},
       kExitAssertion,
       "--max-pages 3 was reached"},
      {"no problem", {"--fail-on", "problem"}, kExitPassed, ""},
      {"no such rule",
       {"--fail-on", RuleOf(plus.front()) + "x"},
       kExitUsage,
       "did you mean '" + RuleOf(plus.front()) + "'"},
      {"coverage first",
       {"--fail-on", "minus", "--max-pages", "2", "--min-coverage", "1"},
       kExitInconclusive,
       "inconclusive"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const FixtureAudit audit = AuditKlein(work / "b", c.options);
    CHECK_MESSAGE(audit.code == c.code, audit.err);
    CHECK_MESSAGE(Has(audit.err, c.says), audit.err);
  }
}

TEST_CASE("a baseline accepts what is minus now; a new minus is a regression") {
  const TempDir work;
  const std::string file = work / "baseline.yaml";
  const FixtureAudit missing = AuditKlein(work / "a", {"--baseline", file});
  CHECK(missing.code == kExitUsage);
  CHECK(Has(missing.err, "--update-baseline writes it"));
  CHECK_FALSE(std::filesystem::exists(work / "a"));

  const FixtureAudit made = AuditKlein(work / "a", {"--baseline", file, "--update-baseline"});
  REQUIRE_MESSAGE(made.code == kExitPassed, made.err);
  const std::string text = *ReadFile(file);
  const auto minus = With(made, "minus");
  for (const std::string& name : minus) CHECK_MESSAGE(Has(text, "- rule: " + name + "\n"), text);
  CHECK(ParseBaseline(text, file)->accepted.size() == minus.size());

  // A CI server is shown no failure that is none of the job's.
  CHECK(AuditKlein(work / "a", {"--baseline", file, "-f", "junit"}).code == kExitPassed);
  CHECK(Count(*ReadFile(work / "a/junit.xml"), "<failure") == 0);
  CHECK(Count(*ReadFile(work / "a/junit.xml"), "accepted by the baseline") == minus.size());
  CHECK(AuditKlein(work / "a", {"--baseline", file, "--fail-on", "minus"}).code == kExitPassed);

  // One of them is accepted no longer, and one that is a plus was once.
  const std::string plus = With(made, "plus").front();
  REQUIRE(WriteFile(file, ReplaceAll(text, "- rule: " + minus.front() + "\n",
                                     "- rule: " + plus + "\n  because: was so in spring\n")));
  const FixtureAudit worse = AuditKlein(work / "a", {"--baseline", file});
  CHECK(worse.code == kExitRegression);
  CHECK_MESSAGE(Has(worse.err, "a new minus: " + minus.front()), worse.err);
  CHECK_MESSAGE(Has(worse.err, "no longer a minus: " + plus), worse.err);
  CHECK(AuditKlein(work / "a", {"--baseline", file, "--fail-on", "minus"}).code == kExitRegression);

  // The same of the stored audit, which asks nobody.
  std::string told;
  CHECK(Rescore(work / "a", {"--baseline", file, "-f", "junit"}, told) == kExitRegression);
  CHECK(Count(*ReadFile(work / "a/junit.xml"), "<failure") == 1);
  CHECK_MESSAGE(Has(told, "a new minus: " + minus.front()), told);
  CHECK(Rescore(work / "a", {"--baseline", file, "--update-baseline", "-f", "junit"}, told) ==
        kExitPassed);
  CHECK(Count(*ReadFile(work / "a/junit.xml"), "<failure") == 0);
  CHECK(*ReadFile(file) == text);
  CHECK(Rescore(work / "a", {"--baseline", file, "--fail-on", "minus"}, told) == kExitPassed);
}

TEST_CASE("no baseline is written of a look that was cut short, and what was not judged stays") {
  const TempDir work;
  const std::string file =
      work.Write("baseline.yaml",
                 "accepted:\n- rule: webcare/answer-within-day\n  because: the \"team\"\n"
                 "- {rule: contact-essentials/phone-offered}\n");
  const FixtureAudit cut =
      AuditKlein(work / "a", {"--baseline", file, "--update-baseline", "--max-pages", "3"});
  CHECK(cut.code == kExitInconclusive);
  CHECK_MESSAGE(Has(cut.err, "the baseline stays as it was: the look was cut short"), cut.err);
  CHECK(Has(*ReadFile(file), "- {rule: contact-essentials/phone-offered}"));
  const FixtureAudit whole = AuditKlein(work / "a", {"--baseline", file, "--update-baseline"});
  REQUIRE(whole.code == kExitPassed);
  // The pack was not asked: nobody knows.
  CHECK(
      Has(*ReadFile(file), "- rule: webcare/answer-within-day\n  because: \"the \\\"team\\\"\"\n"));
}

TEST_CASE("a baseline of mistakes is told with its line") {
  struct Case {
    std::string name, text, error;
  };
  for (const Case& c : std::vector<Case>{
           {"no list", "accepted: 3\n", "b.yaml:1: a list is needed here"},
           {"unknown key", "accepts: []\n", "b.yaml:1: unknown key 'accepts'"},
           {"no rule", "accepted:\n- {subjects: [a]}\n", "b.yaml:2: "},
           {"no pack", "accepted:\n- {rule: phone-offered}\n", "is not of the form PACK/RULE"},
           {"twice", "accepted:\n- {rule: a/b}\n- {rule: a/b}\n",
            "b.yaml:3: 'a/b' stands here twice"}}) {
    CAPTURE(c.name);
    const auto baseline = ParseBaseline(c.text, "b.yaml");
    REQUIRE_FALSE(baseline);
    CHECK_MESSAGE(Has(baseline.error().Text(), c.error), baseline.error().Text());
  }
  CHECK(ParseBaseline("accepted:\n", "b.yaml")->accepted.empty());
  CHECK(ParseBaseline(BaselineText({}), "b.yaml")->accepted.empty());
}

namespace {

Finding Minus(const std::string& rule, const std::vector<EvidenceRow>& rows) {
  Finding finding;
  finding.pack = "p";
  finding.rule = rule;
  finding.outcome = Outcome::kMinus;
  finding.evidence = rows;
  finding.evidence_count = static_cast<int>(rows.size());
  return finding;
}

EvidenceRow RowOf(const std::string& ref, const std::string& label, const std::string& value) {
  EvidenceRow row;
  row.ref = ref;
  row.label = label;
  row.value = value;
  return row;
}

// Rules `seen` (a minus by what was seen) and `unseen` (by what was not).
Library TwoRules() {
  Library library;
  Pack pack;
  pack.name = "p";
  Rule seen, unseen;
  seen.id = "seen";
  seen.otherwise = Outcome::kPlus;
  unseen.id = "unseen";
  unseen.otherwise = Outcome::kMinus;
  pack.rules = {seen, unseen};
  library.packs.push_back(pack);
  return library;
}

}  // namespace

TEST_CASE("a finding is known again by the contacts and hosts that it is about, not by its pages") {
  const Library library = TwoRules();
  Audit audit;
  const EvidenceRow google = RowOf("contacts/1", "google-plus", "+veer");
  const EvidenceRow hyves = RowOf("contacts/2", "hyves", "veer \"ha\"");
  audit.findings = {Minus("seen", {google}), Minus("unseen", {google})};
  const Baseline accepted = Renewed(audit, library, {});
  const auto read = ParseBaseline(BaselineText(accepted), "b.yaml");
  REQUIRE(read);
  REQUIRE(read->accepted.size() == 2);
  CHECK(read->accepted[0].subjects == std::vector<std::string>{"google-plus +veer"});
  CHECK(read->accepted[1].subjects.empty());
  CHECK(Compare(audit, library, *read).fresh.empty());
  CHECK(Compare(audit, library, *read).accepted == 2);

  audit.findings = {Minus("seen", {google, hyves}), Minus("unseen", {google, hyves})};
  CHECK(Compare(audit, library, *read).fresh ==
        std::vector<std::string>{"p/seen (hyves veer \"ha\")"});
  CHECK(
      ParseBaseline(BaselineText(Renewed(audit, library, *read)), "b.yaml")->accepted[0].subjects ==
      std::vector<std::string>{"google-plus +veer", "hyves veer \"ha\""});
  // What the user wrote beside it stays.
  Baseline explained = *read;
  explained.accepted[0].because = "in the new footer";
  CHECK(Renewed(audit, library, explained).accepted[0].because == "in the new footer");
  // One fixed and another made: no count would tell.
  audit.findings = {Minus("seen", {hyves})};
  CHECK(Compare(audit, library, *read).fresh.size() == 1);
  // Seen in part: what is not there may only be unseen, so it stays accepted.
  const Baseline both = Renewed(audit, library, *read);
  CHECK(both.accepted[0].subjects.size() == 2);
  audit.coverage.push_back({});
  audit.coverage[0].complete = Complete::kYes;
  CHECK(Renewed(audit, library, *read).accepted[0].subjects ==
        std::vector<std::string>{"hyves veer \"ha\""});
  // Pages and links come and go: the rule itself is what is accepted.
  audit.findings = {Minus("seen", {RowOf("links/3", "Servicedesk", "")})};
  CHECK(Renewed(audit, library, {}).accepted[0].subjects.empty());
  // More rows than are shown.
  audit.findings = {Minus("seen", {google})};
  audit.findings[0].evidence_count = 31;
  CHECK(Renewed(audit, library, {}).accepted[0].subjects.empty());
  // Not assessed: neither new nor resolved.
  audit.findings[0].outcome = Outcome::kNotAssessed;
  CHECK(Compare(audit, library, *read).resolved.empty());
  audit.findings[0].outcome = Outcome::kPlus;
  CHECK(Compare(audit, library, *read).resolved == std::vector<std::string>{"p/seen"});
}

TEST_CASE("options of a file count as if they stood on the line, which goes before") {
  const std::string text =
      "max-pages: 500\npack: [contact-essentials, upkeep]\nno-robots: true\nno-warc: no\n"
      "host-request-interval: 1s\nmax-clicks: phone=2\n";
  const auto words = WithConfig(
      {"audit", "https://x.example/", "--config", "k.yaml", "--max-pages=7"}, text, "k.yaml");
  REQUIRE(words);
  CHECK(Join(*words, " ") ==
        "audit --pack=contact-essentials --pack=upkeep --no-robots --host-request-interval=1s "
        "--max-clicks=phone=2 https://x.example/ --max-pages=7");
  const auto line = ParseCommandLine(*words);
  REQUIRE(line);
  CHECK(line->audit.packs.size() == 2);
  CHECK(line->audit.max_pages == 7);
  CHECK(line->audit.target == "https://x.example/");
  for (const std::vector<std::string>& form :
       std::vector<std::vector<std::string>>{{"audit", "-c", "k.yaml", "x"},
                                             {"audit", "-ck.yaml", "x"},
                                             {"audit", "--config=k.yaml", "x"}}) {
    CHECK(Join(*WithConfig(form, "depth: 2\n", "k.yaml"), " ") == "audit --depth=2 x");
  }
  // A value that begins as the option does.
  CHECK(Join(*WithConfig({"audit", "--user-agent", "-curl/1", "x", "-c", "k.yaml"}, "", "k.yaml"),
             " ") == "audit --user-agent -curl/1 x");
  CHECK(Join(*WithConfig({"rescore", "d", "-c", "k.yaml"}, "", "k.yaml"), " ") == "rescore d");
  struct Case {
    std::string name, text, error;
  };
  for (const Case& c : std::vector<Case>{
           {"unknown", "max-page: 3\n",
            "k.yaml:1: unknown key 'max-page' (did you mean 'max-pages'?)"},
           {"a number that is none", "depth: 1\nmax-pages: many\n",
            "k.yaml:2: --max-pages 'many' is no whole number"},
           {"a list where one is wanted", "depth: [1, 2]\n", "k.yaml:1: 'depth' takes one value"},
           {"itself", "config: other.yaml\n", "unknown key 'config'"},
           {"no flag", "no-warc: perhaps\n", "k.yaml:1: "},
           {"no map", "- depth\n", "k.yaml:1: "}}) {
    CAPTURE(c.name);
    const auto wrong = WithConfig({"audit", "x", "-c", "k.yaml"}, c.text, "k.yaml");
    REQUIRE_FALSE(wrong);
    CHECK_MESSAGE(Has(wrong.error().Text(), c.error), wrong.error().Text());
  }
}

TEST_CASE("the summary is coloured on a terminal, or as --color says") {
  struct Case {
    std::string name;
    std::vector<std::string> options;
    bool is_terminal, wants_none, is_colored;
  };
  for (const Case& c : std::vector<Case>{{"a pipe", {}, false, false, false},
                                         {"a terminal", {}, true, false, true},
                                         {"NO_COLOR", {}, true, true, false},
                                         {"auto", {"--color", "auto"}, true, false, true},
                                         {"never", {"--color", "never"}, true, false, false},
                                         {"always", {"--color=always"}, false, true, true}}) {
    CAPTURE(c.name);
    const TempDir work;
    std::ostringstream out, err;
    World world;
    world.out = &out;
    world.err = &err;
    world.out_is_terminal = c.is_terminal;
    world.wants_no_color = c.wants_none;
    world.now = [] { return std::int64_t{1365496200}; };
    world.data_folder = KLIKPAD_ROOT;
    const std::string folder = FixtureFolder("stil");
    world.make_fetcher = [&](const FetchOptions& options) -> Result<std::unique_ptr<Fetcher>> {
      std::vector<SiteFolder> sites;
      sites.push_back(SiteFolder::Load(folder).value());
      return std::make_unique<ReplayFetcher>(std::move(sites), options);
    };
    std::vector<std::string> words = {"audit", folder + "/brand.yaml", "-o", work / "a"};
    words.insert(words.end(), c.options.begin(), c.options.end());
    REQUIRE_MESSAGE(RunKlikpad(words, world) == kExitPassed, err.str());
    CHECK(Has(out.str(), "\x1b[") == c.is_colored);
    CHECK(out.str().ends_with("audit: " + (work / "a") + "/audit.json\n"));
  }
  for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>>{
           {"audit", "https://x.example/", "--color", "sometimes"},
           {"audit", "https://x.example/", "--color", "always", "-q"},
           {"audit", "https://x.example/", "--update-baseline"},
           {"audit", "https://x.example/", "--max-pages=9", "--max-pages-per-prefix=9"}}) {
    CAPTURE(wrong.back());
    CHECK_FALSE(ParseCommandLine(wrong));
  }
}

TEST_CASE("a run says under which options it was made, also where a file gave them") {
  const TempDir work;
  const std::string config = work.Write("k.yaml", "max-pages: 3\n");
  const FixtureAudit audit = AuditKlein(work / "a", {"-c", config});
  REQUIRE_MESSAGE(audit.code == kExitPassed, audit.err);
  CHECK(audit.audit["parameters"]["max_pages"].AsString() == "3");
  bool is_told = false;
  for (const Json& word : audit.audit["run"]["arguments"].Items()) {
    is_told = is_told || word.AsString() == "--max-pages=3";
    CHECK(word.AsString() != config);
  }
  CHECK(is_told);
  const FixtureAudit missing = AuditKlein(work / "b", {"-c", work / "none.yaml"});
  CHECK(missing.code == kExitUsage);
}

}  // namespace klikpad
