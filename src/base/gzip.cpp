// gzip and deflate by zlib, with a bound on the output.

#include "base/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <climits>

namespace klikpad {
namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib: 16 more than the window bits means a gzip wrapper

// One stream of zlib's; nothing when it is broken, cut short or larger than `max_bytes`.
std::optional<std::string> InflateOnce(std::string_view bytes, int window, std::size_t max_bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) return std::nullopt;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  char buffer[65536];
  int code = Z_OK;
  while (code == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = sizeof(buffer);
    code = inflate(&stream, Z_NO_FLUSH);
    const std::size_t got = sizeof(buffer) - stream.avail_out;
    if (out.size() + got > max_bytes) code = Z_BUF_ERROR;
    out.append(buffer, got);
    if (code == Z_OK && got == 0 && stream.avail_in == 0) code = Z_BUF_ERROR;
  }
  inflateEnd(&stream);
  if (code != Z_STREAM_END) return std::nullopt;
  return out;
}

}  // namespace

bool LooksLikeGzip(std::string_view bytes) {
  return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

std::optional<std::string> Gunzip(std::string_view bytes, std::size_t max_bytes) {
  if (!LooksLikeGzip(bytes) || bytes.size() > UINT_MAX) return std::nullopt;
  z_stream stream{};
  if (inflateInit2(&stream, kGzipWindow) != Z_OK) return std::nullopt;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  char buffer[65536];
  bool is_good = false;
  while (true) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = sizeof(buffer);
    const int code = inflate(&stream, Z_NO_FLUSH);
    const std::size_t got = sizeof(buffer) - stream.avail_out;
    if (out.size() + got > max_bytes) break;
    out.append(buffer, got);
    if (code == Z_STREAM_END) {
      is_good = true;
      if (stream.avail_in < 2 || inflateReset(&stream) != Z_OK) break;
      // Bytes behind the last member that are no member are padding and are ignored.
      if (!LooksLikeGzip({reinterpret_cast<char*>(stream.next_in), stream.avail_in})) break;
      is_good = false;
      continue;
    }
    if (code != Z_OK || (got == 0 && stream.avail_in == 0)) break;
  }
  inflateEnd(&stream);
  if (!is_good) return std::nullopt;
  return out;
}

std::string Gzip(std::string_view bytes, int level) {
  z_stream stream{};
  deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::optional<std::string> Inflate(std::string_view bytes, std::size_t max_bytes) {
  if (bytes.size() > UINT_MAX) return std::nullopt;
  if (auto wrapped = InflateOnce(bytes, 15, max_bytes)) return wrapped;
  return InflateOnce(bytes, -15, max_bytes);
}

}  // namespace klikpad
