// Reads rules/messages.yaml and classes messages: all patterns are searched in one pass over each
// clause.

#include "rules/message_words.h"

#include <fmt/format.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

#include "base/text.h"
#include "rules/clauses.h"
#include "rules/read_help.h"

namespace klikpad {
namespace {

constexpr std::size_t kQuoteBytes = 200;
constexpr std::int64_t kAutomatonBytes = 64 << 20;

struct StateRule {
  std::optional<ServiceState> state;  // nothing: the clause says nothing of now
  bool needs_service = false;
  bool in_broadcast = false;
};

struct TopicRule {
  Topic topic = Topic::kOther;
};

struct TraitRule {
  Trait trait = Trait::kEmpathy;
  bool by_us = true;
};

// What a pattern of the set stands for.
struct Cue {
  enum class Kind { kSubject, kState, kOutage, kTrait, kTraitExcept, kTopic, kTopicNot } kind;
  std::size_t index = 0;
};

re2::RE2::Options PatternOptions() {
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_max_mem(kAutomatonBytes);
  options.set_never_capture(true);
  return options;
}

}  // namespace

struct MessageWords::State {
  re2::RE2::Set set{PatternOptions(), re2::RE2::UNANCHORED};
  std::vector<Cue> cues;  // of each pattern
  std::vector<std::string> subjects;
  std::vector<StateRule> states;
  std::vector<TraitRule> traits;
  std::vector<TopicRule> topics;
  std::vector<std::unique_ptr<re2::RE2>> names;

  Result<void> Add(const Yaml& patterns, Cue cue) {
    auto list = patterns.Strings();
    if (!list) return tl::unexpected(list.error());
    for (const std::string& pattern : *list) {
      std::string trouble;
      if (set.Add(pattern, &trouble) < 0) {
        return patterns.Complain("'" + pattern + "' is no pattern: " + trouble);
      }
      cues.push_back(cue);
    }
    return {};
  }
};

namespace {

template <typename E>
Result<E> WordOf(const Yaml& yaml, std::string_view key) {
  auto text = NeedText(yaml, key);
  if (!text) return tl::unexpected(text.error());
  const auto word = FromWord<E>(*text);
  if (!word) {
    return yaml.Complain(fmt::format("unknown {} '{}'", key, *text), Nearest(*text, AllWords<E>()));
  }
  return *word;
}

Result<const std::vector<Yaml>*> ItemsOf(const Yaml& yaml, std::string_view key) {
  auto list = yaml.Need(key);
  if (!list) return tl::unexpected(list.error());
  if (!(*list)->IsList()) return (*list)->Complain("expected a list");
  return &(*list)->Items();
}

Result<TimelineLimits> ParseLimits(const Yaml& yaml) {
  auto ok = yaml.AllowOnly({"known_parents", "gap_days", "gap_daily", "open_hours"});
  if (!ok) return tl::unexpected(ok.error());
  TimelineLimits limits;
  for (const Yaml::Member& member : yaml.Members()) {
    auto number = member.value.Number();
    if (!number) return tl::unexpected(number.error());
    if (*number <= 0 || *number > 1000) return member.value.Complain("is out of range");
    if (member.key == "known_parents") limits.known_parents = *number;
    if (member.key == "gap_days") limits.gap_days = static_cast<int>(*number);
    if (member.key == "gap_daily") limits.gap_daily = static_cast<int>(*number);
    if (member.key == "open_hours") limits.open_hours = static_cast<int>(*number);
  }
  return limits;
}

}  // namespace

Result<MessageWords> MessageWords::Parse(const Yaml& yaml) {
  MessageWords words;
  auto state = std::make_shared<State>();
  auto ok = yaml.AllowOnly({"source", "columns", "directions", "channels", "limits", "subjects",
                            "states", "outage_words", "traits", "names", "topics"});
  for (const char* key : {"columns", "directions", "channels", "limits", "outage_words", "names"}) {
    if (ok) {
      if (auto there = yaml.Need(key); !there) ok = tl::unexpected(there.error());
    }
  }
  if (!ok) return tl::unexpected(ok.error());
  for (const Yaml::Member& field : yaml.Find("columns")->Members()) {
    auto names = field.value.Strings();
    if (!names) return tl::unexpected(names.error());
    words.columns_.emplace_back(field.key, std::move(*names));
  }
  for (const Yaml::Member& channel : yaml.Find("channels")->Members()) {
    auto names = channel.value.Strings();
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names) {
      words.channel_names_.emplace_back(FoldColumn(name), channel.key);
    }
  }
  auto ours = TextsOf(*yaml.Find("directions"), "ours");
  auto theirs = TextsOf(*yaml.Find("directions"), "theirs");
  if (!ours) return tl::unexpected(ours.error());
  if (!theirs) return tl::unexpected(theirs.error());
  words.ours_ = std::move(*ours);
  words.theirs_ = std::move(*theirs);
  auto limits = ParseLimits(*yaml.Find("limits"));
  if (!limits) return tl::unexpected(limits.error());
  words.limits_ = *limits;

  auto subjects = ItemsOf(yaml, "subjects");
  if (!subjects) return tl::unexpected(subjects.error());
  for (const Yaml& item : **subjects) {
    if (ok) ok = item.AllowOnly({"id", "patterns"});
    auto patterns = item.Need("patterns");
    auto id = item.Need("id");
    if (!ok) return tl::unexpected(ok.error());
    if (!id) return tl::unexpected(id.error());
    if (!patterns) return tl::unexpected(patterns.error());
    ok = state->Add(**patterns, {Cue::Kind::kSubject, state->subjects.size()});
    state->subjects.push_back((*id)->Scalar());
  }
  auto states = ItemsOf(yaml, "states");
  if (!states) return tl::unexpected(states.error());
  for (const Yaml& item : **states) {
    if (ok) ok = item.AllowOnly({"state", "about", "needs", "in", "patterns"});
    auto word = NeedText(item, "state");
    auto patterns = item.Need("patterns");
    if (!ok) return tl::unexpected(ok.error());
    if (!word) return tl::unexpected(word.error());
    if (!patterns) return tl::unexpected(patterns.error());
    StateRule rule;
    if (*word != "none") {
      auto known = WordOf<ServiceState>(item, "state");
      if (!known) return tl::unexpected(known.error());
      rule.state = *known;
    }
    rule.needs_service = item.Find("needs") != nullptr;
    rule.in_broadcast = item.Find("in") != nullptr;
    ok = state->Add(**patterns, {Cue::Kind::kState, state->states.size()});
    state->states.push_back(rule);
  }
  if (ok) ok = state->Add(*yaml.Find("outage_words"), {Cue::Kind::kOutage, 0});
  auto traits = ItemsOf(yaml, "traits");
  if (!traits) return tl::unexpected(traits.error());
  for (const Yaml& item : **traits) {
    if (ok) ok = item.AllowOnly({"trait", "by", "patterns", "except", "examples", "not_examples"});
    auto trait = WordOf<Trait>(item, "trait");
    auto by = NeedText(item, "by");
    auto patterns = item.Need("patterns");
    if (!ok) return tl::unexpected(ok.error());
    if (!trait) return tl::unexpected(trait.error());
    if (!by) return tl::unexpected(by.error());
    if (!patterns) return tl::unexpected(patterns.error());
    const std::size_t index = state->traits.size();
    ok = state->Add(**patterns, {Cue::Kind::kTrait, index});
    if (const Yaml* except = item.Find("except"); ok && except) {
      ok = state->Add(*except, {Cue::Kind::kTraitExcept, index});
    }
    state->traits.push_back({*trait, *by == "us"});
  }
  auto topics = ItemsOf(yaml, "topics");
  if (!topics) return tl::unexpected(topics.error());
  for (const Yaml& item : **topics) {
    if (ok) ok = item.AllowOnly({"topic", "patterns", "not"});
    auto topic = WordOf<Topic>(item, "topic");
    auto patterns = item.Need("patterns");
    if (!ok) return tl::unexpected(ok.error());
    if (!topic) return tl::unexpected(topic.error());
    if (!patterns) return tl::unexpected(patterns.error());
    const std::size_t index = state->topics.size();
    ok = state->Add(**patterns, {Cue::Kind::kTopic, index});
    if (const Yaml* unless = item.Find("not"); ok && unless) {
      ok = state->Add(*unless, {Cue::Kind::kTopicNot, index});
    }
    state->topics.push_back({*topic});
  }
  if (!ok) return tl::unexpected(ok.error());
  auto names = yaml.Find("names")->Strings();
  if (!names) return tl::unexpected(names.error());
  for (const std::string& pattern : *names) {
    state->names.push_back(std::make_unique<re2::RE2>(pattern, re2::RE2::Quiet));
    if (!state->names.back()->ok()) {
      return yaml.Find("names")->Complain("'" + pattern +
                                          "' is no pattern: " + state->names.back()->error());
    }
  }
  if (!state->set.Compile()) return yaml.Complain("the patterns are too large together");
  words.state_ = std::move(state);
  return words;
}

std::optional<bool> MessageWords::IsOurs(std::string_view direction) const {
  const std::string word = FoldColumn(direction);
  if (std::find(ours_.begin(), ours_.end(), word) != ours_.end()) return true;
  if (std::find(theirs_.begin(), theirs_.end(), word) != theirs_.end()) return false;
  return std::nullopt;
}

std::string MessageWords::ChannelOf(std::string_view name) const {
  std::string folded = FoldColumn(name);
  for (const auto& [word, channel] : channel_names_) {
    if (word == folded) return channel;
  }
  std::replace(folded.begin(), folded.end(), '_', '-');
  return folded;
}

std::vector<std::string> MessageWords::Subjects() const {
  std::vector<std::string> ids;
  for (const std::string& id : state_->subjects) {
    if (!id.empty()) ids.push_back(id);
  }
  return ids;
}

std::string MessageWords::SubjectOf(std::string_view text) const {
  for (const std::string& id : state_->subjects) {
    if (!id.empty() && id == text) return id;
  }
  return Classify(text, false, false).subject;
}

namespace {

// What one clause shows.
struct Seen {
  std::vector<std::size_t> subjects, states, traits, not_traits, topics, not_topics;  // sorted
  bool has_outage = false;
};

int Badness(ServiceState state) { return static_cast<int>(state); }  // up, limited, down

}  // namespace

MessageClasses MessageWords::Classify(std::string_view text, bool is_ours, bool is_reply) const {
  const State& state = *state_;
  const std::vector<Clause> clauses = SplitClauses(text);
  std::vector<Seen> seen(clauses.size());
  bool names_service = false;
  std::string first_subject;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    std::vector<int> hits;
    state.set.Match(clauses[i].folded, &hits);
    for (const int hit : hits) {
      const Cue cue = state.cues[static_cast<std::size_t>(hit)];
      switch (cue.kind) {
        case Cue::Kind::kSubject:
          seen[i].subjects.push_back(cue.index);
          break;
        case Cue::Kind::kState:
          seen[i].states.push_back(cue.index);
          break;
        case Cue::Kind::kOutage:
          seen[i].has_outage = true;
          break;
        case Cue::Kind::kTrait:
          seen[i].traits.push_back(cue.index);
          break;
        case Cue::Kind::kTraitExcept:
          seen[i].not_traits.push_back(cue.index);
          break;
        case Cue::Kind::kTopic:
          seen[i].topics.push_back(cue.index);
          break;
        case Cue::Kind::kTopicNot:
          seen[i].not_topics.push_back(cue.index);
          break;
      }
    }
    for (auto* list : {&seen[i].subjects, &seen[i].states, &seen[i].traits, &seen[i].not_traits,
                       &seen[i].topics, &seen[i].not_topics}) {
      std::sort(list->begin(), list->end());
    }
    if (!seen[i].subjects.empty()) {
      names_service = true;
      const std::string& id = state.subjects[seen[i].subjects.front()];
      if (first_subject.empty()) first_subject = id;
    }
  }
  const auto has = [](const std::vector<std::size_t>& list, std::size_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  };

  MessageClasses classes;
  const bool is_repeat = !clauses.empty() && clauses.front().folded.starts_with("rt @");
  bool has_outage = false;
  std::string status_subject;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    has_outage |= seen[i].has_outage;
    if (!is_ours || is_repeat || clauses[i].is_question) continue;
    for (const std::size_t index : seen[i].states) {
      const StateRule& rule = state.states[index];
      if (rule.in_broadcast && is_reply) continue;
      if (rule.needs_service && !names_service) continue;
      if (!rule.state) break;
      const std::string subject =
          seen[i].subjects.empty() ? "" : state.subjects[seen[i].subjects.front()];
      // Two services in one message: the one that is worse off counts. Else the last word counts.
      const bool is_other =
          !subject.empty() && !status_subject.empty() && subject != status_subject;
      if (classes.status && is_other && Badness(*rule.state) <= Badness(*classes.status)) break;
      classes.status = rule.state;
      if (!subject.empty()) status_subject = subject;
      break;
    }
  }
  classes.subject = !status_subject.empty() ? status_subject : first_subject;

  std::vector<std::string> quotes(Words<Trait>::kList.size());
  for (std::size_t i = 0; i < clauses.size() && !is_repeat; ++i) {
    if (!is_ours && clauses[i].is_question) {
      std::string& quote = quotes[static_cast<std::size_t>(Trait::kQuestion)];
      if (quote.empty()) quote = CutUtf8(clauses[i].text, kQuoteBytes);
    }
    for (const std::size_t index : seen[i].traits) {
      const TraitRule& rule = state.traits[index];
      if (rule.by_us != is_ours || has(seen[i].not_traits, index)) continue;
      std::string& quote = quotes[static_cast<std::size_t>(rule.trait)];
      if (quote.empty()) quote = CutUtf8(clauses[i].text, kQuoteBytes);
    }
  }
  if (is_ours && !is_repeat) {
    for (const auto& name : state.names) {
      if (!re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *name)) continue;
      std::string_view tail = clauses.empty() ? text : clauses.back().text;
      if (tail.size() > kQuoteBytes) tail = CutUtf8(tail, kQuoteBytes);
      quotes[static_cast<std::size_t>(Trait::kName)] = tail;
      break;
    }
  }
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    if (!quotes[i].empty()) classes.traits.push_back({static_cast<Trait>(i), std::move(quotes[i])});
  }

  if (!is_ours) {
    const bool asks = std::any_of(classes.traits.begin(), classes.traits.end(), [](const auto& t) {
      return t.trait == Trait::kQuestion || t.trait == Trait::kComplaint;
    });
    classes.topic = has_outage ? Topic::kOutage : asks ? Topic::kService : Topic::kOther;
    return classes;
  }
  if (classes.status) {
    classes.topic = Topic::kOutage;
    return classes;
  }
  classes.topic = is_reply ? Topic::kService : Topic::kOther;
  for (std::size_t index = 0; index < state.topics.size() && !is_reply; ++index) {
    const bool is_there = std::any_of(seen.begin(), seen.end(), [&](const Seen& one) {
      return has(one.topics, index) && !has(one.not_topics, index);
    });
    if (!is_there) continue;
    classes.topic = state.topics[index].topic;
    break;
  }
  return classes;
}

std::string FoldColumn(std::string_view name) {
  std::string folded = FoldAccents(Trim(name));
  std::replace_if(
      folded.begin(), folded.end(), [](char c) { return c == ' ' || c == '-' || c == '.'; }, '_');
  return folded;
}

}  // namespace klikpad
