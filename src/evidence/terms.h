// The vocabulary as the SQL function term(): with a memory, since a site's labels repeat on every
// page.

#pragma once

#include "evidence/evidence_db.h"
#include "rules/vocabulary.h"

namespace klikpad {

// `vocabulary` must outlive the finder.
TermFinder VocabularyTerms(const Vocabulary& vocabulary);

}  // namespace klikpad
