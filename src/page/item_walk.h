// Items described by attributes (microdata, RDFa) → JSON, without recursion and within a budget,
// since itemref can refer in circles.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/page.h"
#include "page/resolve.h"
#include "page/tree.h"

namespace klikpad {

class ItemWalk {
 public:
  ItemWalk(DataSyntax syntax, const Tree& tree, const Resolver& resolver);

  // The page has items at all; nearly all have none in one syntax or the other.
  bool HasItems() const { return !bits_.empty(); }
  // The element begins an item.
  bool IsItem(int node) const { return (Bits(node) & kItem) != 0; }
  // The element is a property of the item around it.
  bool IsProperty(int node) const { return (Bits(node) & kProperty) != 0; }
  // The item that begins at `node`, with all that belongs to it.
  DataItem Build(int node);

 private:
  // One item on the way from a top-level item to the innermost one.
  struct Frame {
    int node = 0;
    Json object;
    std::vector<std::pair<int, int>> ranges;  // of nodes still to be walked, next last
  };

  static constexpr std::uint8_t kItem = 1, kProperty = 2;
  void ReadBits();
  std::uint8_t Bits(int node) const {
    return bits_.empty() ? std::uint8_t{0} : bits_[static_cast<std::size_t>(node)];
  }
  void Open(int node);
  void Close();
  void Step(int node);
  Json NewObject(int node) const;
  std::vector<std::string> PropertyNames(int node) const;
  void AddToTop(int node, const Json& value);

  const DataSyntax syntax_;
  const Tree& tree_;
  const Resolver& resolver_;
  std::vector<std::uint8_t> bits_;  // of each node; empty when there is no item
  std::vector<Frame> frames_;
  int steps_left_ = 300'000;                       // of the whole page
  std::unordered_map<std::string_view, int> ids_;  // for itemref, looked up only
};

}  // namespace klikpad
