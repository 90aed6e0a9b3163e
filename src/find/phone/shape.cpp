// Groups, marks and brackets of candidate numbers.

#include "find/phone/shape.h"

#include <algorithm>

#include "base/text.h"

namespace klikpad {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLetterByte(char c) {
  return IsUpper(c) || (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0;
}

// "555-555-0100", "(555) 555-0100", "555/555-0100" but not "555/555) 0100".
bool IsTied(std::string_view text, const DigitGroup& area, const DigitGroup& office,
            const DigitGroup& line) {
  const std::string_view first = text.substr(area.end, office.begin - area.end);
  const std::string_view second = text.substr(office.end, line.begin - office.end);
  const bool is_opened = area.begin > 0 && text[area.begin - 1] == '(';
  const bool has_close = first.find(')') != first.npos;
  if (is_opened != has_close || second.find_first_of("()/") != second.npos) return false;
  const bool has_mark = second.find_first_of("-.") != second.npos;
  return has_mark ? first != " " || second == "-" : is_opened;
}

}  // namespace

bool NumberShape::IsNanpGrouped() const {
  // "1800 555 0100": the one and the area code in one group.
  const bool is_joined = sizes.size() == 3 && sizes[0] == 4 && digits[0] == '1';
  if (is_joined) return sizes[1] == 3 && sizes[2] == 4;
  const std::size_t first = HasLeadingOne() ? 1 : 0;
  return sizes.size() == first + 3 && sizes[first] == 3 && sizes[first + 1] == 3 &&
         sizes[first + 2] == 4;
}

bool NumberShape::IsTrunkGrouped() const {
  // Postal codes of the United States, and ranges of them.
  const bool is_zip = has_marks && sizes.size() == 2 && sizes[0] == 5 && sizes[1] >= 4;
  return digits.size() >= 9 && digits.size() <= 11 && digits[0] == '0' && digits[1] != '0' &&
         !is_zip && sizes.size() >= 2 && sizes.size() <= 5 && sizes[0] >= 2 && sizes[0] <= 5;
}

bool NumberShape::HasLoneDigits() const {
  return std::count(sizes.begin() + (sizes.empty() ? 0 : 1), sizes.end(), 1u) > 0;
}

std::size_t ExtensionEnd(std::string_view text, std::size_t at) {
  static constexpr std::string_view kWords[] = {
      "extension", "ext",       "ex", "xt",    "x",      "#",     "toestel", "tst",
      "poste",     "durchwahl", "dw", "keuze", "option", "press", "int",     "anexo"};
  std::size_t i = at;
  while (i < text.size() &&
         (text[i] == ' ' || text[i] == ',' || text[i] == ';' || text[i] == '(' || text[i] == '-')) {
    ++i;
  }
  if (i > at + 3) return at;
  const std::string rest = AsciiLower(text.substr(i, 12));
  for (std::string_view word : kWords) {
    if (rest.compare(0, word.size(), word) != 0) continue;
    std::size_t k = i + word.size();
    while (k < text.size() &&
           (text[k] == ' ' || text[k] == '.' || text[k] == ':' || text[k] == '#'))
      ++k;
    std::size_t end = k;
    while (end < text.size() && IsDigit(text[end])) ++end;
    if (end == k || end - k > 6) continue;
    if (end < text.size() && IsLetterByte(text[end])) continue;
    return end;
  }
  return at;
}

std::size_t LastGroup(std::string_view text, const DigitRun& run, std::size_t i, bool has_plus) {
  std::size_t digits = run.groups[i].size();
  const std::size_t most = has_plus ? 15 : 16;
  std::size_t k = i + 1;
  for (; k < run.groups.size() && k < i + 9; ++k) {
    const std::string_view gap =
        text.substr(run.groups[k - 1].end, run.groups[k].begin - run.groups[k - 1].end);
    digits += run.groups[k].size();
    const std::size_t before = digits - run.groups[k].size();
    if (digits > most) break;
    if (gap.find('/') != gap.npos && before > 6) break;
    if (gap.find('(') != gap.npos && before > 6) break;
    if (gap.size() > 1 && gap[0] == '.' && gap[1] == ' ' && before > 6) break;
  }
  return k;
}

NumberShape ShapeOf(std::string_view text, const DigitRun& run, std::size_t i, std::size_t j,
                    bool has_plus, bool has_open) {
  NumberShape shape;
  shape.has_plus = has_plus;
  shape.has_parens = has_open;
  for (std::size_t k = i; k < j; ++k) {
    const DigitGroup& group = run.groups[k];
    shape.digits.append(text.substr(group.begin, group.size()));
    shape.sizes.push_back(group.size());
    if (k == i) continue;
    for (std::size_t c = run.groups[k - 1].end; c < group.begin; ++c) {
      if (text[c] == '(' || text[c] == ')') shape.has_parens = true;
      if (text[c] == '-' || text[c] == '.') shape.has_marks = true;
    }
  }
  shape.is_glued = shape.sizes.size() == 1;
  shape.ends_in_exchange = j >= i + 2 && shape.sizes.back() == 1 && shape.digits.back() == '0' &&
                           text[run.groups[j - 1].begin - 1] == '-' &&
                           run.groups[j - 1].begin - run.groups[j - 2].end == 1;
  shape.is_tied =
      j >= i + 3 && IsTied(text, run.groups[j - 3], run.groups[j - 2], run.groups[j - 1]);
  return shape;
}

// Elements side by side leave no space: a complete number may touch the next word.
bool EndsWell(std::string_view text, std::size_t end, const NumberShape& shape) {
  const char right = end < text.size() ? text[end] : ' ';
  if (right == '%' || right == '$' || right == '\x01' || right == '_') return false;
  if (IsLetterByte(right)) {
    return shape.IsNanpStrong() || shape.has_plus || ExtensionEnd(text, end) != end ||
           (IsUpper(right) && shape.sizes.size() > 1);
  }
  if ((right == ',' || right == '.') && end + 1 < text.size() && IsDigit(text[end + 1])) {
    std::size_t tail = end + 1;
    while (tail < text.size() && IsDigit(text[tail])) ++tail;
    return tail - end > 4;  // ",5": a decimal; ",020…": the next number
  }
  return true;
}

std::size_t SkipAlternatives(std::string_view text, const DigitRun& run, std::size_t next) {
  while (next < run.groups.size()) {
    const std::size_t from = run.groups[next - 1].end;
    const std::string_view gap = text.substr(from, run.groups[next].begin - from);
    const bool is_tied = gap.find('/') != gap.npos || gap == "-";
    if (!is_tied || run.groups[next].size() > 4 || run.groups[next].size() < 1) break;
    if (next + 1 < run.groups.size() && text[run.groups[next].end] != '/') {
      // "… / 06-12345678": more digits than other last ones of the number before.
      std::size_t digits = 0;
      for (std::size_t k = next; k < run.groups.size() && k < next + 3; ++k) {
        if (k > next && text[run.groups[k].begin - 1] == '/') break;
        digits += run.groups[k].size();
      }
      if (run.groups[next].size() == 3 || (digits >= 9 && text[run.groups[next].begin] == '0'))
        break;
    }
    ++next;
  }
  return next;
}

}  // namespace klikpad
