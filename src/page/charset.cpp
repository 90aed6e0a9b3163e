// Choosing the encoding, and decoding through ICU.

#include "page/charset.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "base/text.h"

namespace klikpad {
namespace {

// Enough for a detector to be sure, little enough to cost nothing.
constexpr std::size_t kDetectionBytes = 256u << 10;

// Where the Encoding Standard's decoder has another name in ICU.
constexpr std::array<std::pair<std::string_view, const char*>, 8> kIcuNames{{
    {"gbk", "gb18030"},  // the standard decodes gbk as gb18030
    {"iso-8859-8-i", "iso-8859-8"},
    {"shift_jis", "windows-31j"},
    {"euc-kr", "windows-949"},
    {"big5", "big5-hkscs"},
    {"windows-874", "windows-874-2000"},
    {"x-mac-cyrillic", "x-mac-cyrillic"},
    {"ibm866", "ibm-866"},
}};

std::string IcuName(std::string_view encoding) {
  for (const auto& [name, icu] : kIcuNames) {
    if (name == encoding) return icu;
  }
  return std::string(encoding);
}

std::string DecodeUserDefined(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    AppendUtf8(out, byte < 0x80 ? char32_t{byte} : char32_t{0xF700} + byte);
  }
  return out;
}

std::string DecodeByIcu(std::string_view bytes, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> from(ucnv_open(name.c_str(), &status),
                                                                ucnv_close);
  const std::unique_ptr<UConverter, void (*)(UConverter*)> to(ucnv_open("UTF-8", &status),
                                                              ucnv_close);
  if (U_FAILURE(status)) return ToValidUtf8(bytes);
  std::vector<UChar> pivot(4096);
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  std::string out(bytes.size() + bytes.size() / 2 + 64, '\0');
  std::size_t used = 0;
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  bool is_first = true;
  for (;;) {
    char* target = out.data() + used;
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, source_end,
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                   is_first, true, &status);
    used = static_cast<std::size_t>(target - out.data());
    is_first = false;
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
    out.resize(out.size() * 2);
  }
  out.resize(used);
  return IsValidUtf8(out) ? out : ToValidUtf8(out);
}

std::string_view Detected(std::string_view bytes) {
  const std::unique_ptr<std::remove_pointer_t<uchardet_t>, void (*)(uchardet_t)> detector(
      uchardet_new(), uchardet_delete);
  const std::size_t size = std::min(bytes.size(), kDetectionBytes);
  if (uchardet_handle_data(detector.get(), bytes.data(), size) != 0) return {};
  uchardet_data_end(detector.get());
  return EncodingForLabel(uchardet_get_charset(detector.get()));
}

bool IsAscii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

struct Choice {
  std::string_view encoding;
  std::string_view source;
};

Choice Choose(std::string_view bytes, std::string_view content_type) {
  if (const auto found = EncodingForLabel(CharsetParameter(content_type)); !found.empty()) {
    return {found, "header"};
  }
  if (const auto found = PrescanMeta(bytes); !found.empty()) return {found, "meta"};
  const bool has_escape = bytes.substr(0, kDetectionBytes).find('\x1b') != std::string_view::npos;
  if (!has_escape && IsAscii(bytes)) return {"utf-8", "default"};
  if (!has_escape && IsValidUtf8(bytes)) return {"utf-8", "detection"};
  if (const auto found = Detected(bytes); !found.empty() && found != "replacement") {
    // A few odd bytes in ASCII text: what a detector says of them is a guess without ground.
    if (found != "utf-8" || IsValidUtf8(bytes)) return {found, "detection"};
  }
  return {IsValidUtf8(bytes) ? "utf-8" : "windows-1252", "default"};
}

}  // namespace

std::string DecodeBytes(std::string_view bytes, std::string_view encoding) {
  if (encoding == "utf-8" || encoding.empty()) {
    return IsValidUtf8(bytes) ? std::string(bytes) : ToValidUtf8(bytes);
  }
  if (encoding == "replacement") return bytes.empty() ? "" : "\xEF\xBF\xBD";
  if (encoding == "x-user-defined") return DecodeUserDefined(bytes);
  return DecodeByIcu(bytes, IcuName(encoding));
}

DecodedText DecodeHtml(std::string_view bytes, std::string_view content_type) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
    return {DecodeBytes(bytes.substr(3), "utf-8"), "utf-8", "bom"};
  }
  if (bytes.substr(0, 2) == "\xFE\xFF") {
    return {DecodeBytes(bytes.substr(2), "utf-16be"), "utf-16be", "bom"};
  }
  if (bytes.substr(0, 2) == "\xFF\xFE") {
    return {DecodeBytes(bytes.substr(2), "utf-16le"), "utf-16le", "bom"};
  }
  const Choice choice = Choose(bytes, content_type);
  return {DecodeBytes(bytes, choice.encoding), std::string(choice.encoding),
          std::string(choice.source)};
}

}  // namespace klikpad
