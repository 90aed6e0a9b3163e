// Durations and sizes as people write them on a command line or in brand.yaml.

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace klikpad {

// "250ms", "30s", "5m", "2h"; a unit is required except for "0". Nothing when it is no duration.
std::optional<std::chrono::milliseconds> ParseDuration(std::string_view text);
// "512", "64K", "5M", "1G" (1024-based), as bytes. Nothing when it is no size.
std::optional<std::uint64_t> ParseSize(std::string_view text);
std::string FormatDuration(std::chrono::milliseconds duration);  // "250 ms", "1.5 s", "2 min 3 s"
std::string FormatSize(std::uint64_t bytes);                     // "5.0 MB"

}  // namespace klikpad
