// Making the site's text harmless.

#include "report/site_text.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "base/url.h"

namespace klikpad {
namespace {

constexpr std::size_t kLongestTarget = 2000;

// Left-to-right and right-to-left marks, embeddings, overrides and isolates (UAX #9, 2), the line
// and paragraph separators, and the byte order mark.
constexpr std::array<std::string_view, 15> kTurns = {
    "\u200E", "\u200F", "\u061C", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E",
    "\u2066", "\u2067", "\u2068", "\u2069", "\u2028", "\u2029", "\uFEFF"};
constexpr std::array<std::string_view, 15> kTurnNames = {
    "U+200E", "U+200F", "U+061C", "U+202A", "U+202B", "U+202C", "U+202D", "U+202E",
    "U+2066", "U+2067", "U+2068", "U+2069", "U+2028", "U+2029", "U+FEFF"};

std::string WithoutControls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool is_c1 = byte == 0xC2 && i + 1 < text.size() &&
                       static_cast<unsigned char>(text[i + 1]) < 0xA0;  // U+0080 to U+009F
    if (is_c1) {
      out += fmt::format("[U+{:04X}]", static_cast<unsigned char>(text[++i]));
    } else if (byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f') {
      out += ' ';
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("[U+{:04X}]", byte);
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

std::string CleanText(std::string_view text, std::size_t max_bytes) {
  // What is far beyond the cut cannot matter; it need not be cleaned.
  std::string clean = WithoutControls(ToValidUtf8(CutUtf8(text, 8 * max_bytes + 64)));
  for (std::size_t i = 0; i < kTurns.size(); ++i) {
    if (clean.find(kTurns[i]) == std::string::npos) continue;
    clean = ReplaceAll(std::move(clean), kTurns[i], fmt::format("[{}]", kTurnNames[i]));
  }
  clean = CollapseSpace(clean);
  if (clean.size() <= max_bytes) return clean;
  return std::string(CutUtf8(clean, max_bytes)) + "…";
}

std::string LinkTarget(std::string_view url) {
  const auto parsed = Url::Parse(url);
  if (!parsed || parsed->Host().empty()) return {};
  if (parsed->Scheme() != "http" && parsed->Scheme() != "https") return {};
  const std::string text = parsed->Text();
  if (text.size() > kLongestTarget) return {};
  std::string target;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = byte > 0x20 && byte < 0x7F &&
                          std::string_view("\"'<>()\\^`{|}").find(c) == std::string_view::npos;
    if (is_plain) {
      target += c;
    } else {
      target += fmt::format("%{:02X}", byte);
    }
  }
  return target;
}

std::string ShownAddress(std::string_view url, std::size_t max_bytes) {
  std::string text = CleanText(url, 2000);
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (StartsWithIgnoreAsciiCase(text, scheme)) {
      text.erase(0, scheme.size());
      break;
    }
  }
  if (text.size() > 1 && text.back() == '/' && text.find('/') == text.size() - 1) text.pop_back();
  if (text.size() <= max_bytes) return text;
  const std::size_t head = max_bytes * 2 / 3;
  std::size_t tail = text.size() - (max_bytes - head);
  while (tail < text.size() && (static_cast<unsigned char>(text[tail]) & 0xC0) == 0x80) ++tail;
  return std::string(CutUtf8(text, head)) + "…" + text.substr(tail);
}

}  // namespace klikpad
