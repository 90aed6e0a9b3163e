// Which encoding a page is in, and its bytes as UTF-8 (WHATWG HTML §13.2.3 "determining the
// character encoding", WHATWG Encoding Standard).

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace klikpad {

struct DecodedText {
  std::string text;     // valid UTF-8, without a byte order mark
  std::string charset;  // name after the Encoding Standard, lower case: "utf-8", "windows-1252"
  std::string source;   // bom, header, meta, detection, default
};

// Order: byte order mark, header, meta prescan, detection, default (UTF-8 when the bytes are, else
// windows-1252). What cannot be decoded becomes U+FFFD.
DecodedText DecodeHtml(std::string_view bytes, std::string_view content_type);

// Encoding Standard §4.2 "get an encoding": " Latin1 " → "windows-1252"; "" for an unknown label.
std::string_view EncodingForLabel(std::string_view label);

// HTML §2.5.6 "extracting a character encoding from a meta element": "text/html; charset='x'" →
// "x".
std::string CharsetParameter(std::string_view content_type);

// HTML §13.2.3.3 "prescan a byte stream to determine its encoding". "" when nothing is declared.
std::string_view PrescanMeta(std::string_view bytes);

// Bytes in an encoding of EncodingForLabel as valid UTF-8.
std::string DecodeBytes(std::string_view bytes, std::string_view encoding);

}  // namespace klikpad
