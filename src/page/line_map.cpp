// Line starts are collected once; an answer is a look near the latest one or a binary search.

#include "page/line_map.h"

#include <algorithm>

namespace klikpad {

LineMap::LineMap(std::string_view text) {
  starts_.push_back(0);
  const char line_end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  for (std::size_t at = text.find(line_end); at != std::string_view::npos;
       at = text.find(line_end, at + 1)) {
    starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

Place LineMap::At(std::uint32_t offset) const {
  std::size_t line = hint_;
  const bool is_near =
      starts_[line] <= offset && (line + 8 >= starts_.size() || offset < starts_[line + 8]);
  if (is_near) {
    while (line + 1 < starts_.size() && starts_[line + 1] <= offset) ++line;
  } else {
    line = static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) -
                                    starts_.begin()) -
           1;
  }
  hint_ = line;
  return {static_cast<int>(line) + 1, static_cast<int>(offset - starts_[line]) + 1};
}

}  // namespace klikpad
