// Words by language (rules/vocabulary/*.yaml): labels that promise contact, addresses, the names of
// channels, what tells a page's role, word lists for checks, and how opening hours read. Everything
// is matched as whole words (rules/phrases.h).

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "model/words.h"
#include "rules/hours_words.h"
#include "rules/phrases.h"

namespace klikpad {

// How surely a visitor who looks for a person follows a label.
enum class Strength { kWeak, kMedium, kStrong };
template <>
struct Words<Strength> {
  static constexpr std::array kList{"weak"sv, "medium"sv, "strong"sv};
};

// A text beside a word that must (or must not) be recognised; tests run them all.
struct WordExample {
  std::string word;
  std::string text;
  bool is_match = true;
  std::string place;  // "labels.yaml:12"
};

struct LabelWord {
  std::string text;
  std::string lang;
  Strength strength = Strength::kWeak;
  std::string intent;  // page, phone, mail, chat, form, help, faq, social, about, legal …
  std::string source;  // "" = the file's
};

struct LabelMatch {
  const LabelWord* label = nullptr;
  bool is_whole = false;  // the label is all of the text
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
};

// A name of a channel in some language.
struct ChannelName {
  std::string channel;
  std::string lang;       // "" = any
  bool is_plain = false;  // what everyone calls it; else a word that goes with it
  bool is_alone = false;  // counts only as the whole label or beside another channel's name
  std::string text;
};

struct ChannelMatch {
  const ChannelName* name = nullptr;
  bool is_whole = false;
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct HoursExample {
  std::string lang, text, means, place;
};

class Vocabulary {
 public:
  // Labels in `text` that are no false scent, left to right. `lang` is a BCP 47 tag or ""; its own
  // words come first, English ones beside them; when those say nothing or the language has no words
  // here, all languages.
  std::vector<LabelMatch> FindLabels(std::string_view text, std::string_view lang) const;
  // The misleading phrase ("mobiel bellen") that stands in `text`, "" when there is none.
  std::string FalseScent(std::string_view text) const;
  // Names of channels in `text`, those of other languages left out when `lang` is known here.
  std::vector<ChannelMatch> FindChannels(std::string_view text, std::string_view lang) const;
  // FindLabels or FindChannels finds something; most texts are told apart by their words alone.
  bool NamesAnything(std::string_view text, std::string_view lang) const;

  // What people of that language (BCP 47 tag or "") call the channel, its first plain name: of that
  // language, else of any, else English; "" when it has none.
  std::string PlainName(std::string_view channel, std::string_view lang) const;

  // Roles whose label is all of `text`, without filler words and those of `brand_words` (folded).
  std::vector<Role> RolesNamed(std::string_view text,
                               const std::vector<std::string>& brand_words = {}) const;
  // Roles of which a phrase stands in `text`.
  std::vector<Role> RolesWithin(std::string_view text) const;
  // Roles of a path segment without its extension ("veelgestelde-vragen"). kNewsItem: items stand
  // below such a segment.
  std::vector<Role> RolesOfSegment(std::string_view segment) const;
  // Roles of a schema.org type ("ContactPage").
  std::vector<Role> RolesOfType(std::string_view type) const;

  // True when `path` ("/nl/contact") ends in an address that leads to people.
  bool IsContactPath(std::string_view path) const;
  // True when the first label of `host` is one under which help stands ("klantenservice.").
  bool IsContactHost(std::string_view host) const;

  // The first word of that list in `text`, null when there is none or no such list. The pointer
  // lives as long as this object. A list may name what it does not mean (`except`).
  const std::string* Term(std::string_view list, std::string_view text) const;
  bool HasList(std::string_view list) const;
  std::vector<std::string> ListNames() const;                              // sorted
  const std::vector<std::string>& ListWords(std::string_view list) const;  // empty when unknown

  const std::vector<LabelWord>& Labels() const { return labels_; }
  const std::vector<ChannelName>& ChannelNames() const { return channel_names_; }
  const std::map<std::string, HoursWords>& Hours() const { return hours_; }  // by language
  // The words of hours for a page of that language; for a language without words here, English
  // ones.
  const HoursLexicon& HoursWordsOf(std::string_view lang) const;
  // The language whose full names of days `words` hold most, "" when they hold none.
  std::string LanguageOfDays(const std::vector<TextWord>& words) const;
  // The same by all longer words of opening hours ("openingstijden"), for pages of unknown
  // language.
  std::string LanguageOfHours(const std::vector<TextWord>& words) const;
  const std::vector<HoursExample>& HoursExamples() const { return hours_examples_; }
  const std::vector<WordExample>& LabelExamples() const { return label_examples_; }
  const std::vector<WordExample>& ListExamples() const { return list_examples_; }

  // Adds what one file says; Finish is called once after the last.
  Result<void> AddFile(const Yaml& yaml);
  void Finish();

 private:
  struct WordList {
    std::vector<std::string> words;
    PhraseSet set;  // ids: index in words, -1 for exceptions
  };

  Result<void> AddLabels(const Yaml& yaml);
  Result<void> AddPaths(const Yaml& yaml);
  Result<void> AddHostPrefixes(const Yaml& yaml);
  Result<void> AddFalseScents(const Yaml& yaml);
  Result<void> AddChannels(const Yaml& yaml);
  Result<void> AddChannel(const Yaml& yaml);
  Result<void> AddLists(const Yaml& yaml);
  Result<void> AddList(const std::string& name, const Yaml& yaml);
  Result<void> AddRoles(const Yaml& yaml);
  Result<void> AddHoursDays(const Yaml& yaml);
  Result<void> AddHoursWords(const Yaml& yaml);
  Result<void> AddHoursMonths(const Yaml& yaml);
  Result<void> AddHoursExamples(const Yaml& yaml);
  std::vector<TextWord> WithoutFiller(std::vector<TextWord> words,
                                      const std::vector<std::string>& brand_words) const;
  bool IsFalse(const std::vector<PhraseSet::Hit>& misleading, const PhraseSet::Hit& hit) const;
  bool KnowsLanguage(std::string_view primary) const;
  std::string MostFrequent(const PhraseSet& set, const std::vector<TextWord>& words) const;

  std::vector<LabelWord> labels_;
  PhraseSet label_set_;
  std::vector<std::string> languages_;  // that have labels, sorted

  std::vector<std::string> misleading_;
  PhraseSet misleading_set_;

  std::vector<ChannelName> channel_names_;
  PhraseSet channel_set_;

  std::vector<std::string> filler_;                           // folded, sorted
  std::vector<std::pair<Role, std::string>> pending_labels_;  // until the filler words are known
  PhraseSet role_labels_, role_phrases_, role_paths_;         // ids: Role
  std::vector<std::pair<std::string, Role>> role_types_;

  PhraseSet paths_;                         // words of the path
  std::vector<std::string> host_prefixes_;  // sorted

  std::map<std::string, WordList, std::less<>> lists_;
  std::map<std::string, HoursWords> hours_;
  std::map<std::string, HoursLexicon, std::less<>> lexicons_;  // by language, "" for the others
  std::vector<std::string> day_languages_;
  PhraseSet full_days_;   // ids: index in day_languages_
  PhraseSet long_hours_;  // the same, for all words of hours of seven letters or more
  std::vector<HoursExample> hours_examples_;
  std::vector<WordExample> label_examples_, list_examples_;
};

// The files of the folder `vocabulary`, in any order.
Result<Vocabulary> ParseVocabulary(const std::vector<Yaml>& files);
// Reads every .yaml file of `folder` (rules/vocabulary).
Result<Vocabulary> LoadVocabulary(const std::string& folder);

}  // namespace klikpad
