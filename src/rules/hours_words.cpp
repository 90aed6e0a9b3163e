// Puts the words of opening hours of one language together.

#include "rules/hours_words.h"

#include <algorithm>

namespace klikpad {
namespace {

// Characters, not bytes: "mié" is short as "mie" is.
std::size_t Length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

void Add(HoursLexicon& lexicon, const std::string& text, HoursWord word) {
  lexicon.set.AddWords(SplitWordsAndNumbers(text), static_cast<int>(lexicon.words.size()));
  lexicon.words.push_back(word);
}

void AddDays(HoursLexicon& lexicon, const HoursWords& words, std::size_t min_length) {
  for (std::size_t day = 0; day < words.days.size(); ++day) {
    for (const std::string& form : words.days[day]) {
      const std::size_t length = Length(form);
      if (length < min_length) continue;
      const bool is_common = form.ends_with("*");
      const std::string text = form.substr(0, form.size() - (is_common ? 1 : 0));
      // "vrij" is Dutch for free and "zat" for sat: four letters are short too.
      Add(lexicon, text,
          {HoursKind::kDay, static_cast<int>(day) + 1, length <= 4, length == 1 || is_common});
    }
    for (const std::string& compound : DayCompounds(words, day)) {
      Add(lexicon, compound, {HoursKind::kDay, static_cast<int>(day) + 1, false, false});
    }
  }
}

void AddOthers(HoursLexicon& lexicon, const HoursWords& words) {
  for (const auto& [kind, texts] : words.words) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const int value = kind == HoursKind::kNumber ? static_cast<int>(i) + 1 : 0;
      const bool is_tail = kind == HoursKind::kDayPart && texts[i].starts_with("-");
      // The sign "*" parts words and so is none of the text.
      const bool is_count = kind == HoursKind::kTimeMark && texts[i].ends_with("*");
      Add(lexicon, is_tail ? texts[i].substr(1) : texts[i], {kind, value, false, false, is_count});
    }
  }
  for (std::size_t month = 0; month < words.months.size(); ++month) {
    for (const std::string& form : words.months[month]) {
      Add(lexicon, form, {HoursKind::kMonth, static_cast<int>(month) + 1, false, false});
    }
  }
}

}  // namespace

std::vector<std::string> DayCompounds(const HoursWords& words, std::size_t day) {
  std::vector<std::string> compounds;
  const auto parts = words.words.find(HoursKind::kDayPart);
  if (parts == words.words.end() || words.days[day].empty()) return compounds;
  for (const std::string& part : parts->second) {
    const bool is_compound = part.starts_with("-");
    if (is_compound) compounds.push_back(words.days[day].front() + part.substr(1));
  }
  return compounds;
}

HoursLexicon MakeHoursLexicon(const std::map<std::string, HoursWords>& all, std::string_view lang) {
  HoursLexicon lexicon;
  const std::string_view primary = lang.substr(0, lang.find_first_of("-_"));
  const auto own = all.find(std::string(primary));
  if (own != all.end()) {
    AddDays(lexicon, own->second, 1);
    AddOthers(lexicon, own->second);
  }
  const auto english = all.find("en");
  if (english != all.end() && primary != "en") {
    // In Romance texts English abbreviations are words of their own (mon, sun, mar).
    const bool is_germanic = own == all.end() || primary == "nl" || primary == "de";
    AddDays(lexicon, english->second, is_germanic ? 3 : 5);
    AddOthers(lexicon, english->second);
  }
  for (const auto& [language, words] : all) {
    if (language != primary && language != "en") AddDays(lexicon, words, 5);
  }
  return lexicon;
}

}  // namespace klikpad
