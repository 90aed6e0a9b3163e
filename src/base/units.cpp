// Durations and sizes with their units.

#include "base/units.h"

#include <fmt/format.h>

#include <charconv>

namespace klikpad {
namespace {

// The number at the front of `text` and what follows it. Nothing when there is no number.
std::optional<std::pair<double, std::string_view>> SplitNumber(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0 || number > 1e12) return std::nullopt;
  return std::pair{number, text.substr(static_cast<std::size_t>(end - text.data()))};
}

}  // namespace

std::optional<std::chrono::milliseconds> ParseDuration(std::string_view text) {
  const auto parts = SplitNumber(text);
  if (!parts) return std::nullopt;
  const auto [number, unit] = *parts;
  double factor = 0;
  if (unit == "ms") factor = 1;
  if (unit == "s") factor = 1000;
  if (unit == "m" || unit == "min") factor = 60'000;
  if (unit == "h") factor = 3'600'000;
  if (factor == 0 && !(unit.empty() && number == 0)) return std::nullopt;
  return std::chrono::milliseconds(static_cast<std::int64_t>(number * factor + 0.5));
}

std::optional<std::uint64_t> ParseSize(std::string_view text) {
  const auto parts = SplitNumber(text);
  if (!parts) return std::nullopt;
  auto [number, unit] = *parts;
  if (unit.size() == 2 && unit[1] == 'B') unit.remove_suffix(1);
  double factor = 0;
  if (unit.empty() || unit == "B") factor = 1;
  if (unit == "K" || unit == "k") factor = 1024.0;
  if (unit == "M") factor = 1024.0 * 1024;
  if (unit == "G") factor = 1024.0 * 1024 * 1024;
  if (factor == 0 || number * factor > 1e18) return std::nullopt;
  return static_cast<std::uint64_t>(number * factor);
}

std::string FormatDuration(std::chrono::milliseconds duration) {
  const std::int64_t ms = duration.count();
  if (ms < 1000) return fmt::format("{} ms", ms);
  if (ms < 60'000) return fmt::format("{:.1f} s", static_cast<double>(ms) / 1000);
  if (ms < 3'600'000) return fmt::format("{} min {} s", ms / 60'000, ms / 1000 % 60);
  return fmt::format("{} h {} min", ms / 3'600'000, ms / 60'000 % 60);
}

std::string FormatSize(std::uint64_t bytes) {
  const double size = static_cast<double>(bytes);
  if (bytes < 1024) return fmt::format("{} bytes", bytes);
  if (bytes < 1024 * 1024) return fmt::format("{:.1f} KB", size / 1024);
  if (bytes < 1024ull * 1024 * 1024) return fmt::format("{:.1f} MB", size / (1024.0 * 1024));
  return fmt::format("{:.1f} GB", size / (1024.0 * 1024 * 1024));
}

}  // namespace klikpad
