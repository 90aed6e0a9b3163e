// Both look at a few signs that hold on most such pages and mark nothing when they are absent.

#include "page/region_fallback.h"

#include <algorithm>

#include "base/text.h"

namespace klikpad {
namespace {

bool HasCopyright(std::string_view text) {
  if (text.find("\xC2\xA9") != std::string_view::npos) return true;
  if (text.size() > 2000) return false;
  const std::string lower = AsciiLower(text);
  return lower.find("copyright") != std::string::npos || lower.find("(c) ") != std::string::npos ||
         lower.find("all rights reserved") != std::string::npos ||
         lower.find("alle rechten") != std::string::npos ||
         lower.find("alle rechte") != std::string::npos;
}

void Mark(const Tree& tree, int node, Region region, std::vector<Region>& regions) {
  for (int i = node; i < tree.End(node); ++i) regions[static_cast<std::size_t>(i)] = region;
}

}  // namespace

void MarkTrailingFooter(const Tree& tree, const TextWeight& weight, std::vector<Region>& regions) {
  const int total = weight.Total();
  for (int node = tree.Size() - 1; node > 0; --node) {
    if (10LL * weight.Before(node) < 7LL * total) return;
    if (!tree.IsText(node) || !HasCopyright(tree.At(node).text)) continue;
    int part = node;
    for (int up = tree.Parent(node); up > 0; up = tree.Parent(up)) {
      const int text = weight.Of(tree, up);
      const Tag tag = tree.TagOf(up);
      if (tag == Tag::kBody || tag == Tag::kHtml || tag == Tag::kMain) break;
      if (5LL * text > total || text > 1500) break;
      part = up;
    }
    if (part == node) return;
    for (int i = part; i < tree.Size(); ++i) {
      if (i < tree.End(part) || regions[static_cast<std::size_t>(i)] == Region::kMain) {
        regions[static_cast<std::size_t>(i)] = Region::kFooter;
      }
    }
    return;
  }
}

void MarkLeadingNav(const Tree& tree, const TextWeight& weight, std::vector<Region>& regions) {
  for (int node = 1; node < tree.Size(); ++node) {
    const Tag tag = tree.TagOf(node);
    if (tag != Tag::kUl && tag != Tag::kOl && tag != Tag::kTr && tag != Tag::kTd &&
        tag != Tag::kTable && tag != Tag::kP && tag != Tag::kDiv && tag != Tag::kCenter) {
      continue;
    }
    if (regions[static_cast<std::size_t>(node)] != Region::kMain) continue;
    if (2LL * weight.Before(node) > weight.Total()) return;
    const int links = weight.Links(tree, node);
    const int text = weight.Of(tree, node);
    const int link_text = weight.OfLinks(tree, node);
    if (links < 4 || 10 * link_text < 8 * text || link_text > 30 * links) continue;
    if (3 * text > 2 * weight.Total()) continue;
    Mark(tree, node, Region::kNav, regions);
    return;
  }
}

}  // namespace klikpad
