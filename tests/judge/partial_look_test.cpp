// The standing test of every pack: a partial look may turn a verdict into "not assessed", never
// into another verdict. With its negative control: without "rests on" and absence_needs, verdicts
// flip.

#include <doctest/doctest.h>

#include <random>

#include "judge/brand_evidence.h"
#include "judge/judge.h"
#include "judge/knowledge.h"
#include "judge/rule_read.h"

namespace klikpad {

namespace {

std::vector<Finding> FindingsOf(const EvidenceDb& db, const std::vector<Pack>& packs) {
  auto judgement = Judge(db, packs, AllPacks().wording);
  if (!judgement) FAIL(judgement.error().Text());
  return std::move(judgement->findings);
}

// "pack/rule: plus, partly seen: minus" for each flip of `count` partial looks at every brand.
std::vector<std::string> Flips(const std::vector<Pack>& packs, int count) {
  std::vector<std::string> flips;
  for (const HandMadeBrand& brand : HandMadeBrands()) {
    const auto whole = FindingsOf(Open(WithReach(brand.rows, {})), packs);
    std::mt19937 random(2013);
    for (int i = 0; i < count; ++i) {
      const auto part = FindingsOf(Open(PartialLook(brand, random, i % 2 == 0)), packs);
      REQUIRE(part.size() == whole.size());
      for (std::size_t k = 0; k < whole.size(); ++k) {
        const Outcome seen = part[k].outcome;
        if (seen == whole[k].outcome || seen == Outcome::kNotAssessed) continue;
        flips.push_back(brand.name + " " + whole[k].pack + "/" + whole[k].rule + ": " +
                        OutcomeText(whole[k].outcome) + ", partly seen: " + OutcomeText(seen));
      }
    }
  }
  return flips;
}

// The packs as they would be if nobody had thought of what verdicts rest on.
std::vector<Pack> Careless(std::vector<Pack> packs, bool keeps_absence_needs) {
  for (Pack& pack : packs) {
    for (Rule& rule : pack.rules) {
      if (!keeps_absence_needs) rule.absence_needs.clear();
      for (DecideCase& one : rule.decide) {
        for (Call& call : one.calls) {
          Check check = *call.check;
          check.rests_on.clear();
          call.check = std::make_shared<const Check>(std::move(check));
        }
      }
    }
  }
  return packs;
}

}  // namespace

TEST_CASE("whole looks at the hand-made brands give the verdicts that were written down") {
  for (const HandMadeBrand& brand : HandMadeBrands()) {
    CAPTURE(brand.name);
    for (const Finding& finding : FindingsOf(Open(WithReach(brand.rows, {})), AllPacks().packs)) {
      const std::string name = finding.pack + "/" + finding.rule;
      CAPTURE(name);
      const auto expected = brand.expect.find(name);
      if (expected == brand.expect.end()) continue;  // a pack of its own tests
      CHECK_MESSAGE(finding.outcome == expected->second,
                    (OutcomeText(finding.outcome) + ": " + finding.says.en));
      const bool is_verdict =
          finding.outcome == Outcome::kPlus || finding.outcome == Outcome::kMinus;
      CHECK((!is_verdict || !finding.evidence.empty()));
    }
  }
}

TEST_CASE("evidence that nobody looked for settles nothing") {
  for (const Finding& finding : FindingsOf(Open({}), AllPacks().packs)) {
    CAPTURE(finding.rule);
    CHECK(finding.outcome == Outcome::kNotAssessed);
    CHECK(finding.evidence.empty());
    CHECK(!finding.reason.empty());
  }
}

TEST_CASE("a partial look never turns a verdict into another one") {
  const auto flips = Flips(AllPacks().packs, 120);
  for (const std::string& flip : flips) CHECK_MESSAGE(false, flip);
  CHECK(flips.empty());
}

TEST_CASE("the partial-look test bites: careless packs flip") {
  CHECK(Flips(Careless(AllPacks().packs, true), 40).size() > 4);
  CHECK(Flips(Careless(AllPacks().packs, false), 40).size() > 100);
}

}  // namespace klikpad
