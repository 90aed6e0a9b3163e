// Text and addresses of the site made fit for a report: valid UTF-8, no invisible tricks, cut to a
// length, links only where a browser would go to a web page. Escaping is the format's own business.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace klikpad {

// One line of at most about `max_bytes` bytes ("…" when cut). Control characters and marks that
// turn the direction of writing become visible: "[U+202E]".
std::string CleanText(std::string_view text, std::size_t max_bytes = 300);

// The address when it is http or https with a host, else "": fit for a link's target. ASCII, no
// spaces, quotes, angle brackets or parentheses.
std::string LinkTarget(std::string_view url);

// The address as shown: without its scheme, cut in the middle.
std::string ShownAddress(std::string_view url, std::size_t max_bytes = 80);

}  // namespace klikpad
