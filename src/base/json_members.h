// The members of a large JSON object as pieces of its text: what is not asked for is not parsed,
// and stays byte for byte what it was.

#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"

namespace klikpad {

struct JsonMember {
  std::string_view name;   // as it is spelt, without its quotes
  std::string_view value;  // JSON text, without white space around it
};

// In the order of the text, into which they point. Only brackets, strings and what joins them are
// looked at: a value may still be none. An error for what is no object, with the line in `name`.
Result<std::vector<JsonMember>> JsonMembers(std::string_view text, const std::string& name = "");

// The text with other values for members that it has. `values` point elsewhere.
std::string WithMembers(std::string_view text, const std::vector<JsonMember>& members,
                        const std::vector<JsonMember>& values);

}  // namespace klikpad
