// The verdicts of the packs on whole fixture sites: as expected.yaml has them, turned by exactly
// the mutations that say so, and blind to names and language.

#include <doctest/doctest.h>

#include <algorithm>

#include "app/fixture_audit.h"
#include "app/run.h"
#include "base/text.h"
#include "base/yaml.h"

namespace klikpad {
namespace {

TEST_CASE("every fixture site gets the verdicts that were written down before the first run") {
  for (const std::string name : {"ing-2013", "klein", "luchtbrug", "stil", "waldbach"}) {
    CAPTURE(name);
    const FixtureAudit run = AuditSite(FixtureFolder(name));
    CHECK_MESSAGE(run.code == kExitPassed, run.err);
    CheckVerdicts(run, ExpectedVerdicts(FixtureFolder(name)));
  }
}

TEST_CASE("of several ways to a human the nearest is told") {
  const FixtureAudit run = AuditSite(FixtureFolder("waldbach"));
  for (const Json& finding : run.audit["findings"].Items()) {
    if (finding["rule"].AsString() != "people-near-home") continue;
    // The phone is printed on the contact page; Twitter there takes one click more.
    CHECK(finding["says"]["en"].AsString() ==
          "From the home page to a human takes 1 click: phone.");
    CHECK(finding["evidence"].Items().size() == 2);
  }
}

TEST_CASE("a site in German is told of in Dutch and English, its own words quoted as they are") {
  const FixtureAudit run = AuditSite(FixtureFolder("waldbach"));
  std::string dutch, english;
  for (const Json& finding : run.audit["findings"].Items()) {
    CAPTURE(finding["rule"].AsString());
    for (const char* language : {"nl", "en"}) {
      const std::string& says = finding["says"][language].AsString();
      CHECK_FALSE(says.empty());
      CHECK(says.find('{') == std::string::npos);
    }
    dutch += finding["says"]["nl"].AsString() + "\n";
    english += finding["says"]["en"].AsString() + "\n";
  }
  for (const std::string words :
       {"rund um die Uhr", "telefoon (50 uur) en X (Twitter) (40 uur)",
        "De link \"Kontakt\" op de startpagina", "Een contactformulier", "Kontaktformular"}) {
    CAPTURE(words);
    CHECK(AsciiLower(dutch).find(AsciiLower(words)) != std::string::npos);
  }
  CHECK(AsciiLower(english).find("rund um die uhr") != std::string::npos);
}

// `from` (which stands once), or all from there up to and including `until`, becomes `to`.
void Apply(const Yaml& edit, const FixtureCopy& site) {
  const std::string file = "www/" + edit.Find("file")->Scalar();
  const std::string from = edit.Find("from")->Scalar();
  const std::string text = site.Read(file);
  const std::size_t begin = text.find(from);
  REQUIRE(begin != std::string::npos);
  std::size_t end = begin + from.size();
  if (const Yaml* until = edit.Find("until")) {
    end = text.find(until->Scalar(), begin);
    REQUIRE(end != std::string::npos);
    end += until->Scalar().size();
  }
  site.Write(file, text.substr(0, begin) + edit.Find("to")->Scalar() + text.substr(end));
}

// Each mutation of the site turns the verdicts it names, and no others.
void CheckMutations(const std::string& name_of_site) {
  const auto yaml = Yaml::Load(FixtureFolder(name_of_site) + "/mutations.yaml");
  REQUIRE(yaml.has_value());
  for (const Yaml& mutation : yaml->Find("mutations")->Items()) {
    const std::string name = mutation.Find("name")->Scalar();
    CAPTURE(name);
    const FixtureCopy site(name_of_site);
    for (const Yaml& edit : mutation.Find("edits")->Items()) Apply(edit, site);
    Verdicts expected = ExpectedVerdicts(site.Folder());
    for (const Yaml::Member& pack : mutation.Find("turns")->Members()) {
      for (const Yaml::Member& rule : pack.value.Members()) {
        expected.at(pack.key + "/" + rule.key) = rule.value.Scalar();
      }
    }
    CheckVerdicts(AuditSite(site.Folder()), expected);
  }
}

TEST_CASE("each mutation of ing-2013 turns the verdicts it names, and no others") {
  CheckMutations("ing-2013");
}

TEST_CASE("each mutation of luchtbrug turns the verdicts it names, and no others") {
  CheckMutations("luchtbrug");
}

TEST_CASE("each mutation of stil turns the verdicts it names, and no others") {
  CheckMutations("stil");
}

TEST_CASE("each mutation of waldbach turns the verdicts it names, and no others") {
  CheckMutations("waldbach");
}

// `line`, which must stand in brand.yaml, is gone.
FixtureAudit AuditWithout(const std::string& line) {
  const FixtureCopy site("ing-2013");
  site.Replace("brand.yaml", line, "");
  return AuditSite(site.Folder());
}

TEST_CASE("without the timeline all that rests on it is not assessed, and nothing else turns") {
  Verdicts expected = ExpectedVerdicts(FixtureFolder("ing-2013"));
  for (const std::string rule : {"01-status-contradicts", "14-incident-confirmed-fast",
                                 "17-more-than-service", "18-replies-kind-and-useful"}) {
    expected.at("twitter-test/" + rule) = "not_assessed";
  }
  for (auto& [rule, outcome] : expected) {
    // That hours are stated is seen on the site, but not that they are needed.
    if (rule.starts_with("webcare/")) outcome = "not_assessed";
  }
  CheckVerdicts(AuditWithout("timeline: {file: timeline.csv, account: INGnl_webcare}\n"), expected);
}

}  // namespace
}  // namespace klikpad
