// Reading gzip and deflate by zlib, with a bound on the output; writing gzip by libdeflate, which
// takes a third of the time.

#include "base/gzip.h"

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <climits>
#include <memory>
#include <new>

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
  struct Freeing {
    void operator()(libdeflate_compressor* compressor) const {
      libdeflate_free_compressor(compressor);
    }
  };
  // Its tables are costly to make and serve one text after the other.
  thread_local std::unique_ptr<libdeflate_compressor, Freeing> compressor;
  thread_local int level_of_compressor = 0;
  if (!compressor || level_of_compressor != level) {
    compressor.reset(libdeflate_alloc_compressor(level));
    level_of_compressor = level;
  }
  if (!compressor) throw std::bad_alloc();
  std::string out(libdeflate_gzip_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(), out.data(),
                                      out.size()));
  return out;
}

std::optional<std::string> Inflate(std::string_view bytes, std::size_t max_bytes) {
  if (bytes.size() > UINT_MAX) return std::nullopt;
  if (auto wrapped = InflateOnce(bytes, 15, max_bytes)) return wrapped;
  return InflateOnce(bytes, -15, max_bytes);
}

}  // namespace klikpad
