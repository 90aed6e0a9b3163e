// Audit → audit.json, the contract (reports/audit.schema.json).

#pragma once

#include "base/json.h"
#include "model/audit.h"

namespace klikpad {

Json AuditJson(const Audit& audit);

}  // namespace klikpad
