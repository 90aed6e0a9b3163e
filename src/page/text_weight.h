// How much visible text, and how much of it in links, stands in any part of the tree.

#pragma once

#include <cstdint>
#include <vector>

#include "page/tree.h"

namespace klikpad {

class TextWeight {
 public:
  TextWeight(const Tree& tree, const std::vector<std::uint8_t>& hidden);

  int Total() const { return text_.back(); }              // bytes, without white space ends
  int Before(int node) const { return At(text_, node); }  // text before the node
  int After(const Tree& tree, int node) const { return Total() - At(text_, tree.End(node)); }
  int Of(const Tree& tree, int node) const { return Sum(text_, tree, node); }
  int OfLinks(const Tree& tree, int node) const { return Sum(link_text_, tree, node); }
  int Links(const Tree& tree, int node) const { return Sum(links_, tree, node); }
  int TotalLinks() const { return links_.back(); }

 private:
  static int At(const std::vector<int>& sums, int i) { return sums[static_cast<std::size_t>(i)]; }
  static int Sum(const std::vector<int>& sums, const Tree& tree, int node) {
    return At(sums, tree.End(node)) - At(sums, node);
  }
  // Sums over the nodes before the index; one longer than the tree.
  std::vector<int> text_, link_text_, links_;
};

}  // namespace klikpad
