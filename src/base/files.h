// Whole files in and out. Writing is atomic: a new file beside the old one, then a rename, so that
// no half-written file ever looks whole (a full disk is an error, and the old file stays).

#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace klikpad {

// An error for a missing, unreadable or larger file. `max_bytes` 0: no limit.
Result<std::string> ReadFile(const std::string& path, std::size_t max_bytes = 0);
// Makes parent folders.
Result<void> WriteFile(const std::string& path, std::string_view bytes);

// The same for a file that comes in pieces. What was not closed is removed.
class FileWriter {
 public:
  explicit FileWriter(std::string path);
  ~FileWriter();
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;

  void Add(std::string_view bytes);  // an error is told by Close
  Result<void> Close();              // once

 private:
  const std::string path_, temporary_;
  std::FILE* file_ = nullptr;
  std::string trouble_;  // the first
};

// Regular files below `folder`, paths relative to it with "/", sorted.
Result<std::vector<std::string>> ListFiles(const std::string& folder);

}  // namespace klikpad
