// Many words and phrases looked up at once in a short text, each as a whole word.

#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

// Letters, digits and all bytes beyond ASCII make words; text is folded (lower case) beforehand.
bool IsWordByte(char c);

class WordTable {
 public:
  struct Hit {
    std::size_t begin = 0, end = 0;  // in the text
    std::size_t index = 0;           // of the word, in the order of Add
  };

  void Add(std::string word);
  bool IsEmpty() const { return words_.empty(); }
  // All hits, by begin, then by index. Words may overlap.
  std::vector<Hit> FindAll(std::string_view text) const;
  // The longest word that stands at `at` and ends there a word; end 0 when none does.
  Hit LongestAt(std::string_view text, std::size_t at) const;

 private:
  std::vector<std::string> words_;
  std::array<std::vector<std::size_t>, 256> by_first_;  // indexes by first byte
};

}  // namespace klikpad
