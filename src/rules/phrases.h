// Sets of phrases found in text as whole words, whatever their case and accents: the one way in
// which klikpad looks for words, so that "bel" is never found in "belastingdienst".

#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace klikpad {

// A run of letters and digits, and how it stands in its text.
struct TextWord {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  std::string folded;  // lower case, no accents
  // What stands between the previous word and this one, without white space and hyphens: "" for
  // "live chat" and "live-chat", "/" for "24/7", "." over a sentence's end.
  std::string gap;
};

// The words of `text`, at most 200,000. Letters with their marks and digits make words; all else
// parts them.
std::vector<TextWord> SplitWords(std::string_view text);
// The same, with numbers as words of their own: "Maandag19uur" → maandag, 19, uur.
std::vector<TextWord> SplitWordsAndNumbers(std::string_view text);

class PhraseSet {
 public:
  // A phrase without a word in it is ignored. The same phrase may stand for several ids.
  void Add(std::string_view phrase, int id);
  void AddWords(std::vector<TextWord> words, int id);

  struct Hit {
    int id = -1;
    std::size_t first_word = 0;  // index in the words given
    std::size_t word_count = 0;
    std::size_t begin = 0;  // bytes in the text
    std::size_t end = 0;
  };
  // All phrases that start at each word and do not lie within a longer one found before; left to
  // right, longest first, ids of equal phrases in order of adding.
  std::vector<Hit> FindAll(const std::vector<TextWord>& words) const;
  // True when FindAll finds something in the words of `text`; far cheaper than that.
  bool StandsIn(std::string_view text) const;
  // The phrases that are all of the words.
  std::vector<int> FindWhole(const std::vector<TextWord>& words) const;

  bool IsEmpty() const { return by_first_word_.empty(); }

 private:
  struct Phrase {
    std::vector<TextWord> words;
    int id = -1;
  };
  // Passes over nearly all words that begin no phrase, or do not go on in it.
  static constexpr std::size_t kKeys = 1u << 12;
  static std::size_t Key(std::size_t first, std::size_t second, std::size_t last, std::size_t size);
  static std::size_t KeyOfAscii(std::string_view word);
  static std::size_t FirstWordKey(std::string_view word);
  // A phrase begins with the word `folded`, which begins `text` and ends at `end`.
  bool Begins(const std::string& folded, std::string_view text, std::size_t end) const;
  // False only when no phrase has the word behind `end` for its second.
  bool MayGoOn(std::string_view text, std::size_t end) const;
  static bool StandsAt(const Phrase& phrase, const std::vector<TextWord>& words, std::size_t at);

  std::vector<Phrase> phrases_;
  std::size_t longest_ = 0;  // words of the longest
  std::bitset<kKeys> first_words_, second_words_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_word_;  // longest first
};

}  // namespace klikpad
