// A set of bytes that is searched for in one step a byte, where find_first_of would search the set
// anew for each.

#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace klikpad {

class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) holds_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool Has(char c) const { return holds_[static_cast<unsigned char>(c)]; }
  // The first place from `at` on where one of them stands, npos when there is none.
  constexpr std::size_t FindIn(std::string_view text, std::size_t at = 0) const {
    for (; at < text.size(); ++at) {
      if (Has(text[at])) return at;
    }
    return std::string_view::npos;
  }

 private:
  std::array<bool, 256> holds_{};
};

}  // namespace klikpad
