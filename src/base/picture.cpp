// Walks segments (JPEG: ITU-T T.81, annex B), chunks (PNG: W3C PNG 3, section 5; WebP: RFC 9649,
// section 2) and copies those that are known to hold the picture. What is not known is left out.

#include "base/picture.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace klikpad {
namespace {

constexpr std::string_view kPngStart = "\x89PNG\r\n\x1A\n";
constexpr std::string_view kExifStart("Exif\0\0", 6);

std::uint32_t Byte(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t BigEndian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8 | Byte(bytes, at + i);
  return value;
}

std::uint32_t LittleEndian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = count; i > 0; --i) value = value << 8 | Byte(bytes, at + i - 1);
  return value;
}

std::string LittleEndianBytes(std::uint32_t value) {
  std::string bytes;
  for (int i = 0; i < 4; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
  return bytes;
}

// TIFF tag 0x0112 of the first directory: 2 to 8 for a picture that is to be turned, else 0.
int OrientationOf(std::string_view tiff) {
  if (tiff.size() < 8) return 0;
  const bool is_big = tiff.starts_with("MM");
  if (!is_big && !tiff.starts_with("II")) return 0;
  const auto number = [&](std::size_t at, std::size_t count) {
    return is_big ? BigEndian(tiff, at, count) : LittleEndian(tiff, at, count);
  };
  const std::size_t directory = number(4, 4);
  if (directory > tiff.size() - 2) return 0;
  const std::size_t entries = number(directory, 2);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + i * 12;
    if (entry + 12 > tiff.size()) return 0;
    if (number(entry, 2) != 0x0112) continue;
    const std::uint32_t value = number(entry + 8, 2);
    return value >= 2 && value <= 8 ? static_cast<int>(value) : 0;
  }
  return 0;
}

// A TIFF of one entry that tells which way is up.
std::string OrientationTiff(int orientation) {
  std::string tiff("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19);
  tiff += static_cast<char>(orientation);
  return tiff.append(6, '\0');
}

// Application data without which colours are wrong: JFIF, ICC, Adobe's colour transform.
bool IsOfThePicture(std::uint32_t marker, std::string_view segment) {
  if (marker == 0xE0) return segment.starts_with(std::string_view("JFIF\0", 5));
  if (marker == 0xE2) return segment.starts_with(std::string_view("ICC_PROFILE\0", 12));
  if (marker == 0xEE) return segment.starts_with("Adobe");
  return false;
}

// Behind the picture's own end stand previews, films and whatever else a telephone adds: left out.
std::optional<std::string> PlainJpeg(std::string_view bytes) {
  std::string plain(bytes.substr(0, 2));
  bool has_frame = false, has_scan = false;
  int orientation = 0;
  for (std::size_t at = 2; at + 1 < bytes.size();) {
    if (Byte(bytes, at) != 0xFF) return std::nullopt;
    while (at + 1 < bytes.size() && Byte(bytes, at + 1) == 0xFF) ++at;  // B.1.1.2: fill bytes
    if (at + 1 >= bytes.size()) return std::nullopt;
    const std::uint32_t marker = Byte(bytes, at + 1);
    at += 2;
    if (marker == 0xD9) {
      if (!has_frame || !has_scan) return std::nullopt;
      if (orientation > 0) {
        const std::string tiff = OrientationTiff(orientation);
        const std::size_t size = 2 + kExifStart.size() + tiff.size();
        std::string segment = "\xFF\xE1";
        segment += static_cast<char>(size >> 8);
        segment += static_cast<char>(size & 0xFF);
        plain.insert(2, segment.append(kExifStart).append(tiff));
      }
      return plain.append("\xFF\xD9");
    }
    if (at + 2 > bytes.size()) return std::nullopt;
    const std::size_t length = BigEndian(bytes, at, 2);
    if (length < 2 || length > bytes.size() - at) return std::nullopt;
    const std::string_view segment = bytes.substr(at + 2, length - 2);
    const bool is_application = marker >= 0xE0 && marker <= 0xEF;
    // Frames, tables and scans; 0xFE are comments, and the rest stands in no picture here.
    const bool is_picture = marker >= 0xC0 && marker <= 0xDF && !(marker >= 0xD0 && marker <= 0xD8);
    if (!is_application && !is_picture && marker != 0xFE) return std::nullopt;
    if (marker == 0xE1 && segment.starts_with(kExifStart) && orientation == 0) {
      orientation = OrientationOf(segment.substr(kExifStart.size()));
    }
    if (marker == 0xE0 && segment.size() >= 14 && IsOfThePicture(marker, segment)) {
      // Without its preview, which may show what was cut away.
      plain.append("\xFF\xE0").append(std::string_view("\0\x10", 2));
      plain.append(segment.substr(0, 12)).append(2, '\0');
    } else if (is_picture || IsOfThePicture(marker, segment)) {
      plain.append(bytes.substr(at - 2, length + 2));
    }
    const bool is_table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
    if (marker >= 0xC0 && marker <= 0xCF && !is_table) has_frame = true;
    at += length;
    if (marker != 0xDA) continue;
    // The scan's own bytes: up to the next marker that is neither a stuffed zero nor a restart.
    has_scan = true;
    const std::size_t begin = at;
    while (at + 1 < bytes.size()) {
      const std::size_t mark = bytes.find('\xFF', at);
      if (mark == bytes.npos || mark + 1 >= bytes.size()) return std::nullopt;
      at = mark;
      const std::uint32_t next = Byte(bytes, mark + 1);
      if (next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) break;
      at = next == 0xFF ? mark + 1 : mark + 2;
    }
    plain.append(bytes.substr(begin, at - begin));
  }
  return std::nullopt;
}

constexpr std::array kPngChunks = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM",
                                   "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "hIST", "cICP",
                                   "mDCV", "cLLI", "acTL", "fcTL", "fdAT"};

std::optional<std::string> PlainPng(std::string_view bytes) {
  std::string plain(kPngStart);
  bool has_data = false;
  for (std::size_t at = kPngStart.size(); at + 12 <= bytes.size();) {
    const std::size_t length = BigEndian(bytes, at, 4);
    if (length > bytes.size() - at - 12) return std::nullopt;
    const std::string_view type = bytes.substr(at + 4, 4);
    const bool is_first = at == kPngStart.size();
    if (is_first != (type == "IHDR")) return std::nullopt;
    has_data = has_data || type == "IDAT";
    if (std::find(kPngChunks.begin(), kPngChunks.end(), type) != kPngChunks.end()) {
      plain.append(bytes.substr(at, length + 12));
    }
    at += length + 12;
    if (type == "IEND") return has_data ? std::optional(std::move(plain)) : std::nullopt;
  }
  return std::nullopt;
}

std::string WebpChunk(std::string_view type, std::string_view data) {
  std::string chunk(type);
  chunk += LittleEndianBytes(static_cast<std::uint32_t>(data.size()));
  chunk += data;
  if (data.size() % 2 == 1) chunk += '\0';
  return chunk;
}

// Calls `take` with type and data of each chunk; false when they do not fill `bytes` exactly.
template <typename Take>
bool ForEachWebpChunk(std::string_view bytes, Take take) {
  std::size_t at = 0;
  while (at + 8 <= bytes.size()) {
    const std::size_t length = LittleEndian(bytes, at + 4, 4);
    if (length > bytes.size() - at - 8) return false;
    take(bytes.substr(at, 4), bytes.substr(at + 8, length));
    at += 8 + length + length % 2;
  }
  return at >= bytes.size();
}

bool IsWebpPicture(std::string_view type) { return type == "VP8 " || type == "VP8L"; }

// A frame of a film: sixteen bytes, then chunks of its own.
std::optional<std::string> PlainFrame(std::string_view data) {
  if (data.size() < 16) return std::nullopt;
  std::string plain(data.substr(0, 16));
  const bool is_whole = ForEachWebpChunk(data.substr(16), [&](auto type, auto part) {
    if (IsWebpPicture(type) || type == "ALPH") plain += WebpChunk(type, part);
  });
  return is_whole ? std::optional(std::move(plain)) : std::nullopt;
}

std::optional<std::string> PlainWebp(std::string_view bytes) {
  const std::size_t size = LittleEndian(bytes, 4, 4);
  if (size < 4 || size > bytes.size() - 8) return std::nullopt;
  constexpr unsigned char kExif = 0x08, kXmp = 0x04;
  std::string plain;
  std::size_t flags_at = 0;
  bool has_picture = false, is_sound = true;
  int orientation = 0;
  const bool is_whole = ForEachWebpChunk(bytes.substr(12, size - 4), [&](auto type, auto data) {
    if (type == "VP8X" && data.size() >= 10 && plain.empty()) {
      flags_at = 8;
      plain += WebpChunk(type, data);
    } else if (IsWebpPicture(type) || type == "ALPH" || type == "ANIM" || type == "ICCP") {
      plain += WebpChunk(type, data);
      has_picture = has_picture || IsWebpPicture(type);
    } else if (type == "ANMF") {
      const auto frame = PlainFrame(data);
      is_sound = is_sound && frame.has_value();
      if (frame) plain += WebpChunk(type, *frame);
      has_picture = true;
    } else if (type == "EXIF") {
      const bool has_start = data.starts_with(kExifStart);
      orientation = OrientationOf(has_start ? data.substr(kExifStart.size()) : data);
    }
  });
  if (!is_whole || !is_sound || !has_picture) return std::nullopt;
  if (flags_at > 0) {
    auto flags = static_cast<unsigned char>(plain[flags_at]);
    flags = static_cast<unsigned char>(flags & ~(kExif | kXmp));
    if (orientation > 0) flags = static_cast<unsigned char>(flags | kExif);
    plain[flags_at] = static_cast<char>(flags);
    if (orientation > 0) plain += WebpChunk("EXIF", OrientationTiff(orientation));
  }
  return "RIFF" + LittleEndianBytes(static_cast<std::uint32_t>(plain.size() + 4)) + "WEBP" + plain;
}

}  // namespace

std::optional<PictureFormat> FormatOfPicture(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return PictureFormat::kJpeg;
  if (bytes.starts_with(kPngStart)) return PictureFormat::kPng;
  if (bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") {
    return PictureFormat::kWebp;
  }
  return std::nullopt;
}

std::optional<std::string> WithoutMetadata(std::string_view bytes) {
  const auto format = FormatOfPicture(bytes);
  if (!format) return std::nullopt;
  switch (*format) {
    case PictureFormat::kJpeg:
      return PlainJpeg(bytes);
    case PictureFormat::kPng:
      return PlainPng(bytes);
    default:
      return PlainWebp(bytes);
  }
}

}  // namespace klikpad
