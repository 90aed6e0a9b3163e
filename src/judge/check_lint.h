// What is looked at in a check before it may run; see ParseCheck.

#pragma once

#include "judge/check.h"

namespace klikpad {

// Fills check.columns. `says_rests_on`: the header has that line.
Result<void> LintCheck(Check& check, bool says_rests_on, const EvidenceDb& empty,
                       const KnownWords& words);

}  // namespace klikpad
