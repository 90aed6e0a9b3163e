// Copies of pictures hold the picture alone; files that cannot be walked give none.

#include "base/picture.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace klikpad {
namespace {

std::string Bytes(std::initializer_list<int> values) {
  std::string bytes;
  for (int value : values) bytes += static_cast<char>(value);
  return bytes;
}

// ---- JPEG (ITU-T T.81, annex B)

std::string Segment(int marker, const std::string& data) {
  const std::size_t size = data.size() + 2;
  return Bytes({0xFF, marker, static_cast<int>(size >> 8), static_cast<int>(size & 0xFF)}) + data;
}

const std::string kSoi = Bytes({0xFF, 0xD8}), kEoi = Bytes({0xFF, 0xD9});
const std::string kJfif = Segment(0xE0, std::string("JFIF\0\1\2\0\0\1\0\1\0\0", 14));
const std::string kIcc = Segment(0xE2, std::string("ICC_PROFILE\0\1\1kleuren", 21));
const std::string kAdobe = Segment(0xEE, std::string("Adobe\0d\0\0\0\0\1", 12));
const std::string kTables =
    Segment(0xDB, std::string(65, 'q')) + Segment(0xC4, std::string(20, 'h'));
const std::string kFrame = Segment(0xC0, Bytes({8, 0, 1, 0, 1, 1, 1, 0x11, 0}));
// Stuffed zeroes and a restart marker stand among the scan's bytes.
const std::string kScan = Segment(0xDA, Bytes({1, 1, 0, 0, 63, 0})) + "ab" +
                          Bytes({0xFF, 0, 0x12, 0xFF, 0xD0, 0x34, 0xFF, 0xFF, 0xD7}) + "cd";
const std::string kPicture = kTables + kFrame + kScan;

// Exif with an orientation and a GPS directory, in either order of bytes.
std::string Exif(int orientation, bool is_big = true) {
  const std::string body =
      is_big ? std::string("MM\0*\0\0\0\x08\0\x02", 10) +
                   Bytes({0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38}) +
                   Bytes({1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0}) + std::string(4, '\0')
             : std::string("II*\0\x08\0\0\0\x02\0", 10) +
                   Bytes({0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0}) +
                   Bytes({0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0}) + std::string(4, '\0');
  return std::string("Exif\0\0", 6) + body + "52.0907374 GEHEIM";
}

// What is left of Exif.
std::string Turned(int orientation) {
  return Segment(0xE1, std::string("Exif\0\0", 6) + std::string("MM\0*\0\0\0\x08\0\x01", 10) +
                           Bytes({1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0}) +
                           std::string(4, '\0'));
}

TEST_CASE("a JPEG keeps its picture, its colours and the way up, and nothing else") {
  struct Case {
    std::string name, bytes, plain;
  };
  const std::string clean = kSoi + kJfif + kPicture + kEoi;
  const std::vector<Case> cases = {
      {"nothing to take", clean, clean},
      {"Exif", kSoi + Segment(0xE1, Exif(1)) + kPicture + kEoi, kSoi + kPicture + kEoi},
      {"Exif of a turned picture", kSoi + Segment(0xE1, Exif(6)) + kPicture + kEoi,
       kSoi + Turned(6) + kPicture + kEoi},
      {"the same, low byte first", kSoi + Segment(0xE1, Exif(8, false)) + kPicture + kEoi,
       kSoi + Turned(8) + kPicture + kEoi},
      {"an orientation that is none", kSoi + Segment(0xE1, Exif(99)) + kPicture + kEoi,
       kSoi + kPicture + kEoi},
      {"XMP, IPTC, comment, maker's notes",
       kSoi + kJfif + Segment(0xE1, "http://ns.adobe.com/xap/1.0/ GEHEIM") +
           Segment(0xED, "Photoshop 3.0 GEHEIM") + Segment(0xFE, "GEHEIM") +
           Segment(0xE5, "GEHEIM") + kPicture + kEoi,
       clean},
      {"colours stay", kSoi + kIcc + kAdobe + kPicture + kEoi,
       kSoi + kIcc + kAdobe + kPicture + kEoi},
      {"other data under their markers go",
       kSoi + Segment(0xE2, "MPF GEHEIM") + Segment(0xE0, "JFXX GEHEIM") + kPicture + kEoi,
       kSoi + kPicture + kEoi},
      {"the preview in JFIF",
       kSoi + Segment(0xE0, std::string("JFIF\0\1\2\0\0\1\0\1\1\2", 14) + "GEHEIM") + kPicture +
           kEoi,
       clean},
      {"what follows the end", clean + kSoi + Segment(0xE1, Exif(1)) + kPicture + kEoi + "MP4",
       clean},
      {"a comment between two scans", kSoi + kPicture + Segment(0xFE, "GEHEIM") + kScan + kEoi,
       kSoi + kPicture + kScan + kEoi},
      {"fill bytes before a marker", kSoi + "\xFF\xFF" + kTables + kFrame + kScan + kEoi,
       kSoi + kPicture + kEoi},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto plain = WithoutMetadata(c.bytes);
    REQUIRE(plain.has_value());
    CHECK(*plain == c.plain);
    CHECK(plain->find("GEHEIM") == std::string::npos);
    CHECK(WithoutMetadata(*plain) == plain);
  }
}

// ---- PNG

std::string Chunk(const std::string& type, const std::string& data) {
  const auto size = static_cast<int>(data.size());
  return Bytes({0, 0, size >> 8, size & 0xFF}) + type + data + "CRC4";
}

const std::string kPng = std::string("\x89PNG\r\n\x1A\n") + Chunk("IHDR", std::string(13, 'h'));
const std::string kPngEnd = Chunk("IDAT", "beeld") + Chunk("IEND", "");

TEST_CASE("a PNG keeps the chunks of its picture") {
  const std::string clean = kPng + Chunk("iCCP", "kleuren") + Chunk("tRNS", "x") + kPngEnd;
  CHECK(WithoutMetadata(clean) == clean);
  CHECK(WithoutMetadata(kPng + Chunk("tEXt", "Author GEHEIM") + Chunk("iCCP", "kleuren") +
                        Chunk("zTXt", "GEHEIM") + Chunk("tRNS", "x") + Chunk("eXIf", "GEHEIM") +
                        Chunk("iTXt", "XML:com.adobe.xmp GEHEIM") + Chunk("tIME", "GEHEIM") +
                        Chunk("prVW", "GEHEIM") + kPngEnd + "GEHEIM") == clean);
}

// ---- WebP (RFC 9649)

std::string Riff(const std::string& type, const std::string& data) {
  const auto size = static_cast<int>(data.size());
  return type + Bytes({size & 0xFF, size >> 8, 0, 0}) + data + std::string(data.size() % 2, '\0');
}
std::string Webp(const std::string& chunks) { return Riff("RIFF", "WEBP" + chunks); }
std::string Extended(int flags) { return Riff("VP8X", Bytes({flags}) + std::string(9, '\1')); }

TEST_CASE("a WebP keeps its picture, its colours and the way up") {
  const std::string picture = Riff("VP8 ", "beeld");
  CHECK(WithoutMetadata(Webp(picture)) == Webp(picture));
  CHECK(WithoutMetadata(Webp(Extended(0x2C) + Riff("ICCP", "kleuren") + picture +
                             Riff("EXIF", Exif(1).substr(6)) + Riff("XMP ", "GEHEIM"))) ==
        Webp(Extended(0x20) + Riff("ICCP", "kleuren") + picture));
  const auto turned = WithoutMetadata(Webp(Extended(0x0C) + picture + Riff("EXIF", Exif(3))));
  REQUIRE(turned.has_value());
  CHECK(*turned == Webp(Extended(0x08) + picture + Riff("EXIF", Turned(3).substr(10))));
  const std::string frame(16, 'f');
  CHECK(WithoutMetadata(Webp(Extended(2) + Riff("ANIM", "123456") +
                             Riff("ANMF", frame + Riff("VP8L", "een") + Riff("WEET", "GEHEIM")))) ==
        Webp(Extended(2) + Riff("ANIM", "123456") + Riff("ANMF", frame + Riff("VP8L", "een"))));
}

TEST_CASE("a file that cannot be walked to its end gives no copy") {
  const std::string jpeg = kSoi + kJfif + Segment(0xE1, Exif(6)) + kPicture + kEoi;
  const std::string png = kPng + kPngEnd;
  const std::string webp = Webp(Extended(0) + Riff("VP8 ", "beeld"));
  for (const std::string& whole : {jpeg, png, webp}) {
    REQUIRE(WithoutMetadata(whole).has_value());
    for (std::size_t size = 0; size < whole.size(); ++size) {
      CAPTURE(size);
      CHECK_FALSE(WithoutMetadata(whole.substr(0, size)).has_value());
    }
  }
  for (const std::string& none :
       {std::string(), std::string("GIF89a"), std::string("<svg/>"), kSoi + kJfif + kEoi,
        kSoi + kFrame + kEoi, kSoi + "geen segment", kPng + Chunk("IEND", ""),
        std::string("\x89PNG\r\n\x1A\n") + kPngEnd, Webp(Extended(0)), Webp(""),
        Webp(Extended(0) + Riff("ANMF", "kort"))}) {
    CHECK_FALSE(WithoutMetadata(none).has_value());
  }
}

TEST_CASE("any damage gives a copy that is walked again, or none") {
  std::mt19937 random(1);
  const std::string jpeg = kSoi + kJfif + Segment(0xE1, Exif(6)) + kPicture + kEoi;
  const std::string webp = Webp(Extended(0x0C) + Riff("VP8 ", "beeld") + Riff("EXIF", Exif(3)));
  for (const std::string& whole : {jpeg, kPng + kPngEnd, webp}) {
    for (int i = 0; i < 2000; ++i) {
      std::string damaged = whole;
      for (int k = 0; k < 3; ++k) {
        damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
      }
      const auto plain = WithoutMetadata(damaged);
      if (plain) CHECK(WithoutMetadata(*plain) == plain);
    }
  }
}

}  // namespace
}  // namespace klikpad
