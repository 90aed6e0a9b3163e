// Looks at the elements inside a link and at the names that style sheets use.

#include "find/text/empty_link.h"

#include <algorithm>

#include "base/text.h"

namespace klikpad {

bool IsEmptyLink(const Page& page, const Link& link) {
  if (link.node < 0 || !link.label.empty() || link.kind != LinkKind::kLink) return false;
  for (std::string_view name : {"class", "id", "style"}) {
    if (page.document.Attr(link.node, name)) return false;
  }
  const auto node = static_cast<std::size_t>(link.node);
  const auto& nodes = page.document.nodes;
  if (nodes[node].tag != "a") return false;
  return std::all_of(
      nodes.begin() + link.node + 1, nodes.begin() + nodes[node].end,
      [](const Node& inside) { return inside.IsText() && Trim(inside.text).empty(); });
}

}  // namespace klikpad
