// Classes messages: all patterns are searched in one pass over each clause.

#include "rules/message_words.h"

#include <algorithm>

#include "base/text.h"
#include "rules/clauses.h"
#include "rules/message_state.h"

namespace klikpad {
namespace {

constexpr std::size_t kQuoteBytes = 200;

}  // namespace

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
      const PatternCue cue = state.cues[static_cast<std::size_t>(hit)];
      switch (cue.kind) {
        case PatternCue::Kind::kSubject:
          seen[i].subjects.push_back(cue.index);
          break;
        case PatternCue::Kind::kState:
          seen[i].states.push_back(cue.index);
          break;
        case PatternCue::Kind::kOutage:
          seen[i].has_outage = true;
          break;
        case PatternCue::Kind::kTrait:
          seen[i].traits.push_back(cue.index);
          break;
        case PatternCue::Kind::kTraitExcept:
          seen[i].not_traits.push_back(cue.index);
          break;
        case PatternCue::Kind::kTopic:
          seen[i].topics.push_back(cue.index);
          break;
        case PatternCue::Kind::kTopicNot:
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
