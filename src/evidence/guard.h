// What a guarded connection may do: an authorizer that denies by default, SQLite's defensive
// switches, and limits on length, depth and program size. Included in this folder only.
// After "Defense Against The Dark Arts" (https://www.sqlite.org/security.html).

#pragma once

#include <string>
#include <vector>

#include "evidence/database.h"

namespace klikpad {

// Functions that a query may call, sorted. Absent on purpose: whatever loads code, draws random
// numbers, reads the clock (its arguments are hidden from the authorizer: date('now')), or makes
// long values out of short ones.
const std::vector<std::string>& AllowedFunctions();

// For good: what was allowed before is refused afterwards. Call it last, after filling.
Result<void> Lock(sqlite3* db);

// While it lives, klikpad's own statement may do what the guard refuses.
class OpenGate {
 public:
  explicit OpenGate(sqlite3* db);
  ~OpenGate();
  OpenGate(const OpenGate&) = delete;
  OpenGate& operator=(const OpenGate&) = delete;

 private:
  sqlite3* db_;
};

}  // namespace klikpad
