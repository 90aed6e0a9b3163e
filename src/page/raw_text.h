// Where the content of elements ends that hold no markup: script, style, textarea, title …

#pragma once

#include <cstddef>
#include <string_view>

namespace klikpad {

// Offset of the "</NAME" that ends the element whose content begins at `from`, the size of `text`
// when it is never closed. `name` in lower case.
std::size_t FindRawEnd(std::string_view text, std::size_t from, std::string_view name);

// The same for a script, whose content may hold "<!-- <script> </script> -->" (HTML §13.2.5.15-31,
// script data escaped and double escaped states).
std::size_t FindScriptEnd(std::string_view text, std::size_t from);

// Offset just behind the comment that begins with "<!--" at `at` (HTML §13.2.5.43-52).
std::size_t FindCommentEnd(std::string_view text, std::size_t at);

}  // namespace klikpad
