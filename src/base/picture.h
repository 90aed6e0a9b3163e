// Pictures as files: their format, and copies without what cameras and programs write into them
// beside the picture (Exif with its GPS position, XMP, IPTC, comments, previews).

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace klikpad {

enum class PictureFormat { kJpeg, kPng, kWebp };

// By the first bytes; nothing for other files.
std::optional<PictureFormat> FormatOfPicture(std::string_view bytes);

// The same picture, its pixels untouched, with colours (ICC) and, of JPEG and WebP, the way up that
// Exif tells, and nothing else. Nothing for a file that is cut off, damaged, or no picture.
std::optional<std::string> WithoutMetadata(std::string_view bytes);

}  // namespace klikpad
