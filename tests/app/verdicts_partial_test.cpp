// A look that was cut short: verdicts that rest on what was not found become not assessed, those
// that rest on what was found stay.

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "app/fixture_audit.h"
#include "app/run.h"
#include "base/yaml.h"

namespace klikpad {
namespace {

using Names = std::set<std::string>;

// "site/home", "search": looks that were not complete.
Names IncompleteLooks(const Json& audit) {
  Names looks;
  for (const Json& row : audit["coverage"].Items()) {
    const std::string& scope = row["scope"].AsString();
    if (row["complete"].AsString() == "yes") continue;
    looks.insert(row["kind"].AsString() + (scope.empty() ? "" : "/" + scope));
  }
  return looks;
}

// Rules of the packs of ing-2013 that name one of these looks among their absence_needs.
Names RulesThatNeed(const Names& looks) {
  Names rules;
  for (const std::string name : {"twitter-test", "contact-essentials", "webcare"}) {
    const auto pack = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/packs/" + name + ".yaml");
    REQUIRE(pack.has_value());
    for (const Yaml& rule : pack->Find("rules")->Items()) {
      const std::vector<std::string> needs = rule.Find("absence_needs")->Strings().value();
      for (const std::string& need : needs) {
        if (looks.contains(need)) rules.insert(name + "/" + rule.Find("id")->Scalar());
      }
    }
  }
  return rules;
}

// A verdict on what was seen: the first case that was tried decided, and needs no look.
bool IsByPresence(const std::string& explanation) {
  return explanation.find("\ncase 1") != std::string::npos &&
         explanation.find("\ncase 2") == std::string::npos &&
         explanation.find("\notherwise") == std::string::npos &&
         explanation.find("\nneeds looks") == std::string::npos &&
         explanation.find("\nincomplete") == std::string::npos;
}

// Exactly `turned` became not assessed, each for a look that its rule needs; what stayed although
// its looks are incomplete was decided by what was seen.
void CheckTurned(const FixtureAudit& run, const std::string& audit_folder, const Names& turned) {
  Verdicts expected = ExpectedVerdicts(FixtureFolder("ing-2013"));
  for (const std::string& rule : turned) {
    CAPTURE(rule);
    CHECK(expected.at(rule) != "not_assessed");
    expected.at(rule) = "not_assessed";
  }
  CheckVerdicts(run, expected);
  const Names needing = RulesThatNeed(IncompleteLooks(run.audit));
  for (const Json& finding : run.audit["findings"].Items()) {
    const std::string rule = finding["pack"].AsString() + "/" + finding["rule"].AsString();
    CAPTURE(rule);
    if (turned.contains(rule)) CHECK(needing.contains(rule));
    if (needing.contains(rule) && finding["outcome"].AsString() != "not_assessed") {
      CHECK(finding["evidence"].Items().size() > 0);
      const std::string explanation = ExplainRule(audit_folder, rule);
      CHECK_MESSAGE(IsByPresence(explanation), explanation);
    }
  }
}

// That there is no more, or nothing else, anywhere on the site: any page could hold it.
const Names kRestOnWholeSite = {
    "twitter-test/04-findable-without-search",
    "twitter-test/05-channel-near-section-start",
    "twitter-test/09-social-open-longer",
    "twitter-test/11-all-networks-served",
    "contact-essentials/contact-page-near",
    "contact-essentials/email-offered",
    "contact-essentials/phone-not-premium",
    // Hours of another page would make other questions fall within them.
    "webcare/reply-within-hour",
    "webcare/stated-hours-kept",
    "webcare/questions-after-hours",
};

Names And(Names names, const Names& more) {
  names.insert(more.begin(), more.end());
  return names;
}

// What only the page about webcare shows: Twitter, and what the trade word stands for.
const Names kRestOnWebcare = {"twitter-test/08-contact-link-works", "twitter-test/10-plain-words",
                              "contact-essentials/twitter-offered",
                              "contact-essentials/labels-name-the-channel", "webcare/hours-stated"};

TEST_CASE("after five pages only what those pages show is judged, and --min-coverage says so") {
  const TempDir work;
  const FixtureAudit run = AuditOverHttp(FixtureFolder("ing-2013"), work / "audit",
                                         {"--max-pages", "5", "--min-coverage", "1"});
  CHECK(run.code == kExitInconclusive);
  CHECK(run.verdicts.at("twitter-test/02-channel-on-home") == "minus");
  CheckTurned(run, work / "audit",
              And(And(kRestOnWholeSite, kRestOnWebcare),
                  {"twitter-test/03-news-shareable", "contact-essentials/form-offered"}));
}

TEST_CASE("one page that may not or cannot be read turns the rules that need it, and no others") {
  struct Case {
    std::string page;  // below www
    Names turned;
  };
  const std::vector<Case> cases = {
      {"/klantenservice/nieuwe-pas.html", kRestOnWholeSite},
      // The promise of any hour goes unseen, but the page with too many links was read.
      {"/klantenservice/een-vraag-stellen.html", kRestOnWholeSite},
      {"/klantenservice/webcare.html", And(kRestOnWholeSite, kRestOnWebcare)},
      {"/nieuws/2013/saldo-verkeerd-weergegeven.html",
       And(kRestOnWholeSite, {"twitter-test/03-news-shareable"})},
      {"/klantenservice/$", And(kRestOnWholeSite, {"twitter-test/06-service-page-leads-on",
                                                   "twitter-test/07-channel-on-service-page"})},
  };
  for (const Case& c : cases) {
    CAPTURE(c.page);
    const TempDir work;
    const std::vector<std::string> gate = {"--min-coverage", "1"};
    const FixtureCopy forbidden("ing-2013");
    forbidden.Replace("www/robots.txt", "Disallow:", "Disallow: " + c.page);
    const FixtureAudit unasked = AuditOverHttp(forbidden.Folder(), work / "unasked", gate);
    CHECK(unasked.code == kExitInconclusive);
    CheckTurned(unasked, work / "unasked", c.turned);

    const FixtureCopy broken("ing-2013");
    const std::string path = c.page.ends_with('$') ? c.page.substr(0, c.page.size() - 1) : c.page;
    broken.Replace("site.yaml", "pages:\n", "pages:\n  " + path + ": {status: 503}\n");
    const FixtureAudit failed = AuditOverHttp(broken.Folder(), work / "failed", gate);
    CHECK(failed.code == kExitInconclusive);
    CheckTurned(failed, work / "failed", c.turned);
  }
}

}  // namespace
}  // namespace klikpad
