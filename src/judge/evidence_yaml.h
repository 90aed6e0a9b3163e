// Evidence written by hand in YAML, for twins and tests: tables with rows, and the looks that were
// complete.
//
//   complete: [site, timeline]
//   partial: [search]
//   evidence:
//     pages: [{id: 1, roles: [home]}, {id: 2, roles: [contact], clicks: 1}]
//     contacts: [{page_id: 2, channel: twitter}]

#pragma once

#include <vector>

#include "base/yaml.h"
#include "evidence/evidence_db.h"

namespace klikpad {

// `yaml` is the map that holds those keys; others are left alone. `url` of a page, `quote` of any
// row and the column `roles` of a page are filled in or unfolded, so that a case stays small.
Result<std::vector<EvidenceSource>> ParseEvidence(const Yaml& yaml);

}  // namespace klikpad
