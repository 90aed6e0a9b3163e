// Files, read whole and written atomically.

#include "base/files.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace klikpad {
namespace {

namespace fs = std::filesystem;

std::string Why(int code) { return std::strerror(code); }

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

Result<std::string> ReadFile(const std::string& path, std::size_t max_bytes) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return Fail("is a folder, not a file", path);
  std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (!file) return Fail("cannot be read: " + Why(errno), path);
  std::string bytes;
  char buffer[65536];
  while (std::size_t got = std::fread(buffer, 1, sizeof(buffer), file.get())) {
    bytes.append(buffer, got);
    if (max_bytes > 0 && bytes.size() > max_bytes) {
      return Fail(fmt::format("is larger than {} bytes", max_bytes), path);
    }
  }
  if (std::ferror(file.get()) != 0) return Fail("cannot be read: " + Why(errno), path);
  return bytes;
}

Result<void> WriteFile(const std::string& path, std::string_view bytes) {
  std::error_code code;
  const fs::path folder = fs::path(path).parent_path();
  if (!folder.empty()) fs::create_directories(folder, code);
  if (code) return Fail("folder cannot be made: " + code.message(), folder.string());
  const std::string temporary = fmt::format("{}.{}.part", path, ::getpid());
  std::FILE* file = std::fopen(temporary.c_str(), "wb");
  if (file == nullptr) return Fail("cannot be written: " + Why(errno), path);
  const bool is_written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() &&
                          std::fflush(file) == 0 && ::fsync(::fileno(file)) == 0;
  const int write_error = errno;
  const bool is_closed = std::fclose(file) == 0;
  if (!is_written || !is_closed || std::rename(temporary.c_str(), path.c_str()) != 0) {
    const int reason = is_written ? errno : write_error;
    std::remove(temporary.c_str());
    return Fail("cannot be written: " + Why(reason), path);
  }
  return {};
}

Result<std::vector<std::string>> ListFiles(const std::string& folder) {
  std::error_code code;
  fs::recursive_directory_iterator it(folder, code);
  if (code) return Fail("cannot be listed: " + code.message(), folder);
  std::vector<std::string> files;
  for (const fs::recursive_directory_iterator end; it != end; it.increment(code)) {
    if (code) return Fail("cannot be listed: " + code.message(), folder);
    if (it->is_regular_file(code))
      files.push_back(fs::relative(it->path(), folder).generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace klikpad
