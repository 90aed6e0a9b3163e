// Memory for one parse: allocated piece by piece, freed as a whole. With it a tree is dropped
// without walking it, and a parse that asks for too much is stopped instead of finished.

#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace klikpad {

class Arena {
 public:
  // At most `max_bytes` are given out.
  explicit Arena(std::size_t max_bytes) : left_(max_bytes) {}
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // Null when the budget is spent. Aligned to 16 bytes.
  void* Allocate(std::size_t bytes);
  // Gives the latest allocation back; anything else waits for the end of the arena.
  void Free(void* memory);

 private:
  void* AllocateInNewBlock(std::size_t bytes);

  std::size_t left_;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;  // all of the same size
  std::vector<std::unique_ptr<std::byte[]>> large_;
  std::byte* next_ = nullptr;
  std::byte* end_ = nullptr;
  std::byte* latest_ = nullptr;
};

}  // namespace klikpad
