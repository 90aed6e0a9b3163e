// observations.yaml and its pictures: read before the crawl, put into the audit after it.

#pragma once

#include <vector>

#include "base/result.h"
#include "brand/brand_file.h"
#include "model/audit.h"
#include "rules/rules.h"

namespace klikpad {

struct ObservedFiles {
  Observations observed;
  std::vector<Photo> photos;  // each once, by name
};

// All mistakes of the files that `observations` names, in the order of files and lines; a picture
// that is not there or too large is one. Without any, `into` (may be null) takes what they say.
std::vector<Error> ObservationMistakes(const BrandFile& file, const Rules& rules,
                                       ObservedFiles* into);

// Into the audit: what was noted, the figures computed from it, and a row of coverage for each kind
// that somebody looked at.
void AddObservations(ObservedFiles files, const Rules& rules, Audit& audit);

}  // namespace klikpad
