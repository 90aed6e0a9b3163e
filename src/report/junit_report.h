// Audit → JUnit XML for a CI server: one suite a brand, one case a rule.

#pragma once

#include <string>

#include "model/audit.h"

namespace klikpad {

// A minus is a failure; what was not assessed or does not apply is skipped, with the reason. In
// English, as build logs are.
std::string JunitReport(const Audit& audit);

}  // namespace klikpad
