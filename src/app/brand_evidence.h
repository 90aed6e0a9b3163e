// What the files beside brand.yaml tell: read before anything is fetched, put into the audit after
// the crawl. One pair of steps a kind of file.

#pragma once

#include "app/audit.h"
#include "app/observed_files.h"
#include "base/result.h"
#include "brand/brand_file.h"
#include "model/audit.h"
#include "rules/rules.h"

namespace klikpad {

struct BrandEvidence {
  // Reads the timeline when the evidence is written, message by message; null without one.
  MessageFeed messages;
  OtherSurfaces surfaces;  // the app, for AssembleAudit
  ObservedFiles observed;
};

// All mistakes of app.yaml, in the order of its lines. Without any, `surfaces` (may be null) takes
// the app.
std::vector<Error> AppMistakes(const BrandFile& file, const Rules& rules, OtherSurfaces* surfaces);

// All files that brand.yaml names; an error with file and line for the first mistake.
// `keep_authors`: names in timelines are kept. `rules` must outlive what comes back.
Result<BrandEvidence> ReadBrandEvidence(const BrandFile& file, const Rules& rules,
                                        bool keep_authors);

// Puts it into the audit, with its rows of coverage.
void AddBrandEvidence(BrandEvidence evidence, const Rules& rules, Audit& audit);

}  // namespace klikpad
