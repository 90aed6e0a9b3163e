// Made without a name where the file system can do so, else its name is taken away at once.

#include "base/scratch_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace klikpad {
namespace {

int OpenNameless(const std::string& folder) {
  const int nameless = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (nameless >= 0) return nameless;
  std::string path = folder + "/scratch.XXXXXX";
  const int named = ::mkostemp(path.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(path.c_str());
  return named;
}

// Calls `step(done)` for what is left of `size` bytes until all is done; false when it cannot be.
template <typename Step>
bool InSteps(std::size_t size, Step step) {
  std::size_t done = 0;
  while (done < size) {
    const ssize_t now = step(done);
    if (now < 0 && errno == EINTR) continue;
    if (now <= 0) return false;
    done += static_cast<std::size_t>(now);
  }
  return true;
}

}  // namespace

std::shared_ptr<ScratchFile> ScratchFile::Make(const std::string& folder) {
  const int descriptor = OpenNameless(folder);
  if (descriptor < 0) return nullptr;
  return std::shared_ptr<ScratchFile>(new ScratchFile(descriptor));
}

ScratchFile::~ScratchFile() { ::close(descriptor_); }

std::optional<std::uint64_t> ScratchFile::Add(std::string_view bytes) {
  const std::uint64_t begin = end_.fetch_add(bytes.size());
  const bool is_written = InSteps(bytes.size(), [&](std::size_t done) {
    return ::pwrite(descriptor_, bytes.data() + done, bytes.size() - done,
                    static_cast<off_t>(begin + done));
  });
  return is_written ? std::optional(begin) : std::nullopt;
}

std::optional<std::string> ScratchFile::Read(std::uint64_t at, std::size_t size) const {
  if (is_broken_) return std::nullopt;
  std::string bytes(size, '\0');
  const bool is_read = InSteps(size, [&](std::size_t done) {
    return ::pread(descriptor_, bytes.data() + done, size - done, static_cast<off_t>(at + done));
  });
  if (is_read) return bytes;
  is_broken_ = true;
  return std::nullopt;
}

}  // namespace klikpad
