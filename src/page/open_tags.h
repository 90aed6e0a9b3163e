// A rough count of open elements while a page's tags go by, to stop nesting before the tree builder
// sees it. Elements with optional end tags nest only through others and are not counted.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace klikpad {

class OpenTags {
 public:
  OpenTags(std::size_t max_depth, std::size_t max_formatting)
      : max_depth_(max_depth), max_formatting_(max_formatting) {}

  // False when the tag is to be left out. `is_foreign`: inside svg or math, where all tags nest.
  bool Open(std::uint64_t key, bool is_foreign);
  bool Close(std::uint64_t key);

  bool HitDepth() const { return hit_depth_; }
  bool HitFormatting() const { return hit_formatting_; }

 private:
  struct Entry {
    std::uint64_t key;
    bool is_left_out;
  };
  std::size_t max_depth_, max_formatting_;
  std::vector<Entry> open_;
  std::size_t formatting_ = 0;
  bool hit_depth_ = false, hit_formatting_ = false;
};

}  // namespace klikpad
