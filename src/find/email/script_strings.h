// The strings that a script joins, read from its text without running it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

// Strings that were joined from parts or variables, decoded from character codes, written into the
// page, or that begin a mailto: address; in order, at most 200. Single strings that are only kept
// (settings, keys) do not count.
std::vector<std::string> JoinedStrings(std::string_view script);

}  // namespace klikpad
