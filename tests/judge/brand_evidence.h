// Whole brands as hand-made evidence (brands/*.yaml), and partial looks at them.

#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

#include "evidence/evidence_db.h"
#include "model/audit.h"

namespace klikpad {

struct HandMadeBrand {
  std::string name;
  std::map<std::string, Outcome> expect;  // "pack/rule" → outcome under complete looks
  std::vector<EvidenceSource> rows;       // without reach and coverage
};

// bank, airline, quiet, shop
const std::vector<HandMadeBrand>& HandMadeBrands();

// Works out `reach` from the links and contacts, and sets every look complete but `incomplete`.
std::vector<EvidenceSource> WithReach(std::vector<EvidenceSource> rows,
                                      const std::vector<std::string>& incomplete);

// Leaves out whole pages with all that stands on them, messages with their traits, and
// observations. `is_narrow`: only the looks that lost something are incomplete, else all.
std::vector<EvidenceSource> PartialLook(const HandMadeBrand& brand, std::mt19937& random,
                                        bool is_narrow);

EvidenceDb Open(const std::vector<EvidenceSource>& rows);

}  // namespace klikpad
