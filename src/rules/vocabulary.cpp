// What the vocabulary answers; it is read in vocabulary_read.cpp.

#include "rules/vocabulary.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace klikpad {
namespace {

std::string_view PrimaryTag(std::string_view lang) {
  return lang.substr(0, lang.find_first_of("-_"));
}

std::vector<Role> SortedRoles(std::vector<int> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::vector<Role> roles;
  roles.reserve(ids.size());
  for (int id : ids) roles.push_back(static_cast<Role>(id));
  return roles;
}

std::vector<int> Ids(const std::vector<PhraseSet::Hit>& hits) {
  std::vector<int> ids;
  ids.reserve(hits.size());
  for (const PhraseSet::Hit& hit : hits) ids.push_back(hit.id);
  return ids;
}

}  // namespace

bool Vocabulary::KnowsLanguage(std::string_view primary) const {
  return std::binary_search(languages_.begin(), languages_.end(), primary);
}

// A label does not count where a misleading phrase covers it and says more than the label does.
bool Vocabulary::IsFalse(const std::vector<PhraseSet::Hit>& misleading,
                         const PhraseSet::Hit& hit) const {
  return std::any_of(misleading.begin(), misleading.end(), [&](const PhraseSet::Hit& phrase) {
    return phrase.begin <= hit.begin && hit.end <= phrase.end;
  });
}

std::vector<LabelMatch> Vocabulary::FindLabels(std::string_view text, std::string_view lang) const {
  const std::vector<TextWord> words = SplitWords(text);
  const std::vector<PhraseSet::Hit> misleading = misleading_set_.FindAll(words);
  const std::string_view primary = PrimaryTag(lang);
  const auto rank = [&](const LabelWord& label) {
    return label.lang == primary ? 0 : label.lang == "en" ? 1 : 2;
  };
  std::vector<LabelMatch> matches;
  std::vector<LabelMatch> foreign;
  for (const PhraseSet::Hit& hit : label_set_.FindAll(words)) {
    if (IsFalse(misleading, hit)) continue;
    const LabelWord& label = labels_[static_cast<std::size_t>(hit.id)];
    const LabelMatch match{&label, hit.word_count == words.size(), hit.begin, hit.end};
    std::vector<LabelMatch>& list = rank(label) < 2 || !KnowsLanguage(primary) ? matches : foreign;
    // The same words in two languages are one match: the page's own language, then the stronger.
    if (!list.empty() && list.back().begin == match.begin && list.back().end == match.end) {
      const LabelWord& other = *list.back().label;
      const bool is_better =
          rank(label) != rank(other) ? rank(label) < rank(other) : label.strength > other.strength;
      if (is_better) list.back() = match;
      continue;
    }
    list.push_back(match);
  }
  return matches.empty() ? foreign : matches;
}

std::string Vocabulary::FalseScent(std::string_view text) const {
  const auto hits = misleading_set_.FindAll(SplitWords(text));
  return hits.empty() ? "" : misleading_[static_cast<std::size_t>(hits.front().id)];
}

std::vector<ChannelMatch> Vocabulary::FindChannels(std::string_view text,
                                                   std::string_view lang) const {
  const std::vector<TextWord> words = SplitWords(text);
  const std::vector<PhraseSet::Hit> misleading = misleading_set_.FindAll(words);
  const std::string_view primary = PrimaryTag(lang);
  std::vector<ChannelMatch> matches;
  for (const PhraseSet::Hit& hit : channel_set_.FindAll(words)) {
    const ChannelName& name = channel_names_[static_cast<std::size_t>(hit.id)];
    const bool is_own = name.lang.empty() || name.lang == primary || name.lang == "en";
    if ((KnowsLanguage(primary) && !is_own) || IsFalse(misleading, hit)) continue;
    const bool is_same = !matches.empty() && matches.back().begin == hit.begin &&
                         matches.back().name->channel == name.channel;
    if (!is_same) {
      matches.push_back({&name, hit.word_count == words.size(), hit.begin, hit.end});
    }
  }
  const bool has_other = std::any_of(matches.begin(), matches.end(),
                                     [](const ChannelMatch& m) { return !m.name->is_alone; });
  std::erase_if(matches, [&](const ChannelMatch& m) {
    return m.name->is_alone && !m.is_whole && !has_other;
  });
  return matches;
}

bool Vocabulary::NamesAnything(std::string_view text, std::string_view lang) const {
  const auto has_label = [&] {
    return label_set_.StandsIn(text) &&
           (!misleading_set_.StandsIn(text) || !FindLabels(text, lang).empty());
  };
  return has_label() || (channel_set_.StandsIn(text) && !FindChannels(text, lang).empty());
}

std::string Vocabulary::PlainName(std::string_view channel, std::string_view lang) const {
  for (const std::string_view wanted : {PrimaryTag(lang), std::string_view(), "en"sv}) {
    for (const ChannelName& name : channel_names_) {
      if (name.channel == channel && name.is_plain && name.lang == wanted) return name.text;
    }
  }
  return {};
}

std::vector<TextWord> Vocabulary::WithoutFiller(std::vector<TextWord> words,
                                                const std::vector<std::string>& brand_words) const {
  std::vector<TextWord> kept;
  std::string gap;
  for (TextWord& word : words) {
    gap += word.gap;
    if (std::binary_search(filler_.begin(), filler_.end(), word.folded) ||
        std::find(brand_words.begin(), brand_words.end(), word.folded) != brand_words.end()) {
      continue;
    }
    kept.push_back(word);
    kept.back().gap = kept.size() == 1 ? "" : gap;
    gap.clear();
  }
  if (kept.empty()) kept = std::move(words);
  return kept;
}

std::vector<Role> Vocabulary::RolesNamed(std::string_view text,
                                         const std::vector<std::string>& brand_words) const {
  const std::vector<TextWord> words = SplitWords(text);
  if (!misleading_set_.FindAll(words).empty()) return {};
  return SortedRoles(role_labels_.FindWhole(WithoutFiller(words, brand_words)));
}

std::vector<Role> Vocabulary::RolesWithin(std::string_view text) const {
  const std::vector<TextWord> words = SplitWords(text);
  const std::vector<PhraseSet::Hit> misleading = misleading_set_.FindAll(words);
  std::vector<PhraseSet::Hit> hits = role_phrases_.FindAll(words);
  std::erase_if(hits, [&](const PhraseSet::Hit& hit) { return IsFalse(misleading, hit); });
  return SortedRoles(Ids(hits));
}

std::vector<Role> Vocabulary::RolesOfSegment(std::string_view segment) const {
  const std::string spaced = ReplaceAll(std::string(segment), "_", " ");
  return SortedRoles(role_paths_.FindWhole(SplitWords(spaced)));
}

std::vector<Role> Vocabulary::RolesOfType(std::string_view type) const {
  std::vector<int> ids;
  for (const auto& [name, role] : role_types_) {
    if (name == type) ids.push_back(static_cast<int>(role));
  }
  return SortedRoles(std::move(ids));
}

bool Vocabulary::IsContactPath(std::string_view path) const {
  const std::vector<TextWord> words = SplitWords(path);
  const auto hits = paths_.FindAll(words);
  return std::any_of(hits.begin(), hits.end(), [&](const PhraseSet::Hit& hit) {
    // To the end of the path, and from the start of a segment.
    const bool is_start = hit.first_word == 0 || words[hit.first_word].gap.find('/') == 0;
    return is_start && hit.first_word + hit.word_count == words.size();
  });
}

bool Vocabulary::IsContactHost(std::string_view host) const {
  const std::size_t dot = host.find('.');
  return dot != std::string_view::npos &&
         std::binary_search(host_prefixes_.begin(), host_prefixes_.end(), host.substr(0, dot));
}

const std::string* Vocabulary::Term(std::string_view list, std::string_view text) const {
  const auto found = lists_.find(list);
  if (found == lists_.end()) return nullptr;
  const WordList& words = found->second;
  const auto hits = words.set.FindAll(SplitWords(text));
  for (const PhraseSet::Hit& hit : hits) {
    const bool is_excepted = std::any_of(hits.begin(), hits.end(), [&](const PhraseSet::Hit& e) {
      return e.id < 0 && e.begin <= hit.begin && hit.end <= e.end;
    });
    if (!is_excepted) return &words.words[static_cast<std::size_t>(hit.id)];
  }
  return nullptr;
}

const HoursLexicon& Vocabulary::HoursWordsOf(std::string_view lang) const {
  static const HoursLexicon kNone;
  auto found = lexicons_.find(PrimaryTag(lang));
  if (found == lexicons_.end()) found = lexicons_.find("");
  return found == lexicons_.end() ? kNone : found->second;
}

std::string Vocabulary::LanguageOfDays(const std::vector<TextWord>& words) const {
  return MostFrequent(full_days_, words);
}

std::string Vocabulary::LanguageOfHours(const std::vector<TextWord>& words) const {
  return MostFrequent(long_hours_, words);
}

std::string Vocabulary::MostFrequent(const PhraseSet& set,
                                     const std::vector<TextWord>& words) const {
  std::vector<std::size_t> counts(day_languages_.size());
  for (const PhraseSet::Hit& hit : set.FindAll(words)) {
    ++counts[static_cast<std::size_t>(hit.id)];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  if (most == counts.end() || *most == 0) return "";
  return day_languages_[static_cast<std::size_t>(most - counts.begin())];
}

bool Vocabulary::HasList(std::string_view list) const { return lists_.find(list) != lists_.end(); }

std::vector<std::string> Vocabulary::ListNames() const {
  std::vector<std::string> names;
  for (const auto& [name, words] : lists_) names.push_back(name);
  return names;
}

const std::vector<std::string>& Vocabulary::ListWords(std::string_view list) const {
  static const std::vector<std::string> kNone;
  const auto found = lists_.find(list);
  return found == lists_.end() ? kNone : found->second.words;
}

}  // namespace klikpad
