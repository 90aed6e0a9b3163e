// Reads rules/forms.yaml, and fits its entries to the words of names and texts.

#include "rules/form_words.h"

#include <algorithm>
#include <bitset>
#include <utility>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxWords = 400;

bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsWide(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// Bytes of a sign beyond ASCII at `at` (U+0080 to U+00BF, U+2000 to U+207F, U+3000 to U+303F), else
// 0.
std::size_t SignAt(std::string_view text, std::size_t at) {
  auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  if (byte(0) == 0xC2) return 2;
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) return 3;
  if (byte(0) == 0xE3 && byte(1) == 0x80) return 3;
  return 0;
}

constexpr int kStarts = 1024;

// A small number made of a word's first two bytes, or of its only one.
int StartOf(std::string_view word) {
  const int first = static_cast<unsigned char>(word[0]);
  return word.size() == 1 ? first
                          : (first * 37 + static_cast<unsigned char>(word[1]) * 5) % kStarts;
}

void Flush(std::string& word, std::vector<std::string>& words) {
  if (!word.empty() && words.size() < kMaxWords) words.push_back(FoldAccents(word));
  word.clear();
}

}  // namespace

std::vector<std::string> WordsOfName(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t i = 0; i < name.size(); ++i) {
    char c = name[i];
    if (!IsAsciiLetter(c) && !IsWide(c)) {
      Flush(word, words);
      continue;
    }
    bool begins = IsUpper(c) && i > 0 &&
                  (IsLower(name[i - 1]) ||
                   (IsUpper(name[i - 1]) && i + 1 < name.size() && IsLower(name[i + 1])));
    if (begins) Flush(word, words);
    word.push_back(c);
  }
  Flush(word, words);
  return words;
}

std::vector<std::string> WordsOfText(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  std::string folded = FoldAccents(text);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    char c = folded[i];
    std::size_t sign = SignAt(folded, i);
    if (sign == 0 && (IsAsciiLetter(c) || IsWide(c) || (c >= '0' && c <= '9'))) {
      word.push_back(c);
      continue;
    }
    if (!word.empty() && words.size() < kMaxWords) words.push_back(word);
    word.clear();
    if (sign > 0) i += sign - 1;
  }
  if (!word.empty() && words.size() < kMaxWords) words.push_back(word);
  return words;
}

Result<void> WordList::Add(const Yaml& list) {
  Result<std::vector<std::string>> texts = list.Strings();
  if (!texts) return tl::unexpected(texts.error());
  for (const std::string& text : *texts) {
    Entry entry;
    entry.written = text;
    std::string_view rest = text;
    char how = 'b';
    if (!rest.empty() && (rest.front() == '=' || rest.front() == '*')) {
      how = rest.front();
      rest.remove_prefix(1);
    }
    for (std::string& word : WordsOfText(rest)) entry.words.push_back({std::move(word), how});
    if (entry.words.empty()) return list.Complain("'" + text + "' holds no word");
    const Word& head = entry.words.front();
    if (head.how != '*' && !IsWide(head.text.front())) entry.start = StartOf(head.text);
    entries_.push_back(std::move(entry));
  }
  return {};
}

bool WordList::FitsAt(const Entry& entry, const std::vector<std::string>& words, std::size_t at) {
  if (at + entry.words.size() > words.size()) return false;
  for (std::size_t i = 0; i < entry.words.size(); ++i) {
    const Word& wanted = entry.words[i];
    const std::string& word = words[at + i];
    // Scripts without spaces run words together: there a word may stand anywhere.
    bool is_anywhere = wanted.how == '*' || IsWide(wanted.text.front());
    bool fits = wanted.how == '=' ? word == wanted.text
                : is_anywhere     ? word.find(wanted.text) != std::string::npos
                                  : word.starts_with(wanted.text);
    if (!fits) return false;
  }
  return true;
}

std::string WordList::Which(const std::vector<std::string>& words) const {
  std::bitset<kStarts> starts;  // of the words given, by one byte and by two
  for (const std::string& word : words) {
    if (word.empty()) continue;
    starts.set(static_cast<std::size_t>(StartOf(word)));
    starts.set(static_cast<std::size_t>(StartOf(std::string_view(word).substr(0, 1))));
  }
  for (const Entry& entry : entries_) {
    if (entry.start >= 0 && !starts.test(static_cast<std::size_t>(entry.start))) continue;
    const char first = entry.start < 0 ? '\0' : entry.words.front().text.front();
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (first != '\0' && !words[at].starts_with(first)) continue;
      if (FitsAt(entry, words, at)) return entry.written;
    }
  }
  return "";
}

bool WordList::Fits(const std::vector<std::string>& words) const { return !Which(words).empty(); }

Result<FormWords> ParseFormWords(const Yaml& yaml) {
  if (Result<void> known =
          yaml.AllowOnly({"fields", "kinds", "callback", "answered", "page_feedback", "one_matter",
                          "questions", "steps", "surveys", "embeds", "not_embeds", "examples"});
      !known) {
    return tl::unexpected(known.error());
  }
  FormWords all;
  Result<const Yaml*> fields = yaml.Need("fields");
  if (!fields) return tl::unexpected(fields.error());
  for (const Yaml::Member& member : (*fields)->Members()) {
    std::optional<FieldSense> sense = FromWord<FieldSense>(member.key);
    if (!sense) {
      return member.value.Complain("unknown sense of a field '" + member.key + "'",
                                   Nearest(member.key, AllWords<FieldSense>()));
    }
    if (Result<void> added = all.fields[*sense].Add(member.value); !added) {
      return tl::unexpected(added.error());
    }
  }
  Result<const Yaml*> kinds = yaml.Need("kinds");
  if (!kinds) return tl::unexpected(kinds.error());
  for (const Yaml::Member& member : (*kinds)->Members()) {
    std::optional<FormKind> kind = FromWord<FormKind>(member.key);
    if (!kind) {
      return member.value.Complain("unknown kind of form '" + member.key + "'",
                                   Nearest(member.key, AllWords<FormKind>()));
    }
    if (Result<void> known =
            member.value.AllowOnly({"names", "submit", "heading", "pages", "builders"});
        !known) {
      return tl::unexpected(known.error());
    }
    FormKindWords& words = all.kinds[*kind];
    for (auto [key, list] : {std::pair{"names", &words.names},
                             {"submit", &words.submit},
                             {"heading", &words.heading},
                             {"pages", &words.pages},
                             {"builders", &words.builders}}) {
      const Yaml* value = member.value.Find(key);
      if (!value) continue;
      if (Result<void> added = list->Add(*value); !added) return tl::unexpected(added.error());
    }
  }
  for (const auto& [key, list] : {std::pair{"callback", &all.callback},
                                  {"answered", &all.answered},
                                  {"page_feedback", &all.page_feedback},
                                  {"one_matter", &all.one_matter},
                                  {"questions", &all.questions},
                                  {"steps", &all.steps},
                                  {"surveys", &all.surveys}}) {
    Result<const Yaml*> words = yaml.Need(key);
    if (!words) return tl::unexpected(words.error());
    if (Result<void> added = list->Add(**words); !added) return tl::unexpected(added.error());
  }
  for (const auto& [key, into] :
       {std::pair{"embeds", &all.embeds}, {"not_embeds", &all.not_embeds}}) {
    Result<const Yaml*> embeds = yaml.Need(key);
    if (!embeds) return tl::unexpected(embeds.error());
    Result<std::vector<std::string>> hosts = (*embeds)->Strings();
    if (!hosts) return tl::unexpected(hosts.error());
    *into = std::move(*hosts);
  }
  return all;
}

}  // namespace klikpad
