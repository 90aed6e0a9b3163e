// Bytes → Page. The only way into HTML: Gumbo stays in this folder.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/page.h"

namespace klikpad {

// Bounds on what one page may cost. What is cut is said in Page::limits.
struct ReadLimits {
  std::size_t max_bytes = 10u << 20;
  std::size_t max_nodes = 500'000;
  int max_depth = 512;  // deeper nesting is flattened before parsing or cut
  std::size_t max_blocks = 20'000;
  std::size_t max_block_bytes = 10'000;
};

// `url` is where the bytes came from (after redirects), `content_type` the header's value, ""
// unknown. Never fails: broken input gives what browsers would make of it, or an empty page.
Page ReadPage(std::string_view bytes, const std::string& url, std::string_view content_type,
              const ReadLimits& limits = {});

// The head and the links alone, with their names but without region, block or heading: what a link
// checker reads.
Page ReadLinks(std::string_view bytes, const std::string& url, std::string_view content_type,
               const ReadLimits& limits = {});

}  // namespace klikpad
