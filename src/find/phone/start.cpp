// Signs, labels and countries before a number, read on its own line and the labels above it.

#include "find/phone/start.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "find/phone/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kWindowBefore = 80;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetterByte(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0;
}

bool HasLetter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), IsLetterByte);
}

// A line above that holds a label alone ("Fax:") speaks for the lines below it.
std::optional<LabelHit> GroupLabel(const std::string& text, std::size_t at,
                                   const PhoneFacts& facts) {
  std::size_t end = text.rfind('\n', at == 0 ? 0 : at - 1);
  for (int lines = 0; lines < 6 && end != text.npos && end > 0; ++lines) {
    const std::size_t above = text.rfind('\n', end - 1);
    const std::size_t begin = above == text.npos ? 0 : above + 1;
    const std::string_view line = Trim(std::string_view(text).substr(begin, end - begin));
    if (line.size() <= 24 && line.size() > 2 && line.back() == ':' && CountDigits(line, 1) == 0) {
      std::optional<LabelHit> hit = LabelBefore(facts, FoldAccents(line));
      if (!hit || !hit->is_close) return std::nullopt;
      return LabelHit{hit->label, false, false, hit->also};
    }
    end = above;
  }
  return std::nullopt;
}

// The text from `from` to `to` within one line; with the line above when its own holds no word.
std::string_view LineBefore(const std::string& text, std::size_t from, std::size_t to) {
  const std::string_view window = std::string_view(text).substr(from, to - from);
  const std::size_t line = window.rfind('\n');
  if (line == window.npos || line == 0) return window;
  if (HasLetter(window.substr(line))) return window.substr(line + 1);
  const std::size_t above = window.rfind('\n', line - 1);
  return above == window.npos ? window : window.substr(above + 1);
}

}  // namespace

std::optional<NumberStart> StartAt(const std::string& text, std::size_t floor,
                                   std::size_t digits_begin, std::size_t total,
                                   const ScanContext& context) {
  const PhoneFacts& facts = *context.facts;
  NumberStart start;
  std::size_t b = digits_begin;
  for (int i = 0; i < 4 && b > floor; ++i) {
    const char c = text[b - 1];
    if (c == '(') {
      start.has_open = true;
    } else if (c == '+') {
      start.has_plus = true;
    } else if (!(c == ' ' && b >= 2 && b - 1 > floor &&
                 (text[b - 2] == '+' || text[b - 2] == '('))) {
      break;
    }
    --b;
  }
  start.begin = b;
  const char left = b > floor ? text[b - 1] : ' ';
  const bool is_glued = IsLetterByte(left);
  if (left == ' ' && b >= 2 && text[b - 2] == '$' && !start.has_plus) return std::nullopt;
  if (left == '$' || left == '\x01' || left == '%' || left == '_' || left == '*')
    return std::nullopt;
  if (left == '.' && b >= 2 && IsDigit(text[b - 2]) && !start.has_plus && !start.has_open)
    return std::nullopt;
  const std::size_t window = std::max(floor, b > kWindowBefore ? b - kWindowBefore : 0);
  // A few digits without any word before them are nothing.
  if (total < 7 && window == b && !context.outer_label) return std::nullopt;
  start.before = FoldAccents(LineBefore(text, window, b));
  start.label = LabelBefore(facts, start.before);
  if (!start.label || start.label->is_department) {
    if (std::optional<LabelHit> group = GroupLabel(text, b, facts)) start.label = group;
  }
  if (!start.label && !HasLetter(start.before) && context.outer_label) {
    start.label = context.outer_label();
    start.is_outer = start.label.has_value();
  }
  if (!start.label && HasLetter(start.before) && context.heading_label) {
    start.label = context.heading_label();
    start.is_outer = start.label.has_value();
  }
  if (!start.IsClose() && !HasLetter(start.before) && context.outer_words) {
    const std::string words = context.outer_words();
    if (TrapBefore(facts, words)) start.before = words + " " + start.before;
  }
  // "Tel0201234567" is a label, "Axis M3014" is none.
  const bool is_letter =
      is_glued && (start.before.size() < 2 || !IsLetterByte(start.before[start.before.size() - 2]));
  if (is_glued && !start.has_plus && !start.has_open && (is_letter || !start.IsClose()))
    return std::nullopt;
  if (total < 7 && !start.label) return std::nullopt;
  start.countries = context.countries(start.before, b);
  start.is_country_sure = context.is_country_sure;
  return start;
}

}  // namespace klikpad
