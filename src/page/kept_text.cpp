// Finding plain runs and putting them back.

#include "page/kept_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr char32_t kFirstMark = 0xF0000;  // plane 15: private use
constexpr char kLeadByte = '\xF3';        // of all characters from U+C0000 to U+FFFFF
constexpr std::size_t kMarkBytes = 4;
constexpr std::size_t kShortest = 4;  // shorter runs are not worth their bookkeeping

// Bytes that can only stand for themselves. Not: references, controls, and the leads of characters
// that the tree builder replaces (U+FDD0 to U+FDEF, U+FFFE and its like); C2 leads to U+0080 to
// U+009F too.
constexpr std::array<bool, 256> MakePlain() {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0xEF; ++c) plain[c] = c != '&' && c != 0x7F && c != 0xC2;
  plain['\t'] = plain['\n'] = true;
  return plain;
}
constexpr std::array<bool, 256> kPlain = MakePlain();

bool IsPlainAt(std::string_view source, std::size_t at) {
  const auto byte = static_cast<unsigned char>(source[at]);
  if (kPlain[byte]) return true;
  return byte == 0xC2 && at + 1 < source.size() &&
         static_cast<unsigned char>(source[at + 1]) >= 0xA0;
}

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n'; }

int DigitOf(char c, int base) {
  int digit = base;
  if (c >= '0' && c <= '9') digit = c - '0';
  if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f') digit = (c | 0x20) - 'a' + 10;
  return digit < base ? digit : -1;
}

// Behind "&" and all that could belong to a character reference (HTML §13.2.5.72), which may end
// without a semicolon.
std::size_t EndOfReference(std::string_view source, std::size_t at) {
  ++at;
  while (at < source.size() && (source[at] == '#' || DigitOf(source[at], 10) >= 0 ||
                                ((source[at] | 0x20) >= 'a' && (source[at] | 0x20) <= 'z'))) {
    ++at;
  }
  return at < source.size() && source[at] == ';' ? at + 1 : at;
}

// The number of a reference whose digits begin at `at`; large ones are cut to the first mark.
char32_t NumberAt(std::string_view source, std::size_t at) {
  const bool is_hex = at < source.size() && (source[at] | 0x20) == 'x';
  const int base = is_hex ? 16 : 10;
  char32_t number = 0;
  for (std::size_t i = at + (is_hex ? 1 : 0); i < source.size(); ++i) {
    const int digit = DigitOf(source[i], base);
    if (digit < 0) break;
    number = std::min<char32_t>(number * static_cast<char32_t>(base) + static_cast<char32_t>(digit),
                                kFirstMark);
  }
  return number;
}

// Of the run whose mark stands at `at`; a large number for other characters.
std::size_t IndexAt(std::string_view text, std::size_t at) {
  const auto bits = [&](std::size_t i) {
    return static_cast<std::size_t>(static_cast<unsigned char>(text[at + i]) & 0x3F);
  };
  return ((3u << 18) | bits(1) << 12 | bits(2) << 6 | bits(3)) - kFirstMark;
}

}  // namespace

bool MayKeepTextAway(std::string_view source) {
  if (source.find(kLeadByte) != std::string_view::npos) return false;
  for (std::size_t at = source.find("&#"); at != std::string_view::npos;
       at = source.find("&#", at + 2)) {
    if (NumberAt(source, at + 2) >= kFirstMark) return false;
  }
  return true;
}

PlainRun FindPlainRun(std::string_view source, std::size_t from, std::size_t to) {
  while (from < to) {
    if (source[from] == '&') {
      from = EndOfReference(source, from);
      continue;
    }
    // The tail of a character whose lead is no plain one is skipped with it.
    const bool is_tail = (static_cast<unsigned char>(source[from]) & 0xC0) == 0x80;
    if (IsSpace(source[from]) || is_tail || !IsPlainAt(source, from)) {
      ++from;
      continue;
    }
    std::size_t end = from;
    while (end < to && IsPlainAt(source, end)) ++end;
    std::size_t last = end;
    while (IsSpace(source[last - 1])) --last;
    if (last - from >= kShortest) return {from, last - from};
    from = end;
  }
  return {};
}

bool IsPlain(std::string_view value) {
  for (std::size_t i = 0; i < value.size(); ++i) {  // kPlain holds for tails
    if (!kPlain[static_cast<unsigned char>(value[i])] && !IsPlainAt(value, i)) return false;
  }
  return true;
}

std::string PlainRunMark(std::size_t index) {
  std::string mark;
  AppendUtf8(mark, kFirstMark + static_cast<char32_t>(index));
  return mark;
}

std::string_view PlainRunOf(std::string_view text, const std::vector<std::string_view>& runs) {
  if (text.size() != kMarkBytes || text[0] != kLeadByte) return {};
  const std::size_t index = IndexAt(text, 0);
  return index < runs.size() ? runs[index] : std::string_view();
}

std::optional<std::string> WithPlainRuns(std::string_view text,
                                         const std::vector<std::string_view>& runs) {
  std::size_t mark = text.find(kLeadByte);
  if (mark == std::string_view::npos || runs.empty()) return std::nullopt;
  std::string whole;
  std::size_t copied = 0;
  for (; mark != std::string_view::npos && mark + kMarkBytes <= text.size();
       mark = text.find(kLeadByte, mark + kMarkBytes)) {
    const std::size_t index = IndexAt(text, mark);
    if (index >= runs.size()) continue;
    whole.append(text.substr(copied, mark - copied)).append(runs[index]);
    copied = mark + kMarkBytes;
  }
  whole.append(text.substr(copied));
  return whole;
}

}  // namespace klikpad
