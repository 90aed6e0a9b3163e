// White space, case, splitting and escaping. Folding of all scripts stands in fold.cpp.

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace klikpad {
namespace {

bool IsAsciiSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

char LowerChar(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Bytes of the white space or ignorable character at `at`; 0 when it is neither.
struct SpaceKind {
  std::size_t bytes = 0;
  bool is_ignorable = false;
};

SpaceKind SpaceAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  if (IsAsciiSpace(text[at])) return {1, false};
  if (byte(0) == 0xC2 && byte(1) == 0xA0) return {2, false};  // no-break space
  if (byte(0) == 0xC2 && byte(1) == 0xAD) return {2, true};   // soft hyphen
  if (byte(0) == 0xE2 && byte(1) == 0x80) {
    if (byte(2) >= 0x80 && byte(2) <= 0x8A) return {3, false};  // U+2000-200A
    if (byte(2) >= 0x8B && byte(2) <= 0x8F) return {3, true};   // zero width, direction marks
    if (byte(2) == 0xA8 || byte(2) == 0xA9 || byte(2) == 0xAF) return {3, false};
  }
  if (byte(0) == 0xE2 && byte(1) == 0x81 && byte(2) == 0x9F) return {3, false};  // U+205F
  if (byte(0) == 0xE2 && byte(1) == 0x81 && byte(2) == 0xA0) return {3, true};   // word joiner
  if (byte(0) == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return {3, false};  // U+3000
  if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return {3, true};   // BOM
  return {};
}

}  // namespace

std::string CollapseSpace(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  std::size_t i = 0;
  while (i < text.size()) {
    const SpaceKind space = SpaceAt(text, i);
    if (space.bytes == 0) {
      if (pending && !out.empty()) out += ' ';
      pending = false;
      out += text[i++];
      continue;
    }
    if (!space.is_ignorable) pending = true;
    i += space.bytes;
  }
  return out;
}

std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsAsciiSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsAsciiSpace(text.back())) text.remove_suffix(1);
  return text;
}

std::string AsciiLower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), LowerChar);
  return out;
}

bool EqualsIgnoreAsciiCase(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return LowerChar(x) == LowerChar(y);
         });
}

bool StartsWithIgnoreAsciiCase(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         EqualsIgnoreAsciiCase(text.substr(0, prefix.size()), prefix);
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  while (true) {
    const std::size_t end = text.find(separator, start);
    if (end == std::string_view::npos) break;
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  parts.push_back(text.substr(start));
  return parts;
}

std::string Join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += separator;
    out += parts[i];
  }
  return out;
}

std::string ReplaceAll(std::string text, std::string_view from, std::string_view to) {
  if (from.empty()) return text;
  std::size_t at = 0;
  while ((at = text.find(from, at)) != std::string::npos) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
  return text;
}

std::string Slug(std::string_view text) {
  std::string out;
  for (char c : FoldAccents(text)) {
    const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (keep) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  out = out.substr(0, 64);
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "brand" : out;
}

std::string EscapeHtml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string ForTerminal(std::string_view text) {
  std::string out;
  std::string valid = ToValidUtf8(text);
  // Marks that turn the direction of writing, as terminals obey them (UAX #9, 2), and separators of
  // lines and paragraphs.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kMarks = {
      {{"\u200E", "\\u200e"},
       {"\u200F", "\\u200f"},
       {"\u061C", "\\u061c"},
       {"\u202A", "\\u202a"},
       {"\u202B", "\\u202b"},
       {"\u202C", "\\u202c"},
       {"\u202D", "\\u202d"},
       {"\u202E", "\\u202e"},
       {"\u2066", "\\u2066"},
       {"\u2067", "\\u2067"},
       {"\u2068", "\\u2068"},
       {"\u2069", "\\u2069"},
       {"\u2028", "\\u2028"},
       {"\u2029", "\\u2029"},
       {"\uFEFF", "\\ufeff"}}};
  for (const auto& [mark, shown] : kMarks) {
    if (valid.find(mark) != std::string::npos) valid = ReplaceAll(std::move(valid), mark, shown);
  }
  for (std::size_t i = 0; i < valid.size(); ++i) {
    const auto c = static_cast<unsigned char>(valid[i]);
    // C1 controls are C2 80 to C2 9F in UTF-8; terminals obey them as they do ESC.
    if (c == 0xC2 && i + 1 < valid.size() && static_cast<unsigned char>(valid[i + 1]) < 0xA0) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(valid[++i]));
    } else if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7F) {
      out += fmt::format("\\x{:02x}", c);
    } else {
      out += static_cast<char>(c);
    }
  }
  return out;
}

}  // namespace klikpad
