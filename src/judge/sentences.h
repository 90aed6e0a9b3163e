// The sentences of one finding, out of the rule's texts and the evidence.

#pragma once

#include "judge/pack.h"

namespace klikpad {

// Fills title, says, why and fix; `deciding` are the checks that gave finding.evidence, `says` the
// words for the outcome. What the finding says already (a reason) stays when there are none.
void FillSentences(const Pack& pack, const Rule& rule, const std::vector<Call>& deciding,
                   const Bilingual* says, const Wording& wording, Finding& finding);

}  // namespace klikpad
