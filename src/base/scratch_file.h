// A file without a name, for what an audit need not hold in memory: it goes with its last owner,
// also when the process is killed.

#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace klikpad {

// May be used by several threads at once.
class ScratchFile {
 public:
  // In that folder; null when none can be made there.
  static std::shared_ptr<ScratchFile> Make(const std::string& folder);
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  // Where the bytes begin; nothing when they could not be written (the disk is full).
  std::optional<std::uint64_t> Add(std::string_view bytes);
  // Nothing when they cannot be read (a fault of the disk), ever after.
  std::optional<std::string> Read(std::uint64_t at, std::size_t size) const;

 private:
  explicit ScratchFile(int descriptor) : descriptor_(descriptor) {}

  const int descriptor_;
  std::atomic<std::uint64_t> end_ = 0;
  mutable std::atomic<bool> is_broken_ = false;
};

}  // namespace klikpad
