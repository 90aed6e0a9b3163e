// Content types that a reader of pages can use.

#pragma once

#include <string_view>

namespace klikpad {

// True for text, HTML, XML, JSON and scripts, for gzip (sitemaps come so), and for a missing or
// malformed type, which browsers sniff. `content_type` is the header's value.
bool IsReadableType(std::string_view content_type);

}  // namespace klikpad
