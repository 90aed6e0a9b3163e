// Asking the vocabulary from SQL.

#include "app/terms.h"

#include <fmt/format.h>

#include "base/text.h"

namespace klikpad {

TermFinder TermsOf(const Vocabulary& words) {
  return
      [&words](std::string_view list, std::string_view text) -> Result<std::optional<std::string>> {
        if (!words.HasList(list)) {
          return Fail(fmt::format("there is no word list '{}'", list), "", 0,
                      Nearest(list, words.ListNames()));
        }
        const std::string* word = words.Term(list, text);
        if (word == nullptr) return std::nullopt;
        return *word;
      };
}

}  // namespace klikpad
