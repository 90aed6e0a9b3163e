// A message cut into clauses, each folded for comparison.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

struct Clause {
  std::string_view text;  // as written, trimmed
  std::string folded;     // lower case, no accents; addresses are "url", accounts "@x"
  bool is_question = false;
};

// At most 100 clauses, the rest is one.
std::vector<Clause> SplitClauses(std::string_view text);

}  // namespace klikpad
