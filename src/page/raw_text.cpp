// End tags are searched as the tokenizer of the HTML standard does, "<" by "<".

#include "page/raw_text.h"

#include <algorithm>

#include "base/text.h"

namespace klikpad {
namespace {

bool EndsTagName(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

bool IsAt(std::string_view text, std::size_t at, std::string_view word) {
  return StartsWithIgnoreAsciiCase(text.substr(at), word) && EndsTagName(text, at + word.size());
}

}  // namespace

std::size_t FindRawEnd(std::string_view text, std::size_t from, std::string_view name) {
  for (std::size_t at = text.find('<', from); at != std::string_view::npos;
       at = text.find('<', at + 1)) {
    if (at + 1 < text.size() && text[at + 1] == '/' &&
        StartsWithIgnoreAsciiCase(text.substr(at + 2), name) &&
        EndsTagName(text, at + 2 + name.size())) {
      return at;
    }
  }
  return text.size();
}

std::size_t FindScriptEnd(std::string_view text, std::size_t from) {
  bool is_escaped = false;
  bool is_double = false;
  for (std::size_t at = from; at < text.size(); ++at) {
    at = is_escaped ? text.find_first_of("<-", at) : text.find('<', at);
    if (at == std::string_view::npos) break;
    const std::string_view rest = text.substr(at);
    if (rest[0] == '-') {
      if (rest.substr(0, 3) == "-->") is_escaped = is_double = false;
      continue;
    }
    if (!is_escaped && rest.substr(0, 4) == "<!--") {
      is_escaped = true;
      ++at;  // "<!-->" ends at once: the dashes may serve twice
      continue;
    }
    if (IsAt(text, at, "</script")) {
      if (!is_double) return at;
      is_double = false;
    } else if (is_escaped && IsAt(text, at, "<script")) {
      is_double = true;
    }
  }
  return text.size();
}

std::size_t FindCommentEnd(std::string_view text, std::size_t at) {
  std::size_t i = at + 4;
  if (text.substr(i, 1) == ">") return i + 1;
  if (text.substr(i, 2) == "->") return i + 2;
  for (i = text.find("--", i); i != std::string_view::npos; i = text.find("--", i + 1)) {
    if (text.substr(i + 2, 1) == ">") return i + 3;
    if (text.substr(i + 2, 2) == "!>") return i + 4;
  }
  return text.size();
}

}  // namespace klikpad
