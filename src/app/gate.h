// The gate of a CI job: what an audit must reach to pass.

#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/baseline.h"
#include "app/options.h"
#include "app/run.h"
#include "base/result.h"
#include "judge/library.h"
#include "model/audit.h"

namespace klikpad {

struct Gate {
  std::optional<double> min_coverage;  // share of the looks that the packs name, 0 to 1
  std::optional<double> min_score;     // 0 to 100
  std::vector<std::pair<std::string, int>> max_clicks;  // by channel
  bool fails_on_minus = false, fails_on_not_assessed = false, fails_on_problem = false;
  std::vector<std::string> fails_on_rules;  // PACK/RULE
  std::string baseline_file;                // "" = none
  bool updates_baseline = false;
  Baseline baseline;
};

// Reads the baseline; without --update-baseline it must be there. Errors: a channel or rule that is
// none.
Result<Gate> MakeGate(const GateArguments& arguments, const Channels& channels,
                      const Library& library);

// The exit code of a finished audit, the first that applies; says why on World::err.
int PassGate(const Audit& audit, const Library& library, const Gate& gate, const World& world);

// The minus findings that the gate's baseline accepts, as it will stand after this audit.
AcceptedFindings AcceptedBy(const Gate& gate, const Audit& audit, const Library& library);

// "twitter=2". An error for what is no channel or no number.
Result<std::pair<std::string, int>> ParseMaxClicks(const std::string& text,
                                                   const Channels& channels);

// Share of the looks named by the packs that are complete; 1 when they name none.
double CoveredShare(const Audit& audit, const Library& library);

// What the audit fails of --min-score and --max-clicks, one sentence each. A channel without any
// way fails its --max-clicks; an audit in which nothing was judged fails --min-score.
std::vector<std::string> FailedAssertions(const Audit& audit, const Gate& gate);

}  // namespace klikpad
