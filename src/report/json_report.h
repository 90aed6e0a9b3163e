// Audit → audit.json, the contract (reports/audit.schema.json).

#pragma once

#include <string>

#include "base/text_sink.h"
#include "model/audit.h"

namespace klikpad {

inline constexpr int kAuditSchemaVersion = 1;

void WriteAuditJson(const Audit& audit, const TextSink& sink);
// The same as one text.
std::string AuditJson(const Audit& audit);

}  // namespace klikpad
