// audit.json read back: what judging again and the gate need of it. The document is kept as it is;
// only what a verdict says is put anew.

#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "model/audit.h"

namespace klikpad {

struct StoredAudit {
  Json json;    // audit.json
  Audit audit;  // brand, coverage (without holes), contacts (without places); nothing else
  std::vector<std::string> packs;      // names of the packs that judged it
  std::vector<std::string> arguments;  // of the run
};

// An error for a folder without audit.json, or one of another schema.
Result<StoredAudit> ReadStoredAudit(const std::string& folder);

// Puts the findings, tally and digest of `audit` into the document.
void PutVerdicts(const Audit& audit, Json& json);

}  // namespace klikpad
