// A small reader of one expression: a known name, then "=" or "(", then a complete string literal.

#include "page/script_address.h"

#include <array>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxScript = 4096;

struct Opener {
  std::string_view name;
  char after;  // what must follow before the literal
};

constexpr std::array<Opener, 8> kOpeners{{{"location.href", '='},
                                          {"location.assign", '('},
                                          {"location.replace", '('},
                                          {"window.open", '('},
                                          {"location", '='},
                                          {"self.open", '('},
                                          {"navigateto", '('},
                                          {"open", '('}}};

bool IsWordChar(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$';
}

std::size_t SkipSpace(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r'))) ++at;
  return at;
}

// The literal at `at`, "" when it is none, is open, or is only the first part of a sum.
std::string Literal(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != '\'' && text[at] != '"' && text[at] != '`')) return {};
  const char quote = text[at];
  std::string out;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == quote) {
      const std::size_t next = SkipSpace(text, i + 1);
      const bool is_part = next < text.size() && (text[next] == '+' || text[next] == '.');
      return is_part ? std::string() : out;
    }
    if (quote == '`' && text.substr(i, 2) == "${") return {};
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    out += text[i];
  }
  return {};
}

}  // namespace

std::string AddressInScript(std::string_view script) {
  script = script.substr(0, kMaxScript);
  const std::string lower = AsciiLower(script);
  for (const Opener& opener : kOpeners) {
    for (std::size_t at = lower.find(opener.name); at != std::string::npos;
         at = lower.find(opener.name, at + 1)) {
      if (at > 0 && (IsWordChar(lower[at - 1]))) continue;
      // A bare open(…) is the window's; x.open(…) may be anything (a dialog, a request).
      if (opener.name == "open" && at > 0 && lower[at - 1] == '.') continue;
      std::size_t i = SkipSpace(lower, at + opener.name.size());
      if (i >= lower.size() || lower[i] != opener.after) continue;
      i = SkipSpace(lower, i + 1);
      if (std::string address = Literal(script, i); !address.empty()) return address;
    }
  }
  return {};
}

}  // namespace klikpad
