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
#include <utility>

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

FileWriter::FileWriter(std::string path)
    : path_(std::move(path)), temporary_(fmt::format("{}.{}.part", path_, ::getpid())) {
  std::error_code code;
  const fs::path folder = fs::path(path_).parent_path();
  if (!folder.empty()) fs::create_directories(folder, code);
  if (code) {
    trouble_ = "its folder cannot be made: " + code.message();
    return;
  }
  file_ = std::fopen(temporary_.c_str(), "wb");
  if (file_ == nullptr) trouble_ = Why(errno);
}

FileWriter::~FileWriter() {
  if (file_ == nullptr) return;
  std::fclose(file_);
  std::remove(temporary_.c_str());
}

void FileWriter::Add(std::string_view bytes) {
  if (!trouble_.empty()) return;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) trouble_ = Why(errno);
}

Result<void> FileWriter::Close() {
  const auto is_done = [this](bool worked) {
    if (!worked && trouble_.empty()) trouble_ = Why(errno);
    return trouble_.empty();
  };
  if (file_ != nullptr) {
    if (trouble_.empty()) is_done(std::fflush(file_) == 0 && ::fsync(::fileno(file_)) == 0);
    is_done(std::fclose(std::exchange(file_, nullptr)) == 0);
    if (trouble_.empty()) is_done(std::rename(temporary_.c_str(), path_.c_str()) == 0);
    if (!trouble_.empty()) std::remove(temporary_.c_str());
  }
  if (!trouble_.empty()) return Fail("cannot be written: " + trouble_, path_);
  return {};
}

Result<void> WriteFile(const std::string& path, std::string_view bytes) {
  FileWriter file(path);
  file.Add(bytes);
  return file.Close();
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
