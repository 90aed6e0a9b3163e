// What observations.yaml makes of an audit: figures, evidence with its source, pictures, and what
// is left without it.

#include <doctest/doctest.h>

#include <cmath>
#include <sstream>

#include "app/fixture_audit.h"
#include "app/run.h"
#include "base/files.h"
#include "base/text.h"

namespace klikpad {
namespace {

const Json& MetricOf(const Json& audit, const std::string& name) {
  static const Json none;
  for (const Json& metric : audit["metrics"].Items()) {
    if (metric["name"].AsString() == name) return metric;
  }
  return none;
}

const Json& FindingOf(const Json& audit, const std::string& rule) {
  static const Json none;
  for (const Json& finding : audit["findings"].Items()) {
    if (finding["rule"].AsString() == rule) return finding;
  }
  return none;
}

std::string Slurp(const std::string& path) { return ReadFile(path).value_or(std::string()); }

TEST_CASE("the figures of the Social Media Monitor come out of the bank's notes") {
  const TempDir work;
  const FixtureAudit run =
      AuditSite(FixtureFolder("ing-2013"), work / "audit", {"-f", "html", "-f", "markdown"});
  REQUIRE_MESSAGE(run.code == kExitPassed, run.err);
  struct Case {
    std::string name;
    double value;
    std::string unit, text;
  };
  const std::vector<Case> cases = {
      {"interaction-rate", 8.1, "percent", "100 × 4720 / 58441 = 8.1"},
      {"reach", 1, "percent", "100 × 100000 / 8900000 = 1"},
      {"response-against-hour", 64, "minutes", "64 > 60"},
      {"response-against-day", 64, "minutes", "64 ≤ 1440"},
      {"probes-within-hour", 100, "percent", "100 × 1 / 1 = 100"},
      {"follower-growth", 8.4, "percent", "100 × (19950 − 18400) / 18400 = 8.4"},
      {"team-fte", 8, "fte", "webcare: 8 fte"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Json& metric = MetricOf(run.audit, c.name);
    CHECK(std::abs(metric["value"].AsDouble() - c.value) < 1e-9);
    CHECK(metric["unit"].AsString() == c.unit);
    CHECK(metric["text"].AsString() == c.text);
  }
  CHECK_FALSE(MetricOf(run.audit, "response-against-hour")["met"].AsBool());
  CHECK(MetricOf(run.audit, "response-against-day")["met"].AsBool());

  // Inputs lead to rows of the evidence.
  const Json& rate = MetricOf(run.audit, "interaction-rate");
  REQUIRE(rate["inputs"].Items().size() == 2);
  const std::string ref = rate["inputs"].Items()[0].AsString();
  const auto rows = QueryAudit(work / "audit",
                               "SELECT name, value, source, noted_on, place FROM "
                               "metrics WHERE ref = '" +
                                   ref + "'");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0]["name"].AsString() == "people-talking");
  CHECK(rows[0]["source"].AsString() == "Social Media Monitor 5");
  CHECK(rows[0]["noted_on"].AsString() == "2012-10");
  CHECK(rows[0]["place"].AsString().starts_with("observations.yaml:"));

  const std::string nl = Slurp(work / "audit/report.nl.html");
  const std::string en = Slurp(work / "audit/report.en.html");
  const std::string markdown = Slurp(work / "audit/report.md");
  for (const std::string words : {"8,1 procent", "ongeveer 1 procent", "haalt de norm niet"}) {
    CAPTURE(words);
    CHECK(nl.find(words) != std::string::npos);
    CHECK(markdown.find(words) != std::string::npos);
  }
  CHECK(en.find("8.1 percent") != std::string::npos);
  CHECK(en.find("misses the norm") != std::string::npos);
}

TEST_CASE("evidence that somebody noted says who, when and on which line") {
  const FixtureAudit run = AuditSite(FixtureFolder("ing-2013"));
  for (const std::string rule :
       {"12-fast-among-peers", "13-probe-answered", "16-touchpoint-legible"}) {
    CAPTURE(rule);
    const Json& finding = FindingOf(run.audit, rule);
    REQUIRE(finding["evidence"].Items().size() > 0);
    for (const Json& row : finding["evidence"].Items()) {
      CHECK(row["place"].AsString().starts_with("observations.yaml:"));
      CHECK(row["observer"].AsString().starts_with("KV 2013-04"));
    }
  }
  CHECK(FindingOf(run.audit, "12-fast-among-peers")["evidence"].Items()[0]["source"].AsString() ==
        "Coosto, webcare in cijfers");
}

TEST_CASE("the apps of others and the team are shown beside, and decide nothing") {
  const FixtureAudit run = AuditSite(FixtureFolder("ing-2013"));
  std::vector<std::string> peers;
  for (const Json& row : FindingOf(run.audit, "15-channel-in-app")["also"].Items()) {
    peers.push_back(row["quote"].AsString());
  }
  CHECK(peers == std::vector<std::string>{"KLM: yes", "NS: no", "Albert Heijn: no", "ANWB: no"});
  std::vector<std::string> team;
  for (const Json& row : FindingOf(run.audit, "18-replies-kind-and-useful")["also"].Items()) {
    team.push_back(row["quote"].AsString());
  }
  CHECK(team == std::vector<std::string>{"webcare: 8 people", "webcare: 8 fte"});
}

TEST_CASE(
    "what the auditor wrote in both languages reaches each report, and each sentence, in its own") {
  const TempDir work;
  const FixtureAudit run = AuditSite(FixtureFolder("ing-2013"), work / "a", {"-f", "html"});
  const std::string nl = Slurp(work / "a/report.nl.html"), en = Slurp(work / "a/report.en.html");
  for (const auto& [dutch, english] :
       {std::pair{"vlak na een storing", "right after an outage"},
        std::pair{"met hoeveel er vergeleken is, is onze aanname",
                  "among how many is our assumption"},
        std::pair{"apps van anderen, zelf bekeken", "apps of others, our own look"}}) {
    CAPTURE(std::string(dutch));
    CHECK(nl.find(dutch) != std::string::npos);
    CHECK(nl.find(english) == std::string::npos);
    CHECK(en.find(english) != std::string::npos);
    CHECK(en.find(dutch) == std::string::npos);
  }
  const Json& card = FindingOf(run.audit, "16-touchpoint-legible")["says"];
  CHECK(card["nl"].AsString().find("bankpas") != std::string::npos);
  CHECK(card["en"].AsString().find("bank card") != std::string::npos);
  CHECK(run.audit["observations"]["translations"].Items().size() > 5);
}

// A PNG as far as anybody looks here; `more` stands before its end.
std::string Dot(const std::string& more = "") {
  return std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xDE",
                     33) +
         std::string("\0\0\0\x01IDATxCRC4", 13) + more +
         std::string(
             "\0\0\0\0IEND\xAE"
             "B`\x82",
             12);
}

TEST_CASE("a picture goes into the audit folder and the report, and no path of the machine does") {
  const FixtureCopy site("ing-2013");
  // With a remark of the camera, which stays behind.
  site.Write("fotos/pas.png", Dot(std::string("\0\0\0\x09tEXtGPS\0thuisCRC4", 21)));
  site.Replace("observations.yaml", "  print-mm: 0.7\n",
               "  print-mm: 0.7\n  photo: fotos/pas.png\n");
  const TempDir work;
  const FixtureAudit run =
      AuditSite(site.Folder(), work / "audit", {"-f", "html", "-f", "markdown"});
  REQUIRE_MESSAGE(run.code == kExitPassed, run.err);
  const Json& row = FindingOf(run.audit, "16-touchpoint-legible")["evidence"].Items()[0];
  const std::string photo = row["photo"].AsString();
  CHECK(photo.starts_with("photos/pas-"));
  CHECK(Slurp(work / "audit/" + photo) == Dot());
  const std::string html = Slurp(work / "audit/report.nl.html");
  CHECK(html.find("<img src=\"data:image/png;base64,iVBOR") != std::string::npos);
  for (const std::string file : {"audit.json", "report.nl.html", "report.en.html", "report.md"}) {
    CAPTURE(file);
    std::string text = Slurp(work / "audit/" + file);
    REQUIRE_FALSE(text.empty());
    if (file == "audit.json") {  // `run` tells how klikpad was called
      Json json = Json::Parse(text).value();
      text = json.Set("run", Json()).Text();
    }
    CHECK(text.find(site.Folder()) == std::string::npos);
  }
}

TEST_CASE("a mistake in observations.yaml ends the run before anything is fetched") {
  struct Case {
    std::string name, from, to, says;
  };
  const std::vector<Case> cases = {
      {"misspelt", "answered:", "anwsered:", "did you mean 'answered'?"},
      {"photo that is not there", "  legible: no\n", "  legible: no\n  photo: fotos/weg.png\n",
       "photo 'fotos/weg.png' is not there"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const FixtureCopy site("ing-2013");
    site.Replace("observations.yaml", c.from, c.to);
    const TempDir work;
    std::ostringstream out, err;
    World world;
    world.out = &out;
    world.err = &err;
    world.now = [] { return std::int64_t{0}; };
    world.data_folder = KLIKPAD_ROOT;
    world.make_fetcher = [](const FetchOptions&) -> Result<std::unique_ptr<Fetcher>> {
      return Fail("a fetcher was asked for");
    };
    const int code = RunKlikpad({"audit", site.Folder() + "/brand.yaml", "-o", work / "a"}, world);
    CHECK(code == kExitUsage);
    CHECK_MESSAGE(err.str().find(c.says) != std::string::npos, err.str());
    CHECK_MESSAGE(err.str().find("observations.yaml:") != std::string::npos, err.str());
  }
}

TEST_CASE("no picture but what it says it is, and whole") {
  struct Case {
    std::string bytes, says;
  };
  for (const Case& c : {Case{"<svg onload=alert(1)>", "is no JPEG, PNG or WebP"},
                        Case{Dot().substr(0, 40), "is cut off or damaged"}}) {
    CAPTURE(c.says);
    const FixtureCopy site("ing-2013");
    site.Write("fotos/pas.png", c.bytes);
    site.Replace("observations.yaml", "  print-mm: 0.7\n",
                 "  print-mm: 0.7\n  photo: fotos/pas.png\n");
    std::ostringstream out, err;
    World world;
    world.out = &out;
    world.err = &err;
    world.now = [] { return std::int64_t{0}; };
    world.data_folder = KLIKPAD_ROOT;
    CHECK(RunKlikpad({"audit", site.Folder() + "/brand.yaml"}, world) == kExitUsage);
    CHECK_MESSAGE(err.str().find(c.says) != std::string::npos, err.str());
  }
}

TEST_CASE("what an evidence file alone tells is not assessed without it, and the tally says so") {
  struct Case {
    std::string key;
    std::vector<std::string> rules;
  };
  const std::vector<Case> cases = {
      {"observations",
       {"12-fast-among-peers", "13-probe-answered", "14-incident-confirmed-fast",
        "16-touchpoint-legible"}},
      {"timeline",
       {"01-status-contradicts", "14-incident-confirmed-fast", "17-more-than-service",
        "18-replies-kind-and-useful"}},
      {"app", {"15-channel-in-app"}},
  };
  for (const std::string name : {"ing-2013", "luchtbrug"}) {
    for (const Case& c : cases) {
      CAPTURE(name);
      CAPTURE(c.key);
      const FixtureCopy site(name);
      std::string kept;
      bool is_given = false;
      const std::string brand = site.Read("brand.yaml");
      for (const std::string_view line : Split(brand, '\n')) {
        const bool is_it = line.starts_with(c.key + ":");
        is_given = is_given || is_it;
        if (!is_it && !line.empty()) kept += std::string(line) + "\n";
      }
      CHECK(is_given);
      site.Write("brand.yaml", kept);
      // Of the pack alone: what other packs make of the same files is theirs to say.
      const FixtureAudit run =
          AuditSite(site.Folder(), std::vector<std::string>{"--pack", "twitter-test"});
      Verdicts expected;
      std::int64_t open = 0;
      for (const auto& [rule, outcome] : ExpectedVerdicts(site.Folder())) {
        if (rule.starts_with("twitter-test/")) expected[rule] = outcome;
      }
      for (const std::string& rule : c.rules) expected["twitter-test/" + rule] = "not_assessed";
      for (const auto& [rule, outcome] : expected) open += outcome == "not_assessed" ? 1 : 0;
      CheckVerdicts(run, expected);
      CHECK(run.audit["tally"]["not_assessed"].AsInt() == open);
    }
  }
}

}  // namespace
}  // namespace klikpad
