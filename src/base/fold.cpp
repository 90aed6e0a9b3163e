// Case and accent folding for all scripts, by ICU, with short ways for ASCII and Latin letters.

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"

namespace klikpad {
namespace {

bool IsAscii(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string FoldByIcu(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  source.foldCase();
  icu::UnicodeString split = U_SUCCESS(status) ? nfkd->normalize(source, status) : source;
  icu::UnicodeString bare;
  for (int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1)) {
    const UChar32 c = split.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) bare.append(c);
  }
  std::string out;
  bare.toUTF8String(out);
  return out;
}

// The letters of Latin-1 and Latin Extended-A fold one by one: each is taken apart into a letter
// and marks of its own (UAX #15), whatever stands beside it.
constexpr std::size_t kFirstLatin = 0xC0, kBehindLatin = 0x180;

const std::string& FoldedLatin(std::size_t code) {
  static const auto kTable = [] {
    std::array<std::string, kBehindLatin - kFirstLatin> table;
    for (std::size_t c = kFirstLatin; c < kBehindLatin; ++c) {
      std::string letter;
      AppendUtf8(letter, static_cast<char32_t>(c));
      table[c - kFirstLatin] = FoldByIcu(letter);
    }
    return table;
  }();
  return kTable[code - kFirstLatin];
}

// Nothing for text with other letters than these.
std::optional<std::string> FoldLatin(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      out += lead >= 'A' && lead <= 'Z' ? static_cast<char>(lead + 32) : text[i];
      continue;
    }
    if (lead < 0xC3 || lead > 0xC5 || ++i == text.size()) return std::nullopt;
    const auto tail = static_cast<unsigned char>(text[i]);
    if ((tail & 0xC0) != 0x80) return std::nullopt;
    out += FoldedLatin((lead & 0x1Fu) << 6 | (tail & 0x3Fu));
  }
  return out;
}

}  // namespace

std::string FoldCase(std::string_view text) {
  if (IsAscii(text)) return AsciiLower(text);
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  folded.toLower(icu::Locale::getRoot());
  std::string out;
  folded.toUTF8String(out);
  return out;
}

std::string FoldAccents(std::string_view text) {
  if (IsAscii(text)) return AsciiLower(text);
  if (auto folded = FoldLatin(text)) return *std::move(folded);
  return FoldByIcu(text);
}

}  // namespace klikpad
