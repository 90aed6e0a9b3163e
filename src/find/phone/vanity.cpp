// Letters of a telephone's keys (ITU-T E.161) after digits.

#include "find/phone/vanity.h"

#include "find/phone/text.h"

namespace klikpad {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLetterByte(char c) {
  return IsUpper(c) || (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0;
}
char KeypadDigit(char c) { return "22233344455566677778889999"[c - 'A']; }

// "1-800-FLOWERS (356-9377)": the end of the same again in digits, or `end`.
std::size_t RepeatEnd(std::string_view text, std::size_t end) {
  std::size_t open = end;
  while (open < text.size() && (text[open] == ' ' || text[open] == '\n')) ++open;
  if (open >= text.size() || text[open] != '(') return end;
  const std::size_t close = text.find(')', open);
  if (close == text.npos || close - open > 14) return end;
  return CountDigits(text.substr(open, close - open), 4) >= 4 ? close + 1 : end;
}

}  // namespace

std::optional<VanityNumber> ReadVanity(std::string_view text, std::size_t first) {
  std::size_t at = first;
  std::string digits, tail;
  std::size_t letters = 0, end = first;
  bool is_tied = false;  // a mark parts digits and letters, not a space
  while (at < text.size() && digits.size() < 12) {
    const char c = text[at];
    if (IsDigit(c) && letters == 0) {
      digits += c;
      end = ++at;
    } else if (IsUpper(c) || IsDigit(c)) {
      // The word up to its end: all capitals and digits, or none of it.
      std::size_t word_end = at;
      while (word_end < text.size() && (IsUpper(text[word_end]) || IsDigit(text[word_end])))
        ++word_end;
      if (word_end < text.size() && IsLetterByte(text[word_end])) break;
      if (word_end - at < 2) break;
      if (letters == 0) is_tied = text[at - 1] == '-' || text[at - 1] == '.';
      for (; at < word_end; ++at) {
        tail += IsUpper(text[at]) ? KeypadDigit(text[at]) : text[at];
        letters += IsUpper(text[at]) ? 1 : 0;
      }
      end = at;
      if (tail.size() >= 7) break;
    } else if ((c == '-' || c == '.' || c == ' ' || c == ')' || c == '(') && at - end < 2) {
      if (letters > 0 && c != '-' && digits.size() + tail.size() >= 10) break;
      ++at;
    } else {
      break;
    }
  }
  if (letters < 3) return std::nullopt;
  VanityNumber number;
  number.is_tied = is_tied;
  number.end = RepeatEnd(text, end);
  const std::string national = !digits.empty() && digits[0] == '1' ? digits.substr(1) : digits;
  const std::size_t length = national.size() + tail.size();
  if (national.size() >= 3 && national.size() <= 7 && national[0] != '0') {
    // Free numbers may spell more letters than are dialled.
    const bool is_free = national[0] == '8' && national[1] == national[2];
    if (length < 10 || length > (is_free ? 13u : 10u)) return std::nullopt;
    number.digits = (national + tail).substr(0, 10);
    number.is_nanp = true;
    return number;
  }
  const bool is_service = digits.size() == 4 && digits[0] == '0';
  if (!is_service || tail.size() < 4 || tail.size() > 7) return std::nullopt;
  number.digits = digits + tail;
  return number;
}

}  // namespace klikpad
