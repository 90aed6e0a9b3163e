// The steps by which a rule came to its verdict, as text for `rules explain`.

#pragma once

#include <string>

#include "judge/judge.h"

namespace klikpad {

// Lines ending in "\n": what was looked at, each case with its rows, the looks needed, the verdict,
// the evidence. Text of the site is made harmless for terminals.
std::string Explain(const Rule& rule, const JudgedRule& judged);

// Name, what a row shows, parameters: one check for `rules list`.
std::string DescribeCheck(const Check& check);

}  // namespace klikpad
