// Reads rules/vocabulary/*.yaml. What a file says is told by its keys, so that words can be put
// into as many files as is handy: one a subject, one a language.

#include <fmt/format.h>

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "rules/read_help.h"
#include "rules/vocabulary.h"

namespace klikpad {

Result<void> Vocabulary::AddLabels(const Yaml& yaml) {
  for (const Yaml::Member& language : yaml.Members()) {
    for (const Yaml& item : language.value.Items()) {
      if (auto ok = item.AllowOnly({"text", "strength", "intent", "note", "source", "example"});
          !ok) {
        return ok;
      }
      auto text = NeedText(item, "text");
      if (!text) return tl::unexpected(text.error());
      auto strength = NeedText(item, "strength");
      if (!strength) return tl::unexpected(strength.error());
      auto intent = NeedText(item, "intent");
      if (!intent) return tl::unexpected(intent.error());
      const auto grade = FromWord<Strength>(*strength);
      if (!grade) {
        return item.Find("strength")
            ->Complain(fmt::format("unknown strength '{}'", *strength),
                       Nearest(*strength, AllWords<Strength>()));
      }
      LabelWord label{*text, language.key, *grade, *intent, ""};
      if (const Yaml* source = item.Find("source")) label.source = source->Scalar();
      label_examples_.push_back({*text, *text, true, PlaceOf(item)});
      if (const Yaml* example = item.Find("example")) {
        label_examples_.push_back({*text, example->Scalar(), true, PlaceOf(item)});
      }
      label_set_.Add(*text, static_cast<int>(labels_.size()));
      labels_.push_back(std::move(label));
    }
    languages_.push_back(language.key);
  }
  return {};
}

Result<void> Vocabulary::AddPaths(const Yaml& yaml) {
  for (const Yaml& item : yaml.Items()) {
    if (auto ok = item.AllowOnly({"path", "lang", "source"}); !ok) return ok;
    auto path = NeedText(item, "path");
    if (!path) return tl::unexpected(path.error());
    paths_.Add(*path, 0);
  }
  return {};
}

Result<void> Vocabulary::AddHostPrefixes(const Yaml& yaml) {
  for (const Yaml& item : yaml.Items()) {
    if (auto ok = item.AllowOnly({"prefix", "lang", "source"}); !ok) return ok;
    auto prefix = NeedText(item, "prefix");
    if (!prefix) return tl::unexpected(prefix.error());
    host_prefixes_.push_back(*prefix);
  }
  return {};
}

Result<void> Vocabulary::AddFalseScents(const Yaml& yaml) {
  for (const Yaml& item : yaml.Items()) {
    if (auto ok = item.AllowOnly({"word", "lang", "phrases", "compounds", "source"}); !ok)
      return ok;
    auto word = NeedText(item, "word");
    if (!word) return tl::unexpected(word.error());
    auto phrases = TextsOf(item, "phrases");
    if (!phrases) return tl::unexpected(phrases.error());
    auto compounds = TextsOf(item, "compounds");
    if (!compounds) return tl::unexpected(compounds.error());
    for (const std::string& phrase : *phrases) {
      misleading_set_.Add(phrase, static_cast<int>(misleading_.size()));
      misleading_.push_back(phrase);
      label_examples_.push_back({*word, phrase, false, PlaceOf(item)});
    }
    for (const std::string& compound : *compounds) {
      label_examples_.push_back({*word, compound, false, PlaceOf(item)});
    }
  }
  return {};
}

Result<void> Vocabulary::AddChannel(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"channel", "names", "words", "letters", "alone"}); !ok) return ok;
  auto channel = NeedText(yaml, "channel");
  if (!channel) return tl::unexpected(channel.error());
  bool is_alone = false;
  if (const Yaml* alone = yaml.Find("alone")) {
    auto value = alone->Bool();
    if (!value) return tl::unexpected(value.error());
    is_alone = *value;
  }
  for (const std::string_view key : {"names", "words"}) {
    const Yaml* by_language = yaml.Find(key);
    if (!by_language) continue;
    for (const Yaml::Member& language : by_language->Members()) {
      auto texts = language.value.Strings();
      if (!texts) return tl::unexpected(texts.error());
      for (const std::string& text : *texts) {
        channel_set_.Add(text, static_cast<int>(channel_names_.size()));
        channel_names_.push_back({*channel, language.key, key == "names", is_alone, text});
        if (key != "names") continue;
        WordList& plain = lists_["plain-" + *channel];
        plain.set.Add(text, static_cast<int>(plain.words.size()));
        plain.words.push_back(text);
      }
    }
  }
  return {};
}

Result<void> Vocabulary::AddChannels(const Yaml& yaml) {
  for (const Yaml& item : yaml.Items()) {
    if (auto ok = AddChannel(item); !ok) return ok;
  }
  return {};
}

Result<void> Vocabulary::AddList(const std::string& name, const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"about", "words", "except", "examples", "not_examples", "source"});
      !ok) {
    return ok;
  }
  if (lists_.count(name) != 0)
    return yaml.Complain(fmt::format("list '{}' stands here twice", name));
  auto words = yaml.Need("words");
  if (!words) return tl::unexpected(words.error());
  auto texts = (*words)->Strings();
  if (!texts) return tl::unexpected(texts.error());
  WordList list;
  for (const std::string& text : *texts) {
    if (std::find(list.words.begin(), list.words.end(), text) != list.words.end()) {
      return (*words)->Complain(fmt::format("'{}' stands twice in list '{}'", text, name));
    }
    list.set.Add(text, static_cast<int>(list.words.size()));
    list.words.push_back(text);
  }
  auto exceptions = TextsOf(yaml, "except");
  if (!exceptions) return tl::unexpected(exceptions.error());
  for (const std::string& exception : *exceptions) list.set.Add(exception, -1);
  for (const std::string_view key : {"examples", "not_examples"}) {
    auto examples = TextsOf(yaml, key);
    if (!examples) return tl::unexpected(examples.error());
    for (const std::string& example : *examples) {
      list_examples_.push_back({name, example, key == "examples", PlaceOf(yaml)});
    }
  }
  lists_.emplace(name, std::move(list));
  return {};
}

Result<void> Vocabulary::AddLists(const Yaml& yaml) {
  for (const Yaml::Member& list : yaml.Members()) {
    if (auto ok = AddList(list.key, list.value); !ok) return ok;
  }
  return {};
}

Result<void> Vocabulary::AddFile(const Yaml& yaml) {
  if (auto ok =
          yaml.AllowOnly({"source", "labels", "paths", "host_prefixes", "false_scents", "channels",
                          "lists", "filler", "roles", "days", "words", "months", "examples"});
      !ok) {
    return ok;
  }
  struct Part {
    std::string_view key;
    Result<void> (Vocabulary::*add)(const Yaml&);
  };
  for (const Part& part :
       {Part{"labels", &Vocabulary::AddLabels}, Part{"paths", &Vocabulary::AddPaths},
        Part{"host_prefixes", &Vocabulary::AddHostPrefixes},
        Part{"false_scents", &Vocabulary::AddFalseScents},
        Part{"channels", &Vocabulary::AddChannels}, Part{"lists", &Vocabulary::AddLists},
        Part{"roles", &Vocabulary::AddRoles}, Part{"days", &Vocabulary::AddHoursDays},
        Part{"words", &Vocabulary::AddHoursWords}, Part{"months", &Vocabulary::AddHoursMonths},
        Part{"examples", &Vocabulary::AddHoursExamples}}) {
    const Yaml* value = yaml.Find(part.key);
    if (!value) continue;
    if (auto ok = (this->*part.add)(*value); !ok) return ok;
  }
  auto filler = TextsOf(yaml, "filler");
  if (!filler) return tl::unexpected(filler.error());
  for (const std::string& word : *filler) filler_.push_back(FoldAccents(word));
  return {};
}

void Vocabulary::Finish() {
  lexicons_[""] = MakeHoursLexicon(hours_, "");
  for (const auto& [language, hours] : hours_) {
    lexicons_[language] = MakeHoursLexicon(hours_, language);
    for (const std::vector<std::string>& forms : hours.days) {
      for (const std::string& form : forms) {
        if (form.size() >= 5) full_days_.Add(form, static_cast<int>(day_languages_.size()));
      }
    }
    for (const auto& [kind, texts] : hours.words) {
      for (const std::string& text : texts) {
        if (text.size() >= 7) long_hours_.Add(text, static_cast<int>(day_languages_.size()));
      }
    }
    day_languages_.push_back(language);
  }
  for (std::vector<std::string>* list : {&languages_, &host_prefixes_, &filler_}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
  for (const auto& [role, text] : pending_labels_) {
    role_labels_.AddWords(WithoutFiller(SplitWords(text), {}), static_cast<int>(role));
  }
  pending_labels_.clear();
  for (const LabelWord& label : labels_) {
    WordList& list = lists_["intent-" + label.intent];
    if (std::find(list.words.begin(), list.words.end(), label.text) != list.words.end()) continue;
    list.set.Add(label.text, static_cast<int>(list.words.size()));
    list.words.push_back(label.text);
  }
}

Result<Vocabulary> ParseVocabulary(const std::vector<Yaml>& files) {
  Vocabulary vocabulary;
  for (const Yaml& file : files) {
    if (auto ok = vocabulary.AddFile(file); !ok) return tl::unexpected(ok.error());
  }
  vocabulary.Finish();
  return vocabulary;
}

Result<Vocabulary> LoadVocabulary(const std::string& folder) {
  auto names = ListFiles(folder);
  if (!names) return tl::unexpected(names.error());
  std::vector<Yaml> files;
  for (const std::string& name : *names) {
    if (!name.ends_with(".yaml")) continue;
    auto yaml = Yaml::Load(folder + "/" + name);
    if (!yaml) return tl::unexpected(yaml.error());
    files.push_back(*std::move(yaml));
  }
  return ParseVocabulary(files);
}

}  // namespace klikpad
