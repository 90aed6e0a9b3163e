// The verdicts of the packs on whole fixture sites: as expected.yaml has them, turned by exactly
// the mutations that say so, and blind to names and language.

#include <doctest/doctest.h>

#include <algorithm>

#include "app/fixture_audit.h"
#include "app/run.h"
#include "base/yaml.h"

namespace klikpad {
namespace {

TEST_CASE("every fixture site gets the verdicts that were written down before the first run") {
  for (const std::string name : {"ing-2013", "klein", "luchtbrug", "stil"}) {
    CAPTURE(name);
    const FixtureAudit run = AuditSite(FixtureFolder(name));
    CHECK_MESSAGE(run.code == kExitPassed, run.err);
    CheckVerdicts(run, ExpectedVerdicts(FixtureFolder(name)));
  }
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

TEST_CASE("each mutation of ing-2013 turns the verdicts it names, and no others") {
  const auto yaml = Yaml::Load(FixtureFolder("ing-2013") + "/mutations.yaml");
  REQUIRE(yaml.has_value());
  for (const Yaml& mutation : yaml->Find("mutations")->Items()) {
    const std::string name = mutation.Find("name")->Scalar();
    CAPTURE(name);
    const FixtureCopy site("ing-2013");
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

}  // namespace
}  // namespace klikpad
