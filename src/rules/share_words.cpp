// Reads rules/share-buttons.yaml.

#include "rules/share_words.h"

#include <cctype>
#include <utility>

#include "base/text.h"
#include "rules/readings.h"

namespace klikpad {
namespace {

Result<void> ReadSet(const Yaml& yaml, std::string_view key,
                     std::set<std::string, std::less<>>& into) {
  auto list = yaml.Need(key);
  if (!list) return tl::unexpected(list.error());
  auto words = (*list)->Strings();
  if (!words) return tl::unexpected(words.error());
  for (std::string& word : *words) {
    if (word.empty()) return (*list)->Complain("an empty word");
    if (!into.insert(word).second) return (*list)->Complain("'" + word + "' stands here twice");
  }
  return {};
}

bool IsLetterOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// The first bytes of a mark, at `at` in a class.
bool BeginsAs(std::string_view text, std::string_view mark) {
  constexpr std::size_t kBytes = 4;
  const std::string_view begin = mark.substr(0, kBytes);
  return text.size() >= begin.size() && EqualsIgnoreAsciiCase(text.substr(0, begin.size()), begin);
}

}  // namespace

bool MaySayShare(std::string_view css_class, const ShareWords& words) {
  for (std::size_t i = 0; i < css_class.size(); ++i) {
    if (!words.firsts.Has(css_class[i])) continue;
    const bool is_begin = i == 0 || !IsLetterOrDigit(css_class[i - 1]) ||
                          (css_class[i] >= 'A' && css_class[i] <= 'Z');
    if (!is_begin) continue;
    for (const auto* list : {&words.marks, &words.widgets}) {
      for (const std::string& word : *list) {
        if (BeginsAs(css_class.substr(i), word)) return true;
      }
    }
  }
  return false;
}

Result<ShareWords> ParseShareWords(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly(
          {"marks", "not_marks", "attributes", "widgets", "services", "names", "verbs", "fillers"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  ShareWords words;
  for (const auto& [key, into] : {std::pair{"marks", &words.marks},
                                  {"not_marks", &words.not_marks},
                                  {"widgets", &words.widgets},
                                  {"verbs", &words.verbs},
                                  {"fillers", &words.fillers}}) {
    if (auto ok = ReadSet(yaml, key, *into); !ok) return tl::unexpected(ok.error());
  }
  if (auto ok = ReadStrings(yaml, "services", words.services); !ok) {
    return tl::unexpected(ok.error());
  }
  std::string firsts;
  for (const auto* list : {&words.marks, &words.widgets}) {
    for (const std::string& word : *list) {
      firsts += word.front();
      firsts += static_cast<char>(std::toupper(static_cast<unsigned char>(word.front())));
    }
  }
  words.firsts = ByteSet(firsts);
  if (auto ok = ReadStrings(yaml, "attributes", words.attributes); !ok) {
    return tl::unexpected(ok.error());
  }
  auto names = yaml.Need("names");
  if (!names) return tl::unexpected(names.error());
  for (const Yaml::Member& member : (*names)->Members()) {
    auto list = member.value.Strings();
    if (!list) return tl::unexpected(list.error());
    for (const std::string& name : *list) words.channels.emplace(name, member.key);
  }
  return words;
}

}  // namespace klikpad
