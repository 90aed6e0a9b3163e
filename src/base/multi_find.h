// Many fixed strings sought in one text at once: a bitmap of the first three bytes passes over
// nearly every position in one step, so that the cost hardly grows with the number of strings.

#pragma once

#include <bitset>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace klikpad {

class MultiFind {
 public:
  MultiFind() = default;
  // Strings shorter than three bytes are never found. Bytes compare exactly.
  explicit MultiFind(std::vector<std::string> strings);

  // Calls `found(index of the string, offset)` for every occurrence, overlaps included, by rising
  // offset and then by index. Stops when `found` gives false.
  void Each(std::string_view text, const std::function<bool(int, std::size_t)>& found) const;

 private:
  static constexpr std::size_t kBits = 1u << 16;
  static std::uint32_t Key(std::string_view text, std::size_t at);

  std::vector<std::string> strings_;
  std::bitset<kBits> starts_;
  std::unordered_map<std::uint32_t, std::vector<int>> by_key_;
};

}  // namespace klikpad
