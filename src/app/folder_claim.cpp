// A lock on the folder itself (flock(2)), which the system lifts when its holder dies.

#include "app/folder_claim.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace klikpad {
namespace {

namespace fs = std::filesystem;

// Nobody is writing there now, so these are a killed run's.
void RemoveLeftovers(const std::string& folder) {
  std::error_code code;
  std::vector<fs::path> leftovers;
  for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
    const std::string name = at->path().filename().string();
    const bool is_leftover =
        name.starts_with(kWritingPrefix) || name.starts_with(kRecordingPrefix) ||
        (name.starts_with("audit.json.") && name.ends_with(".part"));  // WriteFile's
    if (is_leftover) leftovers.push_back(at->path());
  }
  for (const fs::path& leftover : leftovers) fs::remove_all(leftover, code);
}

}  // namespace

FolderClaim::~FolderClaim() {
  std::error_code ignored;
  for (const std::string& folder : made_) fs::remove(folder, ignored);  // fails where files are
  if (lock_ >= 0) ::close(lock_);
}

Result<FolderClaim> ClaimFolder(const std::string& folder) {
  std::error_code code;
  std::vector<std::string> missing;
  for (fs::path path = fs::path(folder).lexically_normal();
       !path.empty() && !fs::exists(path, code) && path != path.parent_path();
       path = path.parent_path()) {
    if (path.has_filename()) missing.push_back(path.string());
  }
  fs::create_directories(folder, code);
  if (code) return Fail("folder cannot be made: " + code.message(), folder);
  const int lock = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  FolderClaim claim(std::move(missing), lock);
  if (::access(folder.c_str(), W_OK) != 0) return Fail("folder cannot be written to", folder);
  if (lock >= 0 && ::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) {
      return Fail("the audit folder is in use by another process", folder);
    }
    return claim;  // a file system without locks
  }
  RemoveLeftovers(folder);
  return claim;
}

}  // namespace klikpad
