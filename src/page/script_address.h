// Addresses in script that opens a page: read from the text, never executed.

#pragma once

#include <string>
#include <string_view>

namespace klikpad {

// "location.href='/contact'", "window.open(\"https://…\")", "document.location = `x`",
// "location.assign('x')" → the string literal. "" when there is none, or it is put together from
// parts.
std::string AddressInScript(std::string_view script);

}  // namespace klikpad
