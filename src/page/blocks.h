// The text of a page by block, and where links and forms stand among the blocks.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/page.h"
#include "page/reader.h"
#include "page/tree.h"

namespace klikpad {

struct Blocks {
  std::vector<TextBlock> list;  // in document order
  std::vector<int> block_of;    // by node: block to which it gave text or alt, -1 for none
  std::vector<int> run_at;      // by node: block that was open when the node began, -1 for none
  std::vector<int> heading_at;  // by node: heading block above it, -1 for none
  bool is_cut = false;          // a limit was hit

  // The block in which a link stands: that of its first text, else the one around it.
  int Of(const Tree& tree, int node) const;
};

Blocks FindBlocks(const Tree& tree, const std::vector<std::uint8_t>& hidden,
                  const std::vector<Region>& regions, const ReadLimits& limits);

}  // namespace klikpad
