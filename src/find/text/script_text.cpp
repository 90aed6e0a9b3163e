// Looks at the bytes around a place only; a script is never parsed.

#include "find/text/script_text.h"

#include <algorithm>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxUrl = 400;

bool IsHostChar(char c) { return (IsIdentifier(c) && c != '$') || c == '-' || c == '.'; }
bool IsQuote(char c) { return c == '"' || c == '\'' || c == '`'; }

}  // namespace

bool IsIdentifier(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$';
}

char At(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

std::string Around(std::string_view text, std::size_t at, std::size_t size) {
  std::size_t from = at > 40 ? at - 40 : 0;
  std::string_view cut = text.substr(from, std::min<std::size_t>(size + 80, 160));
  return CollapseSpace(ToValidUtf8(cut));
}

std::string UnescapeSlashes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      if (At(text, i + 1) == '/') continue;
      if (EqualsIgnoreAsciiCase(text.substr(i, 6), "\\u002f")) {
        out.push_back('/');
        i += 5;
        continue;
      }
      if (EqualsIgnoreAsciiCase(text.substr(i, 4), "\\x2f")) {
        out.push_back('/');
        i += 3;
        continue;
      }
    }
    out.push_back(text[i]);
  }
  return out;
}

bool IsProgramAddress(std::string_view address) {
  std::string lower = AsciiLower(address);
  for (std::string_view word : {".js", "widget", "embed", "loader", "snippet", "sdk", "chat/"}) {
    if (lower.find(word) != std::string::npos) return true;
  }
  return false;
}

bool IsCommentedOut(std::string_view script, std::size_t at) {
  std::string_view near = script.substr(at > 4096 ? at - 4096 : 0, std::min<std::size_t>(at, 4096));
  std::size_t line = near.rfind('\n');
  if (Trim(near.substr(line == std::string_view::npos ? 0 : line + 1)).starts_with("//"))
    return true;
  std::size_t open = near.rfind("/*");
  if (open == std::string_view::npos) return false;
  if (open > 0 && (IsQuote(near[open - 1]) || near[open - 1] == '/')) return false;  // "/*", "//*"
  return near.find("*/", open + 2) == std::string_view::npos;
}

bool IsCode(std::string_view script, std::size_t at, std::size_t size) {
  char before = at > 0 ? script[at - 1] : '\0';
  std::size_t end = at + size;
  char after = At(script, end);
  if (IsIdentifier(before) || before == '-' || IsIdentifier(after) || after == '-') return false;
  if (IsQuote(before)) {
    return at >= 2 && script[at - 2] == '[' && after == before && At(script, end + 1) == ']';
  }
  for (std::string_view word : {"window.", "w.", "self.", "var ", "let ", "const "}) {
    if (at >= word.size() && script.substr(at - word.size(), word.size()) == word) return true;
  }
  if (after == '(' || after == '[') return true;
  if (after == '.') return IsIdentifier(At(script, end + 1));
  while (At(script, end) == ' ') ++end;
  std::string_view next = script.substr(std::min(end, script.size()), 2);
  return next.starts_with('=') || next == "||" || next == "&&";
}

bool LoadsThings(std::string_view script) {
  for (std::string_view word : {"createElement", ".src", "getScript", "document.write", "import",
                                "loadScript", "appendChild", "LoadScript", "insertAdjacent"}) {
    if (script.find(word) != std::string_view::npos) return true;
  }
  return false;
}

// The address that a script writes around `at`: "//host/path", or "host/path" as a string of its
std::optional<std::string> AddressAround(std::string_view script, std::size_t at) {
  std::size_t from = at, to = at;
  while (from > 0 && IsHostChar(script[from - 1])) --from;
  while (to < script.size() && IsHostChar(script[to])) ++to;
  while (from < to && script[from] == '.') ++from;
  std::size_t end = to;
  while (end < script.size() && end - from < kMaxUrl) {
    char c = script[end];
    if (IsQuote(c) || c == ' ' || c == '\n' || c == '<' || c == '>' || c == '\\' || c == ')') break;
    ++end;
  }
  std::size_t start = from;
  while (start > 0 && script[start - 1] == '.') --start;
  bool is_address = start >= 2 && script.substr(start - 2, 2) == "//";
  bool is_string = start >= 1 && IsQuote(script[start - 1]);
  if (!is_address && !(is_string && At(script, to) == '/')) return std::nullopt;
  return "https://" + std::string(script.substr(from, end - from));
}

}  // namespace klikpad
