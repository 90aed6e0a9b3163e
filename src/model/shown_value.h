// How a reader sees the value of a row of evidence: a number as the page prints it, not as
// "+31900…"; for a chat whose maker is unknown the words that open it.

#pragma once

#include <string>
#include <string_view>

#include "model/audit.h"

namespace klikpad {

std::string ShownValue(const EvidenceRow& row);

// What `quote` prints of a number in E.164; "" when `value` is no such number or it is not there.
std::string_view PrintedNumber(std::string_view quote, std::string_view value);

}  // namespace klikpad
