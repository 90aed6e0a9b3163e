// Addresses that scripts put together: joined strings, character codes, shifted letters. Scripts
// are read as text; nothing is run.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

// Canonical addresses in the text of a script, an event attribute or a javascript: address, in
// order, each once. Strings that merely hold an address (settings, keys of services) do not count:
// it must be joined from parts, decoded, written into the page or follow "mailto:". Reads at most
// 64 kB.
std::vector<std::string> ScriptEmails(std::string_view script);

}  // namespace klikpad
