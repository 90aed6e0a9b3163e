// What MessageWords holds of rules/messages.yaml: every pattern in one set, and what each stands
// for. Only message_words*.cpp include it.

#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "rules/message_words.h"

namespace klikpad {

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
struct PatternCue {
  enum class Kind { kSubject, kState, kOutage, kTrait, kTraitExcept, kTopic, kTopicNot } kind;
  std::size_t index = 0;
};

re2::RE2::Options PatternOptions();

struct MessageWords::State {
  re2::RE2::Set set{PatternOptions(), re2::RE2::UNANCHORED};
  std::vector<PatternCue> cues;  // of each pattern
  std::vector<std::string> subjects;
  std::vector<StateRule> states;
  std::vector<TraitRule> traits;
  std::vector<TopicRule> topics;
  std::vector<std::unique_ptr<re2::RE2>> names;

  // Adds all patterns of a list, each standing for `cue`.
  Result<void> Add(const Yaml& patterns, PatternCue cue);
};

}  // namespace klikpad
