// Bump allocation in blocks of 256 KiB; larger requests get a block of their own.

#include "page/arena.h"

namespace klikpad {

void* Arena::Allocate(std::size_t bytes) {
  bytes = (bytes + 15) & ~std::size_t{15};
  if (bytes > left_) return nullptr;
  left_ -= bytes;
  if (bytes > static_cast<std::size_t>(end_ - next_)) return AllocateInNewBlock(bytes);
  latest_ = next_;
  next_ += bytes;
  return latest_;
}

void* Arena::AllocateInNewBlock(std::size_t bytes) {
  if (bytes > kBlockBytes / 4) {
    blocks_.emplace_back(new std::byte[bytes]);
    return blocks_.back().get();
  }
  blocks_.emplace_back(new std::byte[kBlockBytes]);
  latest_ = blocks_.back().get();
  next_ = latest_ + bytes;
  end_ = latest_ + kBlockBytes;
  return latest_;
}

void Arena::Free(void* memory) {
  if (memory == nullptr || memory != latest_) return;
  left_ += static_cast<std::size_t>(next_ - latest_);
  next_ = latest_;
  latest_ = nullptr;
}

}  // namespace klikpad
