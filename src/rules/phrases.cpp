// Words out of text, and phrases found by their first word.

#include "rules/phrases.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxWords = 200'000;

// One character of valid UTF-8 at `at`; a broken byte counts as a character of its own.
struct Character {
  char32_t code = 0;
  std::size_t length = 1;
};

Character CharacterAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (length == 1 || at + length > text.size()) return {0xFFFD, 1};
  char32_t code = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {0xFFFD, 1};
    code = (code << 6) | (byte(i) & 0x3Fu);
  }
  return {code, length};
}

// Outside ASCII everything is a letter but the blocks of punctuation, symbols and emoji.
bool IsWordCharacter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7 || c == 0xFFFD) return false;
  if (c >= 0x2000 && c <= 0x2BFF) return false;
  if (c >= 0x3000 && c <= 0x303F) return false;
  if (c >= 0xE000 && c <= 0xF8FF) return false;  // private use: icon fonts
  if (c >= 0xFE00 && c <= 0xFE0F) return false;
  return c < 0x1F000;
}

bool IsSpaceOrHyphen(char32_t c) {
  return c <= 0x20 || c == '-' || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x2015) ||
         c == 0x202F || c == 0x2060 || c == 0x2212 || c == 0x3000 || c == 0xFEFF;
}

bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }

// Of ASCII: 0 for what parts words, 1 for letters, 2 for digits. Above: 0.
constexpr std::array<std::uint8_t, 256> kAsciiKinds = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) kinds[c] = kinds[c - 32] = 1;
  for (std::size_t c = '0'; c <= '9'; ++c) kinds[c] = 2;
  return kinds;
}();
std::uint8_t AsciiKind(char c) { return kAsciiKinds[static_cast<unsigned char>(c)]; }
bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

std::string FoldAscii(std::string_view word) {
  std::string folded(word);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return folded;
}

// Of the word whose first character stands at `at`.
std::size_t EndOfWord(std::string_view text, std::size_t at, bool has_own_numbers) {
  const bool is_number = IsDigit(CharacterAt(text, at).code);
  while (at < text.size()) {
    const Character next = CharacterAt(text, at);
    if (!IsWordCharacter(next.code)) break;
    if (has_own_numbers && IsDigit(next.code) != is_number) break;
    at += next.length;
  }
  return at;
}

std::vector<TextWord> Split(std::string_view text, bool has_own_numbers,
                            std::size_t most = kMaxWords) {
  std::vector<TextWord> words;
  words.reserve(std::min(text.size() / 5 + 1, most));
  std::string gap;
  std::size_t at = 0;
  while (at < text.size() && words.size() < most) {
    // Nearly all text: a space, a word of ASCII.
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    if (const std::uint8_t kind = AsciiKind(text[at]); kind != 0) {
      std::size_t end = at + 1;
      while (end < text.size() && AsciiKind(text[end]) != 0 &&
             (!has_own_numbers || AsciiKind(text[end]) == kind)) {
        ++end;
      }
      if (end == text.size() || IsAscii(text[end])) {
        words.push_back({at, end, FoldAscii(text.substr(at, end - at)), std::move(gap)});
        gap.clear();
        at = end;
        continue;
      }
    }
    const Character c = CharacterAt(text, at);
    if (!IsWordCharacter(c.code)) {
      if (c.code == 0x2018 || c.code == 0x2019) {
        gap += '\'';
      } else if (!IsSpaceOrHyphen(c.code) && gap.size() < 16) {
        gap.append(text.substr(at, c.length));
      }
      at += c.length;
      continue;
    }
    const std::size_t begin = at;
    at = EndOfWord(text, at, has_own_numbers);
    words.push_back({begin, at, FoldAccents(text.substr(begin, at - begin)), std::move(gap)});
    gap.clear();
  }
  return words;
}

}  // namespace

std::vector<TextWord> SplitWords(std::string_view text) { return Split(text, false); }

std::vector<TextWord> SplitWordsAndNumbers(std::string_view text) { return Split(text, true); }

void PhraseSet::Add(std::string_view phrase, int id) { AddWords(SplitWords(phrase), id); }

void PhraseSet::AddWords(std::vector<TextWord> words, int id) {
  Phrase added{std::move(words), id};
  if (added.words.empty()) return;
  auto& same = by_first_word_[added.words.front().folded];
  first_words_.set(FirstWordKey(added.words.front().folded));
  if (added.words.size() > 1) second_words_.set(FirstWordKey(added.words[1].folded));
  const std::size_t length = added.words.size();
  longest_ = std::max(longest_, length);
  phrases_.push_back(std::move(added));
  const auto place = std::find_if(same.begin(), same.end(), [&](std::size_t other) {
    return phrases_[other].words.size() < length;
  });
  same.insert(place, phrases_.size() - 1);
}

std::size_t PhraseSet::Key(std::size_t first, std::size_t second, std::size_t last,
                           std::size_t size) {
  return (first * 131u + second * 31u + last * 7u + size) % kKeys;
}

// Of a word as it is written: setting that bit makes capitals small and leaves digits as they are.
std::size_t PhraseSet::KeyOfAscii(std::string_view word) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(word[i] | 0x20); };
  const std::size_t second = word.size() > 1 ? byte(1) : 0;
  return Key(byte(0), second, byte(word.size() - 1), word.size());
}

std::size_t PhraseSet::FirstWordKey(std::string_view word) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(word[i]); };
  if (word.empty()) return 0;
  const std::size_t second = word.size() > 1 ? byte(1) : 0;
  return Key(byte(0), second, byte(word.size() - 1), word.size());
}

bool PhraseSet::StandsAt(const Phrase& phrase, const std::vector<TextWord>& words, std::size_t at) {
  if (at + phrase.words.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    if (phrase.words[i].folded != words[at + i].folded) return false;
    if (i > 0 && phrase.words[i].gap != words[at + i].gap) return false;
  }
  return true;
}

bool PhraseSet::MayGoOn(std::string_view text, std::size_t end) const {
  while (end < text.size() && IsAscii(text[end]) && AsciiKind(text[end]) == 0) ++end;
  const std::size_t begin = end;
  while (end < text.size() && AsciiKind(text[end]) != 0) ++end;
  if (end < text.size() && !IsAscii(text[end]))
    return true;  // a word with other letters, or a sign
  return end > begin && second_words_.test(KeyOfAscii(text.substr(begin, end - begin)));
}

bool PhraseSet::Begins(const std::string& folded, std::string_view text, std::size_t end) const {
  const auto same = by_first_word_.find(folded);
  if (same == by_first_word_.end()) return false;
  if (phrases_[same->second.back()].words.size() == 1) return true;
  if (!MayGoOn(text, end)) return false;
  const std::vector<TextWord> words = Split(text, false, longest_);
  return std::any_of(same->second.begin(), same->second.end(),
                     [&](std::size_t index) { return StandsAt(phrases_[index], words, 0); });
}

bool PhraseSet::StandsIn(std::string_view text) const {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && AsciiKind(text[end]) != 0) ++end;
    if (end > at && (end == text.size() || IsAscii(text[end]))) {
      const std::size_t begin = at;
      const std::string_view word = text.substr(begin, end - begin);
      at = end;
      if (first_words_.test(KeyOfAscii(word)) &&
          Begins(FoldAscii(word), text.substr(begin), word.size())) {
        return true;
      }
      continue;
    }
    const Character c = CharacterAt(text, at);
    if (!IsWordCharacter(c.code)) {
      at += c.length;
      continue;
    }
    const std::size_t begin = at;
    at = EndOfWord(text, at, false);
    if (Begins(FoldAccents(text.substr(begin, at - begin)), text.substr(begin), at - begin)) {
      return true;
    }
  }
  return false;
}

std::vector<PhraseSet::Hit> PhraseSet::FindAll(const std::vector<TextWord>& words) const {
  std::vector<Hit> hits;
  std::size_t covered = 0;  // words before this index lie within a phrase found
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!first_words_.test(FirstWordKey(words[at].folded))) continue;
    const auto same = by_first_word_.find(words[at].folded);
    if (same == by_first_word_.end()) continue;
    std::size_t length = 0;
    for (std::size_t index : same->second) {
      const Phrase& phrase = phrases_[index];
      if (length != 0 && phrase.words.size() < length) break;
      if (at + phrase.words.size() <= covered || !StandsAt(phrase, words, at)) continue;
      length = phrase.words.size();
      hits.push_back({phrase.id, at, length, words[at].begin, words[at + length - 1].end});
    }
    covered = std::max(covered, at + length);
  }
  return hits;
}

std::vector<int> PhraseSet::FindWhole(const std::vector<TextWord>& words) const {
  std::vector<int> ids;
  if (words.empty()) return ids;
  const auto same = by_first_word_.find(words.front().folded);
  if (same == by_first_word_.end()) return ids;
  for (std::size_t index : same->second) {
    if (phrases_[index].words.size() == words.size() && StandsAt(phrases_[index], words, 0)) {
      ids.push_back(phrases_[index].id);
    }
  }
  return ids;
}

}  // namespace klikpad
