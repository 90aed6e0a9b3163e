// A bitmap over three-byte beginnings first, then a table, then the strings themselves.

#include "base/multi_find.h"

#include <bit>
#include <cstring>
#include <utility>

namespace klikpad {

std::uint32_t MultiFind::Key(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) |
         static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + 1])) << 8 |
         static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + 2])) << 16;
}

MultiFind::MultiFind(std::vector<std::string> strings) : strings_(std::move(strings)) {
  for (std::size_t i = 0; i < strings_.size(); ++i) {
    if (strings_[i].size() < 3) continue;
    std::uint32_t key = Key(strings_[i], 0);
    starts_.set((key * 2654435761u) >> 16);
    by_key_[key].push_back(static_cast<int>(i));
  }
}

void MultiFind::Each(std::string_view text,
                     const std::function<bool(int, std::size_t)>& found) const {
  if (text.size() < 3) return;
  const std::size_t last = text.size() - 3;  // the last place where a string can begin
  // Four bytes at once are faster to read than three; the last ones need care.
  const std::size_t fast_end = text.size() >= 4 ? text.size() - 3 : 0;
  for (std::size_t at = 0; at <= last; ++at) {
    std::uint32_t key = 0;
    if (at < fast_end) {
      std::memcpy(&key, text.data() + at, 4);
      if constexpr (std::endian::native == std::endian::little) {
        key &= 0xFFFFFFu;
      } else {
        key = Key(text, at);
      }
    } else {
      key = Key(text, at);
    }
    if (!starts_.test((key * 2654435761u) >> 16)) continue;
    auto it = by_key_.find(key);
    if (it == by_key_.end()) continue;
    for (int index : it->second) {
      const std::string& wanted = strings_[static_cast<std::size_t>(index)];
      if (text.compare(at, wanted.size(), wanted) != 0) continue;
      if (!found(index, at)) return;
    }
  }
}

}  // namespace klikpad
