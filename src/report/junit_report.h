// Audit → JUnit XML for a CI server: one suite a brand, one case a rule.

#pragma once

#include <map>
#include <string>

#include "model/audit.h"

namespace klikpad {

// Minus findings that a baseline accepts: "pack/rule" → why in the user's words, "" when not said.
using AcceptedFindings = std::map<std::string, std::string>;

// A minus is a failure, unless it is accepted; what is accepted, was not assessed or does not apply
// is skipped, with the reason. In English, as build logs are.
std::string JunitReport(const Audit& audit, const AcceptedFindings& accepted = {});

}  // namespace klikpad
