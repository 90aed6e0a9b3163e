// The visible text of a page as one string, a line a block, and the way back from a place in it to
// the block.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"

namespace klikpad {

class PageStream {
 public:
  // Blocks of text in order, without the title and texts of images; at most 2 MB.
  explicit PageStream(const Page& page);

  const std::string& Text() const { return text_; }
  // Index in Page::blocks of the block in which byte `at` stands.
  int BlockAt(std::size_t at) const;
  // Bytes at which that block begins and ends; equal when it is not in the stream.
  std::size_t Begin(int block) const { return begins_[static_cast<std::size_t>(block)]; }
  std::size_t End(int block) const { return ends_[static_cast<std::size_t>(block)]; }
  // The text between two bytes on one line.
  std::string Quote(std::size_t begin, std::size_t end) const;

 private:
  std::string text_;
  std::vector<std::size_t> begins_, ends_;  // by block
  std::vector<int> order_;                  // blocks in the stream
};

}  // namespace klikpad
