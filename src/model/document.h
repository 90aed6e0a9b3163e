// One HTML page as a flat list of nodes in document order, made by the stage `page`. Walking it
// needs no recursion: a node's descendants are the nodes after it up to `end`.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

struct Attribute {
  std::string_view name;   // lower case
  std::string_view value;  // entities decoded
};

struct Node {
  std::string_view tag;   // lower case ("a", "svg"); "" for text
  std::string_view text;  // decoded, only for text nodes; one space of those beside a tag
  int parent = -1;        // -1 for the root, node 0, which has tag "#document"
  int end = 0;            // index one past the last descendant
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
  int line = 0;    // 1-based, of the start tag in the source; 0 for implied elements and text
  int column = 0;  // 1-based, in bytes
  bool IsText() const { return tag.empty(); }
};

// Without comments and SVG shapes; bodies of scripts, styles, iframes and of a head's noscript are
// left out too (those of scripts and noscript are in Page::resources), and data: URLs are cut
// short.
struct Document {
  std::vector<Node> nodes;
  std::vector<Attribute> attributes;
  std::shared_ptr<const void> storage;  // owns the bytes that the views point into

  // Nothing when absent, "" when present without a value.
  std::optional<std::string_view> Attr(int node, std::string_view name) const {
    const Node& n = nodes[static_cast<std::size_t>(node)];
    for (std::uint32_t i = 0; i < n.attribute_count; ++i) {
      const Attribute& a = attributes[n.first_attribute + i];
      if (a.name == name) return a.value;
    }
    return std::nullopt;
  }
};

}  // namespace klikpad
