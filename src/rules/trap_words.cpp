// Reads rules/traps.yaml.

#include "rules/trap_words.h"

#include <utility>

#include "base/text.h"

namespace klikpad {

Result<TrapWords> ParseTrapWords(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly(
          {"calendar_parameters", "calendar_folders", "paging_parameters", "paging_folders"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  TrapWords words;
  for (const auto& [key, out] : {std::pair{"calendar_parameters", &words.calendar_parameters},
                                 {"calendar_folders", &words.calendar_folders},
                                 {"paging_parameters", &words.paging_parameters},
                                 {"paging_folders", &words.paging_folders}}) {
    auto list = yaml.Need(key);
    if (!list) return tl::unexpected(list.error());
    auto texts = (*list)->Strings();
    if (!texts) return tl::unexpected(texts.error());
    for (const std::string& text : *texts) {
      if (text.empty()) return (*list)->Complain("an empty word");
      if (!out->insert(AsciiLower(text)).second) {
        return (*list)->Complain("'" + text + "' stands here twice");
      }
    }
  }
  return words;
}

}  // namespace klikpad
