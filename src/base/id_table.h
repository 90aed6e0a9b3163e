// A map of 64-bit digests to small numbers in about 24 bytes an entry: for telling repeats and
// answers among very many messages. Open addressing, linear probing.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace klikpad {

class IdTable {
 public:
  std::size_t Size() const { return size_; }

  // Nothing for a key that is not there. Key 0 never is.
  std::optional<std::uint32_t> Find(std::uint64_t key) const {
    if (keys_.empty() || key == 0) return std::nullopt;
    const std::size_t at = SlotOf(keys_, key);
    if (keys_[at] == 0) return std::nullopt;
    return values_[at];
  }

  // False when the key was there already; its value stays. `key` must not be 0.
  bool Add(std::uint64_t key, std::uint32_t value) {
    if (4 * (size_ + 1) > 3 * keys_.size()) Grow();
    const std::size_t at = SlotOf(keys_, key);
    if (keys_[at] != 0) return false;
    keys_[at] = key;
    values_[at] = value;
    ++size_;
    return true;
  }

 private:
  // Of the key, else the free one where it belongs.
  static std::size_t SlotOf(const std::vector<std::uint64_t>& keys, std::uint64_t key) {
    const std::size_t mask = keys.size() - 1;
    std::size_t at = static_cast<std::size_t>(key ^ (key >> 32)) & mask;
    while (keys[at] != 0 && keys[at] != key) at = (at + 1) & mask;
    return at;
  }

  void Grow() {
    const std::size_t size = keys_.empty() ? 1024 : 2 * keys_.size();
    std::vector<std::uint64_t> keys(size, 0);
    std::vector<std::uint32_t> values(size, 0);
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (keys_[i] == 0) continue;
      const std::size_t at = SlotOf(keys, keys_[i]);
      keys[at] = keys_[i];
      values[at] = values_[i];
    }
    keys_ = std::move(keys);
    values_ = std::move(values);
  }

  std::vector<std::uint64_t> keys_;  // 0: free
  std::vector<std::uint32_t> values_;
  std::size_t size_ = 0;
};

}  // namespace klikpad
