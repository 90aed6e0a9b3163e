// Three pieces, numbers or a month's name; the order follows from them or the text is no day.

#include "stores/store_date.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <vector>

#include "base/civil_time.h"
#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kLongest = 60;  // bytes
constexpr int kFirstYear = 2008, kLastYear = 2099;

struct Piece {
  int number = 0;          // 0 for a word
  int month = 0;           // of a word
  std::string_view after;  // what separates it from the next
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Letters of any script; the signs of Chinese, Japanese and Korean dates separate like a stroke.
std::size_t LettersAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const char c = text[end];
    const bool is_letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (!is_letter) break;
    ++end;
  }
  return end - at;
}

// The pieces; nothing when a word is no month.
std::optional<std::vector<Piece>> PiecesOf(std::string_view text, const StoreWords& words) {
  std::vector<Piece> pieces;
  std::size_t at = 0;
  while (at < text.size()) {
    Piece piece;
    std::size_t end = at;
    if (IsDigit(text[at])) {
      while (end < text.size() && IsDigit(text[end])) ++end;
      const auto read = std::from_chars(text.data() + at, text.data() + end, piece.number);
      if (read.ec != std::errc() || piece.number == 0) return std::nullopt;
    } else if (const std::size_t letters = LettersAt(text, at); letters > 0) {
      end = at + letters;
      const std::string_view word = text.substr(at, letters);
      const auto month = words.months.find(word);
      const bool is_linking = word == "de" || word == "del" || word == "di";
      const bool is_ordinal =
          !pieces.empty() && pieces.back().number > 0 && pieces.back().after.empty() &&
          (word == "st" || word == "nd" || word == "rd" || word == "th" || word == "er");
      if (month == words.months.end() && !is_linking && !is_ordinal) return std::nullopt;
      if (month != words.months.end()) piece.month = month->second;
    } else {
      return std::nullopt;  // begins with a mark
    }
    at = end;
    while (at < text.size() && !IsDigit(text[at]) && LettersAt(text, at) == 0) ++at;
    piece.after = text.substr(end, at - end);
    if (piece.number > 0 || piece.month > 0) {
      pieces.push_back(piece);
    } else if (!pieces.empty()) {
      pieces.back().after = piece.after;
    }
  }
  return pieces;
}

std::string Day(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear) return "";
  const std::string text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  return ParseIsoTime(text) ? text : "";
}

}  // namespace

std::string DayOf(std::string_view text, const StoreWords& words) {
  if (text.size() > kLongest) return "";
  std::string plain(text);
  for (const char* sign : {"年", "月", "년", "월"}) plain = ReplaceAll(plain, sign, "-");
  for (const char* sign : {"日", "일"}) plain = ReplaceAll(plain, sign, "");
  const std::string folded = FoldAccents(CollapseSpace(plain));
  const auto pieces = PiecesOf(folded, words);
  if (!pieces || pieces->size() != 3) return "";
  const Piece &a = (*pieces)[0], &b = (*pieces)[1], &c = (*pieces)[2];
  if (a.number > 0 && b.month > 0 && c.number > 0) {
    return a.number >= kFirstYear ? Day(a.number, b.month, c.number)
                                  : Day(c.number, b.month, a.number);
  }
  if (a.month > 0 && b.number > 0 && c.number > 0) return Day(c.number, a.month, b.number);
  if (a.month > 0 || b.month > 0 || c.month > 0) return "";
  if (a.number >= kFirstYear) return Day(a.number, b.number, c.number);
  // Points stand between day, month and year; strokes also the other way round.
  const bool has_points = a.after.starts_with('.') && b.after.starts_with('.');
  if (has_points || a.number > 12 || a.number == b.number) return Day(c.number, b.number, a.number);
  if (b.number > 12) return Day(c.number, a.number, b.number);
  return "";
}

}  // namespace klikpad
