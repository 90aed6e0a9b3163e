// How the messages of a timeline are read (rules/messages.yaml): the names of columns, the words by
// which a message is classed, and the limits of its figures.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "model/message.h"

namespace klikpad {

struct TimelineLimits {
  double known_parents = 0.95;  // share of our replies whose question the timeline must hold
  int gap_days = 3;             // without any message, where otherwise …
  int gap_daily = 5;            // … so many come a day
  int open_hours = 24;          // at the end, in which an answer may still come
};

class MessageWords {
 public:
  static Result<MessageWords> Parse(const Yaml& yaml);

  // field ("at", "author" …) → names that a column can have, folded.
  using Columns = std::vector<std::pair<std::string, std::vector<std::string>>>;
  const Columns& columns() const { return columns_; }
  // Whether the word of a column `direction` says that the brand wrote it; nothing when unknown.
  std::optional<bool> IsOurs(std::string_view direction) const;
  // The channel that a word of the column `channel` means, else the word itself.
  std::string ChannelOf(std::string_view name) const;
  const TimelineLimits& limits() const { return limits_; }
  // Ids of the services, as in `messages.subject`.
  std::vector<std::string> Subjects() const;
  // The service that some words name ("internetbankieren" → "internet-banking"), "" for none.
  std::string SubjectOf(std::string_view text) const;

  // `text` as it was written. Takes time linear in it; patterns are RE2's.
  MessageClasses Classify(std::string_view text, bool is_ours, bool is_reply) const;

 private:
  struct State;
  Columns columns_;
  std::vector<std::string> ours_, theirs_;
  std::vector<std::pair<std::string, std::string>> channel_names_;  // folded word → channel
  TimelineLimits limits_;
  std::shared_ptr<const State> state_;
};

// "created-at" → "created_at": how names of columns are compared.
std::string FoldColumn(std::string_view name);

}  // namespace klikpad
