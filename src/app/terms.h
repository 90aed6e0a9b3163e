// The vocabulary's word lists as SQL's term().

#pragma once

#include "evidence/evidence_db.h"
#include "rules/vocabulary.h"

namespace klikpad {

// `words` must outlive the result. An unknown list is an error with a suggestion.
TermFinder TermsOf(const Vocabulary& words);

}  // namespace klikpad
