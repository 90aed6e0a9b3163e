// Own bits of each element, or-ed with its parent's in document order.

#include "page/visibility.h"

#include "base/text.h"

namespace klikpad {
namespace {

bool IsContainer(Tag tag) {
  return IsBlock(tag) && HeadingLevel(tag) == 0 && tag != Tag::kP && tag != Tag::kTd;
}

std::uint8_t OwnBits(const Tree& tree, int node, Tag tag) {
  std::uint8_t bits = HidesContent(tag) ? kNoText : kShown;
  if (tag == Tag::kNoscript) bits |= kNotShown;
  if (tag == Tag::kTemplate && !tree.HasAttr(node, "shadowrootmode")) bits |= kInert;
  if (tag == Tag::kTemplate && tree.HasAttr(node, "shadowrootmode")) bits &= ~kNoText;
  const Node& n = tree.At(node);
  if (tag == Tag::kDialog && !tree.HasAttr(node, "open")) bits |= kNotShown;
  for (std::uint32_t i = 0; i < n.attribute_count; ++i) {
    const Attribute& attribute = tree.document.attributes[n.first_attribute + i];
    if (attribute.name == "hidden") {
      bits |= kNotShown;
    } else if (attribute.name == "style") {
      if (StyleHides(attribute.value)) bits |= kNotShown;
    } else if (attribute.name == "aria-hidden") {
      if (!EqualsIgnoreAsciiCase(Trim(attribute.value), "true")) continue;
      bits |= kAriaHidden;
      if (IsContainer(tag)) bits |= kNotShown;
    }
  }
  return bits;
}

}  // namespace

bool StyleHides(std::string_view style) {
  for (const std::string_view declaration : Split(style, ';')) {
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view property = Trim(declaration.substr(0, colon));
    std::string_view value = Trim(declaration.substr(colon + 1));
    value = Trim(value.substr(0, value.find('!')));
    if (EqualsIgnoreAsciiCase(property, "display") && EqualsIgnoreAsciiCase(value, "none")) {
      return true;
    }
    if (EqualsIgnoreAsciiCase(property, "visibility") &&
        (EqualsIgnoreAsciiCase(value, "hidden") || EqualsIgnoreAsciiCase(value, "collapse"))) {
      return true;
    }
  }
  return false;
}

std::vector<std::uint8_t> FindHidden(const Tree& tree) {
  std::vector<std::uint8_t> bits(static_cast<std::size_t>(tree.Size()), kShown);
  for (int node = 1; node < tree.Size(); ++node) {
    const auto i = static_cast<std::size_t>(node);
    bits[i] = bits[static_cast<std::size_t>(tree.Parent(node))];
    const Tag tag = tree.TagOf(node);
    if (tag != Tag::kText) bits[i] |= OwnBits(tree, node, tag);
  }
  return bits;
}

}  // namespace klikpad
