// SQL functions of klikpad's own: regexp (RE2, so that no pattern can blow up), term (the
// vocabulary), and instr, like and two-argument trim, whose built-in forms take quadratic time on
// long texts.

#pragma once

#include <re2/re2.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "evidence/database.h"
#include "evidence/evidence_db.h"

namespace klikpad {

// What the functions of one connection share.
struct FunctionState {
  TermFinder terms;
  std::map<std::string, std::unique_ptr<RE2>, std::less<>> patterns;  // compiled; a few at a time
  std::int64_t steps_left = 0;  // of the running query; long texts are charged here too
};

// `state` must outlive the connection.
Result<void> AddFunctions(sqlite3* db, FunctionState* state);

}  // namespace klikpad
