// Reads rules/messages.yaml.

#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "rules/message_state.h"
#include "rules/read_help.h"

namespace klikpad {

re2::RE2::Options PatternOptions() {
  constexpr std::int64_t kAutomatonBytes = 64 << 20;
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_max_mem(kAutomatonBytes);
  options.set_never_capture(true);
  return options;
}

Result<void> MessageWords::State::Add(const Yaml& patterns, PatternCue cue) {
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
    ok = state->Add(**patterns, {PatternCue::Kind::kSubject, state->subjects.size()});
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
    ok = state->Add(**patterns, {PatternCue::Kind::kState, state->states.size()});
    state->states.push_back(rule);
  }
  if (ok) ok = state->Add(*yaml.Find("outage_words"), {PatternCue::Kind::kOutage, 0});
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
    ok = state->Add(**patterns, {PatternCue::Kind::kTrait, index});
    if (const Yaml* except = item.Find("except"); ok && except) {
      ok = state->Add(*except, {PatternCue::Kind::kTraitExcept, index});
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
    ok = state->Add(**patterns, {PatternCue::Kind::kTopic, index});
    if (const Yaml* unless = item.Find("not"); ok && unless) {
      ok = state->Add(*unless, {PatternCue::Kind::kTopicNot, index});
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

}  // namespace klikpad
