// Evidence and packs → findings and tally: a pure function. The same evidence judged twice gives
// the same bytes.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "judge/pack.h"

namespace klikpad {

// How one check came out.
struct CallTrace {
  std::string check;
  std::vector<Argument> arguments;
  std::int64_t rows = 0;
  bool counts = false;               // it had rows enough
  std::vector<std::string> missing;  // looks that it rests on and that were not complete
};

// The steps by which a rule came to its verdict, for `rules explain`.
struct RuleTrace {
  struct CaseTrace {
    Outcome outcome = Outcome::kPlus;
    std::vector<CallTrace> calls;
  };
  std::vector<CallTrace> look_at;  // one or none
  std::vector<CallTrace> needs_rows;
  std::vector<CaseTrace> cases;      // those that were tried
  bool is_otherwise = false;         // no case had rows
  std::vector<std::string> needed;   // looks that the verdict needs
  std::vector<std::string> missing;  // of these, those that were not complete
};

struct JudgedRule {
  Finding finding;
  RuleTrace trace;
};

struct Judgement {
  std::vector<Finding> findings;  // by pack, then in the pack's order
  Tally tally;
  std::vector<std::pair<std::string, Tally>> pack_tallies;
};

// An error when a check fails for another reason than its size; a check that runs out of steps or
// memory makes its rule not assessed.
Result<JudgedRule> JudgeRule(const EvidenceDb& db, const Pack& pack, const Rule& rule,
                             const Wording& wording, const QueryLimits& limits = {});
Result<Judgement> Judge(const EvidenceDb& db, const std::vector<Pack>& packs,
                        const Wording& wording, const QueryLimits& limits = {});

Tally CountTally(const std::vector<Finding>& findings);

}  // namespace klikpad
