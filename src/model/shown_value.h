// How a reader sees the value of a row of evidence: a number as the page prints it, not as
// "+31900…"; for a chat whose maker is unknown the words that open it.

#pragma once

#include <string>

#include "model/audit.h"

namespace klikpad {

std::string ShownValue(const EvidenceRow& row);

}  // namespace klikpad
