// Joins a page's blocks into one text.

#include "find/text/page_stream.h"

#include <algorithm>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxStream = 2u << 20;

}  // namespace

PageStream::PageStream(const Page& page)
    : begins_(page.blocks.size(), 0), ends_(page.blocks.size(), 0) {
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const TextBlock& block = page.blocks[i];
    if (block.kind == TextKind::kTitle || block.kind == TextKind::kAlt) continue;
    if (text_.size() + block.text.size() > kMaxStream) break;
    begins_[i] = text_.size();
    text_ += block.text;
    ends_[i] = text_.size();
    text_ += '\n';
    order_.push_back(static_cast<int>(i));
  }
}

int PageStream::BlockAt(std::size_t at) const {
  const auto after =
      std::upper_bound(order_.begin(), order_.end(), at,
                       [&](std::size_t byte, int block) { return byte < Begin(block); });
  return after == order_.begin() ? order_.front() : *(after - 1);
}

std::string PageStream::Quote(std::size_t begin, std::size_t end) const {
  return CollapseSpace(std::string_view(text_).substr(begin, end - begin));
}

}  // namespace klikpad
