// Disks that are full or lose what they hold, for tests of scratch files.

#pragma once

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <system_error>

namespace klikpad {

// No file of this process grows past so many bytes: writing fails as on a full disk, with EFBIG for
// ENOSPC.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &old_);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit small = old_;
    small.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, handler_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  struct rlimit old_ {};
  void (*handler_)(int) = SIG_DFL;
};

// Cuts every nameless file of this process that lies in `folder`; how many there were.
inline int EmptyScratchFiles(const std::string& folder) {
  int cut = 0;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code code;
    const std::string target = std::filesystem::read_symlink(entry.path(), code).string();
    if (code || !target.starts_with(folder + "/") || !target.ends_with(" (deleted)")) continue;
    if (::truncate(entry.path().c_str(), 0) == 0) ++cut;
  }
  return cut;
}

}  // namespace klikpad
