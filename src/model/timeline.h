// What a timeline came to: how much was read, and the figures of its conversations. Reports show
// it, findings rest on the tables of the evidence.

#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/message.h"

namespace klikpad {

// Times of answering of some conversations. Percentiles are observed values: the smallest time that
// at least so many percent do not exceed (nearest rank; Hyndman and Fan 1996, definition 1).
struct AnswerTimes {
  std::string kind;  // all, channel, weekday, hour, hours (within or outside those stated)
  std::string name;  // "twitter", "1" Monday … "7", "0" … "23", "inside", "outside"; "" for all
  std::int64_t conversations = 0;  // in which a customer asked, the last hours left out
  std::int64_t answered = 0;       // at all
  std::int64_t within_hour = 0;
  std::int64_t within_day = 0;
  std::optional<std::int64_t> median_s, p90_s;  // of those answered; nothing without any
};

struct IncidentTimes {
  std::string subject, started_at;
  std::optional<std::int64_t> confirmed_s;  // from its start to the first confirmation
  std::optional<std::int64_t> all_clear_s;  // from its start to the first all-clear
  std::int64_t updates = 0;                 // messages about it from its start to the all-clear
};

struct TimelineFigures {
  bool is_there = false;
  TimelineCounts counts;
  std::string from_at, to_at;  // first and last message
  std::int64_t messages = 0, ours = 0, replies = 0;
  std::int64_t open = 0;  // conversations too young to be judged
  std::vector<AnswerTimes> answers;
  std::vector<std::pair<std::string, std::int64_t>> topics;  // of our messages that are no reply
  std::vector<std::pair<std::string, std::int64_t>> traits;  // of our replies
  std::vector<IncidentTimes> incidents;
  std::int64_t taken_back = 0;  // all-clears taken back within six hours
};

}  // namespace klikpad
