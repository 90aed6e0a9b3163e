// Whole files in and out. Writing is atomic: a new file beside the old one, then a rename, so that
// no half-written file ever looks whole (a full disk is an error, and the old file stays).

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace klikpad {

// An error for a missing, unreadable or larger file. `max_bytes` 0: no limit.
Result<std::string> ReadFile(const std::string& path, std::size_t max_bytes = 0);
// Makes parent folders.
Result<void> WriteFile(const std::string& path, std::string_view bytes);
// Regular files below `folder`, paths relative to it with "/", sorted.
Result<std::vector<std::string>> ListFiles(const std::string& folder);

}  // namespace klikpad
