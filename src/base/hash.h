// Digests for identity and de-duplication, not for security: XXH3-128 (xxHash) as 32 hex digits.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace klikpad {

std::uint64_t Hash64(std::string_view bytes);
std::string Digest(std::string_view bytes);

}  // namespace klikpad
