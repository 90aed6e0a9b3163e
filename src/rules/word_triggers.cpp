// A hash table by the first eight bytes and the length of a word.

#include "rules/word_triggers.h"

#include <cstring>

#include "rules/phrases.h"

namespace klikpad {

std::uint64_t WordTriggers::Key(const char* word, std::size_t size, const char* readable_end) {
  std::uint64_t bytes = 0;
  if (readable_end - word >= 8) {
    std::memcpy(&bytes, word, 8);
    if (size < 8) bytes &= (std::uint64_t{1} << (size * 8)) - 1;
  } else {
    std::memcpy(&bytes, word, size < 8 ? size : 8);
  }
  // Lower case for letters; digits have that bit anyway. Never 0, since words are not empty.
  bytes |= size >= 8 ? 0x2020202020202020u
                     : 0x2020202020202020u & ((std::uint64_t{1} << (size * 8)) - 1);
  return bytes ^ (static_cast<std::uint64_t>(size) << 56);
}

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
  AddKey(Two(KeyOf(words[0].folded), KeyOf(words[1].folded)), bits);
}

void WordTriggers::AddKey(std::uint64_t key, std::uint32_t bits) {
  if (count_ * 2 >= slots_.size()) {
    std::vector<Slot> old(slots_.empty() ? 1024 : slots_.size() * 2);
    old.swap(slots_);
    count_ = 0;
    for (const Slot& slot : old) {
      if (slot.key != 0) Put(slot.key, slot.bits);
    }
  }
  Put(key, bits);
}

std::uint32_t WordTriggers::OfKey(std::uint64_t key) const {
  if (slots_.empty()) return 0;
  for (std::size_t at = SlotOf(key, slots_.size());; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].key == key) return slots_[at].bits;
    if (slots_[at].key == 0) return 0;
  }
}

}  // namespace klikpad
