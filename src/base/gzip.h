// gzip (RFC 1952), bounded against decompression bombs.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace klikpad {

bool LooksLikeGzip(std::string_view bytes);
// All members of `bytes`. Nothing when it is broken or would be larger than `max_bytes`.
std::optional<std::string> Gunzip(std::string_view bytes, std::size_t max_bytes);
std::string Gzip(std::string_view bytes, int level = 1);

}  // namespace klikpad
