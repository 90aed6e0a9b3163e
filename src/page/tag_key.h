// Tag names as numbers, so that a name can stand in a switch.

#pragma once

#include <cstdint>
#include <string_view>

namespace klikpad {

// FNV-1a of the name in lower case.
constexpr std::uint64_t TagKey(std::string_view name) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : name) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    hash = (hash ^ static_cast<unsigned char>(lower)) * 1099511628211ULL;
  }
  return hash;
}

}  // namespace klikpad
