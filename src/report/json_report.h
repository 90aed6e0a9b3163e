// Audit → audit.json, the contract (reports/audit.schema.json).

#pragma once

#include <string>

#include "model/audit.h"

namespace klikpad {

inline constexpr int kAuditSchemaVersion = 1;

std::string AuditJson(const Audit& audit);

}  // namespace klikpad
