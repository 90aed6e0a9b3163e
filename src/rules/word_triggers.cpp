// A hash table by the first eight bytes and the length of a word.

#include "rules/word_triggers.h"

#include "rules/phrases.h"

namespace klikpad {

void WordTriggers::Put(std::uint64_t key, std::uint32_t bits) {
  std::size_t at = SlotOf(key, slots_.size());
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
  if (slots_[at].key == 0) ++count_;
  slots_[at].key = key;
  slots_[at].bits |= bits;
}

namespace {

std::uint64_t KeyOf(const std::string& folded) {
  return WordTriggers::Key(folded.data(), folded.size(), folded.data() + folded.size());
}

}  // namespace

void WordTriggers::Add(std::string_view phrase, std::uint32_t bits) {
  const auto words = SplitWordsAndNumbers(phrase);
  if (!words.empty()) AddKey(KeyOf(words.front().folded), bits);
}

void WordTriggers::AddTwo(std::string_view phrase, std::uint32_t bits) {
  const auto words = SplitWordsAndNumbers(phrase);
  if (words.size() < 2) return Add(phrase, bits);
  AddKey(KeyOf(words[0].folded), trigger::kOpensTwo);
  AddKey(Two(KeyOf(words[0].folded), KeyOf(words[1].folded)), bits);
}

void WordTriggers::AddKey(std::uint64_t key, std::uint32_t bits) {
  if (count_ * 8 >= slots_.size()) {
    std::vector<Slot> old(slots_.empty() ? 1024 : slots_.size() * 2);
    old.swap(slots_);
    count_ = 0;
    for (const Slot& slot : old) {
      if (slot.key != 0) Put(slot.key, slot.bits);
    }
  }
  Put(key, bits);
}

}  // namespace klikpad
