// Top-level items: itemscope without itemprop (HTML §5.2.2).

#include "page/item_walk.h"
#include "page/structured_data.h"
#include "page/visibility.h"

namespace klikpad {

void FindMicrodata(const Tree& tree, const std::vector<std::uint8_t>& hidden,
                   const Resolver& resolver, std::vector<DataItem>& items) {
  ItemWalk walk(DataSyntax::kMicrodata, tree, resolver);
  if (!walk.HasItems()) return;
  for (int node = 1; node < tree.Size() && items.size() < kMaxDataItems; ++node) {
    if (!walk.IsItem(node) || walk.IsProperty(node)) continue;
    if ((hidden[static_cast<std::size_t>(node)] & kInert) == 0) items.push_back(walk.Build(node));
  }
}

}  // namespace klikpad
