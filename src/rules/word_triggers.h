// The first words of all phrases that detectors look for, so that one pass over a text tells which
// detectors need to read it at all. It may say yes too often, never no where a phrase begins.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

// What a word of a text may be; bits of a mask.
namespace trigger {
inline constexpr std::uint32_t kDay = 1u << 0;      // a name of a day or of several
inline constexpr std::uint32_t kWeakDay = 1u << 1;  // an abbreviation that is a common word too
inline constexpr std::uint32_t kClock = 1u << 2;    // a time in words: "noon", "half", "nine"
inline constexpr std::uint32_t kRange = 1u << 3;    // stands between two times: "tot"
inline constexpr std::uint32_t kHours = 1u << 4;    // a word that says that hours are meant
inline constexpr std::uint32_t kAnyHour = 1u << 5;  // "24" of "24/7", "dag" of "dag en nacht"
inline constexpr std::uint32_t kChannel = 1u << 7;  // a name of a channel
inline constexpr std::uint32_t kCallback = 1u << 8;
inline constexpr std::uint32_t kAtSign = 1u << 9;     // "apenstaartje"
inline constexpr std::uint32_t kChat = 1u << 10;      // wording of chat buttons
inline constexpr std::uint32_t kList = 1u << 11;      // "en" of "tussen 9 en 5"
inline constexpr std::uint32_t kTimeMark = 1u << 6;   // "uur", "Uhr", "h" behind a time
inline constexpr std::uint32_t kOpensTwo = 1u << 12;  // a phrase of AddTwo: ask OfTwo
}  // namespace trigger

class WordTriggers {
 public:
  // `phrase` as written; its first run of letters, or of digits, is what counts.
  void Add(std::string_view phrase, std::uint32_t bits);
  // The same by its first two runs together; by the first when it has no second.
  void AddTwo(std::string_view phrase, std::uint32_t bits);

  // What a run of letters or of digits may begin. `word` may be in upper or lower case; accents of
  // words beyond ASCII must be folded. Bytes behind the word are looked at up to `readable_end`.
  std::uint32_t Of(const char* word, std::size_t size, const char* readable_end) const {
    return OfKey(Key(word, size, readable_end));
  }
  // The same by the keys of words, and of two that follow each other.
  static std::uint64_t Key(const char* word, std::size_t size, const char* readable_end) {
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
  std::uint32_t OfKey(std::uint64_t key) const {
    if (slots_.empty()) return 0;
    for (std::size_t at = SlotOf(key, slots_.size());; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].key == key) return slots_[at].bits;
      if (slots_[at].key == 0) return 0;
    }
  }
  std::uint32_t OfTwo(std::uint64_t first, std::uint64_t second) const {
    return OfKey(Two(first, second));
  }

 private:
  static std::uint64_t Two(std::uint64_t first, std::uint64_t second) {
    return (first * 0x9E3779B97F4A7C15u) ^ second;
  }
  static std::size_t SlotOf(std::uint64_t key, std::size_t slots) {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> 32) & (slots - 1);
  }
  void AddKey(std::uint64_t key, std::uint32_t bits);
  void Put(std::uint64_t key, std::uint32_t bits);

  struct Slot {
    std::uint64_t key = 0;  // 0: free
    std::uint32_t bits = 0;
  };
  std::vector<Slot> slots_;  // a power of two of them, at most an eighth of them taken
  std::size_t count_ = 0;
};

}  // namespace klikpad
