// The commands that have a help of their own.

#pragma once

#include <string>
#include <vector>

namespace klikpad {

// Paths of all commands in the order of the help, "" first for the program itself: "audit",
// "rules", "rules list". HelpText takes each.
std::vector<std::string> CommandsWithHelp();

}  // namespace klikpad
