// Paths and patterns of robots.txt, RFC 9309 §2.2.2 and §2.2.3: one spelling for comparing, and
// `*`, `$`.

#pragma once

#include <string>
#include <string_view>

namespace klikpad {

// One spelling of a path with query: escapes of unreserved characters are decoded, all other
// escapes are upper case, and octets that may not stand in a URL, `*` and `$` are escaped.
std::string NormaliseRobotsPath(std::string_view path);
// As above, but `*` and a final `$` keep their meaning.
std::string NormaliseRobotsPattern(std::string_view pattern);
// Both normalised. A pattern matches from the first octet; `*` stands for any octets, a final `$`
// for the end. Takes time in proportion to both lengths at worst multiplied, without recursion.
bool RobotsPatternMatches(std::string_view pattern, std::string_view path);

}  // namespace klikpad
