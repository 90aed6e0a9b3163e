// The audit folder for as long as a run lasts: nobody else's, free of what a killed run left, and
// gone again when nothing came of it.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace klikpad {

// The folder for as long as the run lasts: what was made for it and is still empty at the end goes
// again, so that a site that could not be read leaves nothing behind.
class FolderClaim {
 public:
  // `lock`: a file descriptor to close at the end, -1 for none.
  FolderClaim(std::vector<std::string> made, int lock) : made_(std::move(made)), lock_(lock) {}
  FolderClaim(FolderClaim&& other) noexcept
      : made_(std::exchange(other.made_, {})), lock_(std::exchange(other.lock_, -1)) {}
  FolderClaim& operator=(FolderClaim&&) = delete;
  ~FolderClaim();

 private:
  std::vector<std::string> made_;  // folders that were not there before, innermost first
  int lock_ = -1;
};
// An error when the folder cannot be made or written to, or is in use by another process, before
// the crawl has cost anything. What a killed run left in it goes.
Result<FolderClaim> ClaimFolder(const std::string& folder);

// What a run writes beside the audit before it moves it in has a name that begins so.
inline constexpr const char* kWritingPrefix = ".writing-";
inline constexpr const char* kRecordingPrefix = ".recording-";

}  // namespace klikpad
