// Mistakes in a rule that reads well: sentences that cannot be filled, verdicts without a look.

#pragma once

#include "judge/pack.h"

namespace klikpad {

// `pack` holds the parameters and the rules before this one.
Result<void> LintRule(const Rule& rule, const Pack& pack, const Yaml& yaml);

}  // namespace klikpad
