// Bump allocation in blocks of 256 KiB; larger requests get a block of their own. Each thread keeps
// a few blocks for its next page: fresh memory costs the kernel a fifth of what a parse does.

#include "page/arena.h"

#include <utility>

namespace klikpad {
namespace {

constexpr std::size_t kBlockBytes = 256u << 10;
#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t kSpareBlocks = 0;  // a use after the arena's end must be seen
#else
constexpr std::size_t kSpareBlocks = 16;
#endif

using Block = std::unique_ptr<std::byte[]>;

// A page may be dropped after its thread's spare blocks were: this outlives them.
thread_local bool has_ended = false;

struct SpareBlocks {
  std::vector<Block> list;
  ~SpareBlocks() { has_ended = true; }
};
thread_local SpareBlocks spare;

Block TakeBlock() {
  if (has_ended || spare.list.empty()) return Block(new std::byte[kBlockBytes]);
  Block block = std::move(spare.list.back());
  spare.list.pop_back();
  return block;
}

}  // namespace

Arena::~Arena() {
  for (Block& block : blocks_) {
    if (has_ended || spare.list.size() >= kSpareBlocks) break;
    spare.list.push_back(std::move(block));
  }
}

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
    large_.emplace_back(new std::byte[bytes]);
    return large_.back().get();
  }
  blocks_.push_back(TakeBlock());
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
