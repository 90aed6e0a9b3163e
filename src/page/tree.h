// Text of a page → Document, by Gumbo, and what the other files of this stage need beside it.
// Gumbo's header is included in tree.cpp only.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/page.h"
#include "page/reader.h"
#include "page/tag.h"

namespace klikpad {

struct Tree {
  Document document;
  std::vector<Tag> tags;  // of document.nodes
  std::vector<std::uint32_t>
      starts;  // source offset of each start tag; kNoStart for implied and text
  // Raw content of script and noscript elements by node, ascending; in document.storage.
  std::vector<std::pair<int, std::string_view>> bodies;
  std::string_view source;  // the whole text; in document.storage
  std::vector<std::string> limits;

  static constexpr std::uint32_t kNoStart = 0xFFFFFFFF;

  int Size() const { return static_cast<int>(tags.size()); }
  const Node& At(int node) const { return document.nodes[static_cast<std::size_t>(node)]; }
  Tag TagOf(int node) const { return tags[static_cast<std::size_t>(node)]; }
  bool IsText(int node) const { return TagOf(node) == Tag::kText; }
  int Parent(int node) const { return At(node).parent; }
  int End(int node) const { return At(node).end; }
  Place PlaceOf(int node) const { return {At(node).line, At(node).column}; }

  // "" when absent.
  std::string_view Attr(int node, std::string_view name) const {
    return document.Attr(node, name).value_or(std::string_view());
  }
  bool HasAttr(int node, std::string_view name) const {
    return document.Attr(node, name).has_value();
  }
  // Raw content of a script or noscript element.
  std::string_view Body(int node) const;
};

// `text` is valid UTF-8. Never fails; what does not fit the limits is said in Tree::limits.
Tree BuildTree(std::string text, const ReadLimits& limits);

}  // namespace klikpad
