// Tells of nearly all words that they are no key of an index, without hashing them.

#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace klikpad {

class KeyFilter {
 public:
  void Add(std::string_view key) { keys_.set(Bit(key)); }
  // False: not a key. True: look it up.
  bool MayHold(std::string_view key) const { return keys_.test(Bit(key)); }

 private:
  static constexpr std::size_t kBits = 1u << 12;
  static std::size_t Bit(std::string_view key) {
    if (key.empty()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(key[i]); };
    return (byte(0) * 131u + byte(key.size() / 2) * 31u + byte(key.size() - 1) * 7u + key.size()) %
           kBits;
  }
  std::bitset<kBits> keys_;
};

}  // namespace klikpad
