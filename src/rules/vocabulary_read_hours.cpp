// Reads the days, words, months and examples of rules/vocabulary/hours.yaml.

#include "rules/read_help.h"
#include "rules/vocabulary.h"

namespace klikpad {

Result<void> Vocabulary::AddHoursDays(const Yaml& yaml) {
  const std::vector<std::string> days{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
  for (const Yaml::Member& language : yaml.Members()) {
    if (auto ok = language.value.AllowOnly(days); !ok) return ok;
    HoursWords& hours = hours_[language.key];
    for (const std::string& day : days) {
      auto forms = language.value.Need(day);
      if (!forms) return tl::unexpected(forms.error());
      auto texts = (*forms)->Strings();
      if (!texts) return tl::unexpected(texts.error());
      hours.days.push_back(*std::move(texts));
    }
  }
  return {};
}

Result<void> Vocabulary::AddHoursWords(const Yaml& yaml) {
  for (const Yaml::Member& language : yaml.Members()) {
    if (auto ok = language.value.AllowOnly(AllWords<HoursKind>()); !ok) return ok;
    for (const Yaml::Member& member : language.value.Members()) {
      auto texts = member.value.Strings();
      if (!texts) return tl::unexpected(texts.error());
      hours_[language.key].words[*FromWord<HoursKind>(member.key)] = *std::move(texts);
    }
  }
  return {};
}

Result<void> Vocabulary::AddHoursMonths(const Yaml& yaml) {
  for (const Yaml::Member& language : yaml.Members()) {
    if (language.value.Items().size() != 12) return language.value.Complain("a year has 12 months");
    for (const Yaml& month : language.value.Items()) {
      auto texts = month.Strings();
      if (!texts) return tl::unexpected(texts.error());
      hours_[language.key].months.push_back(*std::move(texts));
    }
  }
  return {};
}

Result<void> Vocabulary::AddHoursExamples(const Yaml& yaml) {
  for (const Yaml& item : yaml.Items()) {
    if (auto ok = item.AllowOnly({"lang", "text", "means", "source"}); !ok) return ok;
    HoursExample example;
    example.place = PlaceOf(item);
    for (const auto& [key, target] :
         {std::pair{"lang", &example.lang}, std::pair{"text", &example.text},
          std::pair{"means", &example.means}}) {
      auto text = NeedText(item, key);
      if (!text) return tl::unexpected(text.error());
      *target = *text;
    }
    hours_examples_.push_back(std::move(example));
  }
  return {};
}

}  // namespace klikpad
