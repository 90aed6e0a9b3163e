// The rule for a space between two inline elements.

#include "page/seam.h"

#include <string_view>

namespace klikpad {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool IsLetterOrDigit(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<signed char>(c) < 0;
}

bool IsSeam(const Tree& tree, const TextRun& run, int last_text, int text) {
  const std::string_view next = tree.At(text).text;
  if (last_text < 0 || next.size() < 2) return false;
  const char before = run.Glue();
  if (!IsLetterOrDigit(before) || !IsLetterOrDigit(next[0])) return false;
  // "info@firm" without a dot yet is half an address.
  const std::string_view word = run.LastWord();
  const std::size_t at = word.rfind('@');
  if (at != word.npos && word.find('.', at) == word.npos) return false;
  const int last = tree.Parent(last_text), own = tree.Parent(text);
  if (own <= last_text || tree.End(last) > text) return false;
  if (tree.At(last_text).text.size() < 2) return false;
  const bool is_link = tree.TagOf(last) == Tag::kA || tree.TagOf(own) == Tag::kA;
  return !IsDigit(before) || !IsDigit(next[0]) || is_link;
}

}  // namespace klikpad
