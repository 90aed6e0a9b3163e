// Finds a full date among words and numbers.

#include "find/text/dates.h"

#include <algorithm>
#include <string>
#include <vector>

namespace klikpad {
namespace {

// -1 when the word is no number of at most four digits.
int NumberOf(const std::string& word) {
  if (word.empty() || word.size() > 4) return -1;
  int number = 0;
  for (char c : word) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

int DayOf(const std::string& word) {
  std::string digits = word;
  for (const std::string_view ending : {"st", "nd", "rd", "th", "er"}) {
    if (digits.size() > 2 && digits.ends_with(ending)) {
      digits.resize(digits.size() - 2);
      break;
    }
  }
  const int day = digits.size() <= 2 ? NumberOf(digits) : -1;
  return day >= 1 && day <= 31 ? day : -1;
}

bool IsYear(int number) { return number >= 1990 && number <= 2099; }

}  // namespace

bool HasFullDate(std::string_view text, const Vocabulary& vocabulary) {
  const std::vector<TextWord> words = SplitWords(text);
  const auto is_month = [&](std::size_t i) {
    return vocabulary.Term("months", words[i].folded) != nullptr;
  };
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    const int first = NumberOf(words[i].folded);
    const int second = NumberOf(words[i + 1].folded);
    const int third = NumberOf(words[i + 2].folded);
    if (DayOf(words[i].folded) > 0 && is_month(i + 1) && IsYear(third)) return true;
    if (is_month(i) && DayOf(words[i + 1].folded) > 0 && IsYear(third)) return true;
    if (first < 1 || second < 1 || third < 1) continue;
    const bool is_joined = words[i + 1].gap == words[i + 2].gap && words[i + 1].gap.size() <= 1;
    if (!is_joined) continue;
    if (IsYear(first) && second <= 12 && third <= 31) return true;
    if (IsYear(third) && first <= 31 && second <= 31 && std::min(first, second) <= 12) return true;
  }
  return false;
}

}  // namespace klikpad
