// Twins: small evidence beside a rule that proves each verdict the rule can give
// (rules/twins/PACK/RULE.yaml). A rule without them is a failure.

#pragma once

#include <string>
#include <vector>

#include "judge/judge.h"
#include "judge/library.h"

namespace klikpad {

struct Twin {
  std::string name;
  int line = 0;
  Outcome expect = Outcome::kPlus;
  std::vector<std::string> refs;  // that must be among the evidence; empty: not looked at
  std::vector<EvidenceSource> rows;
};

struct TwinResult {
  std::string pack, rule, twin;
  std::string file;
  int line = 0;
  std::string problem;  // "" when it came out as expected
};

Result<std::vector<Twin>> ParseTwins(const Yaml& yaml);

// The outcomes for which a rule owes a twin.
std::vector<Outcome> OwedTwins(const Rule& rule);

// Every twin of every rule of `library`, from `folder`/PACK/RULE.yaml, and a result with a problem
// for each twin that is missing. A file of no rule is an error.
Result<std::vector<TwinResult>> RunTwins(const Library& library, const Rules& rules,
                                         const std::string& folder);

}  // namespace klikpad
