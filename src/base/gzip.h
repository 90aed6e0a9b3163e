// gzip and the other codings of HTTP bodies (RFC 1952, RFC 1950), bounded against decompression
// bombs.

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
// What "deflate" means on the web: zlib's wrapper (RFC 9110 §8.4.1.2), or, as some servers have it,
// none at all. Nothing when it is broken or too large.
std::optional<std::string> Inflate(std::string_view bytes, std::size_t max_bytes);

}  // namespace klikpad
