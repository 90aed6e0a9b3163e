// Matching of robots.txt patterns.

#include "fetch/robots_match.h"

namespace klikpad {
namespace {

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// RFC 3986 §2.3.
bool IsUnreserved(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

// RFC 3986 §2.2, plus the "%" of a broken escape, which stays as it is on both sides.
bool MayStandInUrl(unsigned char c) {
  return IsUnreserved(c) ||
         std::string_view(":/?#[]@!&'()+,;=%").find(static_cast<char>(c)) != std::string_view::npos;
}

void AppendEscaped(std::string& out, unsigned char c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  out += '%';
  out += kHex[c >> 4];
  out += kHex[c & 15];
}

std::string Normalise(std::string_view text, bool is_pattern) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '%' && i + 2 < text.size() && HexValue(text[i + 1]) >= 0 &&
        HexValue(text[i + 2]) >= 0) {
      const auto octet =
          static_cast<unsigned char>(HexValue(text[i + 1]) * 16 + HexValue(text[i + 2]));
      if (IsUnreserved(octet)) {
        out += static_cast<char>(octet);
      } else {
        AppendEscaped(out, octet);
      }
      i += 2;
      continue;
    }
    const bool is_operator = is_pattern && (c == '*' || (c == '$' && i + 1 == text.size()));
    if (is_operator || MayStandInUrl(c)) {
      out += static_cast<char>(c);
    } else {
      AppendEscaped(out, c);
    }
  }
  return out;
}

}  // namespace

std::string NormaliseRobotsPath(std::string_view path) { return Normalise(path, false); }

std::string NormaliseRobotsPattern(std::string_view pattern) { return Normalise(pattern, true); }

bool RobotsPatternMatches(std::string_view pattern, std::string_view path) {
  const bool is_anchored = !pattern.empty() && pattern.back() == '$';
  if (is_anchored) pattern.remove_suffix(1);
  std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) {
    return is_anchored ? path == pattern : path.substr(0, pattern.size()) == pattern;
  }
  if (path.substr(0, star) != pattern.substr(0, star)) return false;
  std::size_t at = star;
  pattern.remove_prefix(star + 1);
  // Each piece between two stars is taken where it comes first: later places could only leave less.
  for (star = pattern.find('*'); star != std::string_view::npos; star = pattern.find('*')) {
    at = path.find(pattern.substr(0, star), at);
    if (at == std::string_view::npos) return false;
    at += star;
    pattern.remove_prefix(star + 1);
  }
  if (!is_anchored) return path.find(pattern, at) != std::string_view::npos;
  return path.size() - at >= pattern.size() && path.substr(path.size() - pattern.size()) == pattern;
}

}  // namespace klikpad
