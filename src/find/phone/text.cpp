// Characters, masks and groups of digits: hand-written scanning, linear in the text.

#include "find/phone/text.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"

namespace klikpad {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// One UTF-8 character at `at`: its code point and length. The text is valid UTF-8.
struct Char {
  char32_t code = 0;
  std::size_t size = 1;
};
Char CharAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char first = byte(0);
  std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (at + size > text.size()) return {0xFFFD, 1};
  char32_t code = size == 1   ? first
                  : size == 2 ? first & 0x1Fu
                  : size == 3 ? first & 0x0Fu
                              : first & 0x07u;
  for (std::size_t i = 1; i < size; ++i) code = (code << 6) | (byte(i) & 0x3Fu);
  return {code, size};
}

// The ASCII byte that stands for a character in Plain(); 0 keeps the character.
char PlainByte(char32_t c) {
  if (c >= 0xFF10 && c <= 0xFF19) return static_cast<char>('0' + (c - 0xFF10));
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D || c == 0x2043) return '-';
  if (c == 0xFF0B) return '+';
  if (c == 0xFF08) return '(';
  if (c == 0xFF09) return ')';
  if (c == 0xFF0F || c == 0x2215 || c == 0x2044) return '/';
  if (c == 0xB7 || c == 0x2022 || c == 0x2219 || c == 0x22C5 || c == 0xFF0E || c == 0x2027)
    return '.';
  if (c == 0xFF1A) return ':';
  if (c == 0xA3 || c == 0xA5 || (c >= 0x20A0 && c <= 0x20CF)) return '$';
  if (c >= 0x80 && c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA) return ' ';
  // Punctuation, arrows, dingbats, the private area of icon fonts, emoji.
  if ((c >= 0x2000 && c < 0x2C00) || (c >= 0xE000 && c < 0xF900) || c >= 0x1F000) return ' ';
  return 0;
}

std::size_t DigitsEnd(std::string_view text, std::size_t at) {
  while (at < text.size() && IsDigit(text[at])) ++at;
  return at;
}

bool IsSeparator(char c) {
  return c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')' || c == '~';
}

// Brazil writes a carrier of the caller's choice into its numbers: "(0xx11) 3333-4444".
void BlankCarriers(std::string& text) {
  for (std::size_t at = text.find('0'); at != text.npos; at = text.find('0', at + 1)) {
    const auto is_x = [&](std::size_t i) { return i < text.size() && (text[i] | 0x20) == 'x'; };
    if (!is_x(at + 1) || !is_x(at + 2) || (at > 0 && IsDigit(text[at - 1]))) continue;
    std::size_t next = at + 3;
    while (next < text.size() && next < at + 6 && IsSeparator(text[next])) ++next;
    if (DigitsEnd(text, next) != next + 2) continue;  // the area's two digits
    text[at + 1] = text[at + 2] = ' ';
  }
}

bool IsAscii(std::string_view text) {
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + 8 <= text.size(); at += 8) {
    std::memcpy(&eight, text.data() + at, 8);
    if ((eight & 0x8080808080808080u) != 0) return false;
  }
  for (; at < text.size(); ++at) {
    if (static_cast<signed char>(text[at]) < 0) return false;
  }
  return true;
}

PlainText PlainBytes(std::string_view text) {
  PlainText plain;
  if (IsAscii(text)) {
    plain.text = text;
    return plain;
  }
  plain.text.resize(text.size());
  plain.origin.resize(text.size() + 1);
  std::size_t size = 0;  // of what is written
  const auto put = [&](char byte, std::size_t origin) {
    plain.text[size] = byte;
    plain.origin[size++] = static_cast<std::uint32_t>(origin);
  };
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<signed char>(text[i]) >= 0) {
      put(text[i], i);
      ++i;
      continue;
    }
    const Char c = CharAt(text, i);
    if (const char byte = PlainByte(c.code); byte != 0) {
      put(byte, i);
    } else {
      for (std::size_t k = 0; k < c.size; ++k) put(text[i + k], i + k);
    }
    i += c.size;
  }
  plain.text.resize(size);
  plain.origin.resize(size + 1);
  plain.origin[size] = static_cast<std::uint32_t>(text.size());
  return plain;
}

}  // namespace

std::size_t CountDigits(std::string_view text, std::size_t enough) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size() && count < enough; ++i) {
    if (IsDigit(text[i])) ++count;
    // Full-width digits, U+FF10 to U+FF19.
    if (text[i] == '\xEF' && i + 2 < text.size() && text[i + 1] == '\xBC') ++count;
  }
  return count;
}

PlainText Plain(std::string_view text) {
  PlainText plain = PlainBytes(text);
  BlankCarriers(plain.text);
  return plain;
}

std::vector<DigitRun> FindDigitRuns(std::string_view masked) {
  std::vector<DigitRun> runs;
  constexpr std::size_t kMaxSeparators = 4;
  DigitRun run;
  for (std::size_t i = 0; i < masked.size();) {
    if (!IsDigit(masked[i])) {
      ++i;
      continue;
    }
    const std::size_t end = DigitsEnd(masked, i);
    if (!run.groups.empty()) {
      const std::size_t gap_begin = run.groups.back().end;
      const std::string_view gap = masked.substr(gap_begin, i - gap_begin);
      const bool is_tied =
          gap.size() <= kMaxSeparators && std::all_of(gap.begin(), gap.end(), IsSeparator);
      if (!is_tied) {
        runs.push_back(std::move(run));
        run = {};
      }
    }
    run.groups.push_back({i, end});
    i = end;
  }
  if (!run.groups.empty()) runs.push_back(std::move(run));
  return runs;
}

}  // namespace klikpad
