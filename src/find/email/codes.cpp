// Each code undone by hand; nothing is run.

#include "find/email/codes.h"

#include "base/text.h"

namespace klikpad {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

char32_t ReadHex(std::string_view text) {
  char32_t value = 0;
  for (char c : text) {
    const char lower = static_cast<char>(c | 0x20);
    value = value * 16 + static_cast<char32_t>(IsDigit(c)                     ? c - '0'
                                               : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10
                                                                              : 0);
  }
  return value;
}

std::string Rot13(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    const char base = c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : '\0';
    if (base != '\0') c = static_cast<char>(base + (c - base + 13) % 26);
  }
  return out;
}

std::string DecodeTypo3(std::string_view text) {
  if (text.size() < 12 || text.size() > 400) return "";
  struct Range {
    int first, last;
  };
  constexpr Range kRanges[] = {{0x2B, 0x3A}, {0x40, 0x5A}, {0x61, 0x7A}};
  for (int offset = -26; offset <= 26; ++offset) {
    if (offset == 0) continue;
    std::string out;
    for (char c : text) {
      int code = static_cast<unsigned char>(c);
      for (const Range& range : kRanges) {
        if (code < range.first || code > range.last) continue;
        const int size = range.last - range.first + 1;
        code = range.first + ((code - range.first + offset) % size + size) % size;
        break;
      }
      out += static_cast<char>(code);
      if (out.size() == 7 && out != "mailto:") break;
    }
    if (out.compare(0, 7, "mailto:") == 0) return out;
  }
  return "";
}

std::string DecodeEntities(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = text[i] == '&' ? text.substr(i, 12).find(';') : text.npos;
    if (end == text.npos || end < 2) {
      out += text[i];
      continue;
    }
    const std::string_view name = text.substr(i + 1, end - 1);
    char32_t code = 0;
    if (name[0] == '#' && name.size() > 1) {
      const bool is_hex = name[1] == 'x' || name[1] == 'X';
      if (is_hex) {
        code = ReadHex(name.substr(2));
      } else {
        for (char c : name.substr(1))
          code = IsDigit(c) ? code * 10 + static_cast<char32_t>(c - '0') : code;
      }
    } else if (name == "commat") {
      code = '@';
    } else if (name == "period") {
      code = '.';
    } else if (name == "amp") {
      code = '&';
    } else if (name == "lowbar") {
      code = '_';
    }
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
      out += text[i];
      continue;
    }
    AppendUtf8(out, code);
    i += end;
  }
  return out;
}

}  // namespace klikpad
