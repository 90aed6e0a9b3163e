// Top-level items: typeof without property, or outside any other item (RDFa Lite 1.1 §2).

#include <algorithm>

#include "page/item_walk.h"
#include "page/structured_data.h"
#include "page/visibility.h"

namespace klikpad {

void FindRdfa(const Tree& tree, const std::vector<std::uint8_t>& hidden, const Resolver& resolver,
              std::vector<DataItem>& items) {
  ItemWalk walk(DataSyntax::kRdfa, tree, resolver);
  if (!walk.HasItems()) return;
  int item_end = 0;
  for (int node = 1; node < tree.Size() && items.size() < kMaxDataItems; ++node) {
    if (!walk.IsItem(node)) continue;
    if (node < item_end && walk.IsProperty(node)) continue;
    item_end = std::max(item_end, tree.End(node));
    if ((hidden[static_cast<std::size_t>(node)] & kInert) == 0) items.push_back(walk.Build(node));
  }
}

}  // namespace klikpad
