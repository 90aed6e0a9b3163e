// Offsets → lines and columns.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/page.h"

namespace klikpad {

// Lines end with "\n", or with "\r" in a text that has no "\n". Columns count bytes.
class LineMap {
 public:
  explicit LineMap(std::string_view text);
  Place At(std::uint32_t offset) const;

 private:
  std::vector<std::uint32_t> starts_;  // of lines
  mutable std::size_t hint_ = 0;       // line of the latest answer: offsets mostly rise
};

}  // namespace klikpad
