// Remembers the answer for each text of a list, up to a limit.

#include "evidence/terms.h"

#include <map>
#include <memory>
#include <unordered_map>

#include "base/text.h"

namespace klikpad {

namespace {

// Enough for the distinct labels of a large site; then it starts anew.
constexpr std::size_t kMaxRemembered = 200'000;
constexpr std::size_t kMaxRememberedBytes = 200;

using Memory = std::unordered_map<std::string, const std::string*>;  // text → word or null

}  // namespace

TermFinder VocabularyTerms(const Vocabulary& vocabulary) {
  auto memories = std::make_shared<std::map<std::string, Memory, std::less<>>>();
  return [&vocabulary, memories](std::string_view list,
                                 std::string_view text) -> Result<std::optional<std::string>> {
    auto memory = memories->find(list);
    if (memory == memories->end()) {
      if (!vocabulary.HasList(list)) {
        const std::string name(list);
        return Fail("unknown word list '" + name + "'", "", 0,
                    Nearest(name, vocabulary.ListNames()));
      }
      memory = memories->emplace(std::string(list), Memory{}).first;
    }
    const std::string* word = nullptr;
    if (text.size() > kMaxRememberedBytes) {
      word = vocabulary.Term(list, text);
    } else {
      if (memory->second.size() >= kMaxRemembered) memory->second.clear();
      auto [entry, is_new] = memory->second.try_emplace(std::string(text), nullptr);
      if (is_new) entry->second = vocabulary.Term(list, text);
      word = entry->second;
    }
    return word ? std::optional<std::string>(*word) : std::nullopt;
  };
}

}  // namespace klikpad
