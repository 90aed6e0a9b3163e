// Prefix sums in document order: a subtree is a range of nodes.

#include "page/text_weight.h"

#include "base/text.h"
#include "page/visibility.h"

namespace klikpad {

TextWeight::TextWeight(const Tree& tree, const std::vector<std::uint8_t>& hidden) {
  const auto size = static_cast<std::size_t>(tree.Size());
  text_.reserve(size + 1);
  link_text_.reserve(size + 1);
  links_.reserve(size + 1);
  int text = 0;
  int link_text = 0;
  int links = 0;
  int link_end = 0;
  for (int node = 0; node < tree.Size(); ++node) {
    text_.push_back(text);
    link_text_.push_back(link_text);
    links_.push_back(links);
    if (tree.TagOf(node) == Tag::kA && node >= link_end && tree.HasAttr(node, "href")) {
      ++links;
      link_end = tree.End(node);
    }
    if (!tree.IsText(node) || hidden[static_cast<std::size_t>(node)] & (kNoText | kInert)) continue;
    const int bytes = static_cast<int>(Trim(tree.At(node).text).size());
    text += bytes;
    if (node < link_end) link_text += bytes;
  }
  text_.push_back(text);
  link_text_.push_back(link_text);
  links_.push_back(links);
}

}  // namespace klikpad
