// Words by their first byte: a text is walked once, and only words that can begin there are
// compared.

#include "rules/word_table.h"

#include <utility>

namespace klikpad {

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
}

void WordTable::Add(std::string word) {
  if (word.empty()) return;
  by_first_[static_cast<unsigned char>(word.front())].push_back(words_.size());
  words_.push_back(std::move(word));
}

std::vector<WordTable::Hit> WordTable::FindAll(std::string_view text) const {
  std::vector<Hit> hits;
  bool is_inside = false;  // a word byte came before
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_word = IsWordByte(text[at]);
    if (!(is_inside && is_word)) {
      for (std::size_t index : by_first_[static_cast<unsigned char>(text[at])]) {
        const std::string& word = words_[index];
        if (text.compare(at, word.size(), word) != 0) continue;
        const std::size_t end = at + word.size();
        if (end < text.size() && IsWordByte(word.back()) && IsWordByte(text[end])) continue;
        hits.push_back({at, end, index});
      }
    }
    is_inside = is_word;
  }
  return hits;
}

WordTable::Hit WordTable::LongestAt(std::string_view text, std::size_t at) const {
  Hit best;
  if (at >= text.size()) return best;
  for (std::size_t index : by_first_[static_cast<unsigned char>(text[at])]) {
    const std::string& word = words_[index];
    if (text.compare(at, word.size(), word) != 0) continue;
    const std::size_t end = at + word.size();
    if (end < text.size() && IsWordByte(word.back()) && IsWordByte(text[end])) continue;
    if (end > best.end) best = {at, end, index};
  }
  return best;
}

}  // namespace klikpad
