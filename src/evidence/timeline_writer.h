// The timeline in the evidence: messages as they come, then who answered whom, then the figures.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/id_table.h"
#include "evidence/database.h"
#include "evidence/store.h"
#include "rules/message_words.h"

namespace klikpad {

// A message as the threads need it.
struct ThreadMessage {
  std::uint64_t answers = 0;  // key of the message that it answers
  std::int64_t at_s = 0;
  std::uint32_t parent = 0;        // row that it answers, 0 none or unknown
  std::uint32_t conversation = 0;  // index + 1
  std::int32_t offset = 0;
  std::uint16_t channel = 0;
  bool is_ours = false, is_reply = false, asks = false;
};

// A customer's question and the brand's first answer. Row numbers of `messages`; 0: none.
struct Conversation {
  std::uint32_t asked = 0, answer = 0;
  std::uint32_t opener = 0;
};

// Weekday and minutes that a channel's stated hours span, from the table `hours`: the union of all
// pages that state some.
class StatedHours {
 public:
  static Result<StatedHours> Read(sqlite3* db);
  bool IsStated(const std::string& channel) const { return spans_.count(channel) > 0; }
  // `weekday` 1 Monday … 7, `minute` of the day; hours that pass midnight count on the next day.
  bool IsOpen(const std::string& channel, int weekday, int minute) const;

 private:
  struct Span {
    int weekday = 1, opens = 0, closes = 0;
  };
  std::map<std::string, std::vector<Span>> spans_;
};

// Writes messages, traits and conversations; gives the figures and the coverage of the look. The
// tables of hours and incidents must be filled.
Result<TimelineLook> WriteTimeline(sqlite3* db, const MessageFeed& feed, const MessageWords& words);
// Topics, marks, incidents and all-clears taken back, counted from the finished tables.
Result<void> CountTimeline(sqlite3* db, TimelineFigures& figures);

// Conversations of a timeline whose messages are in order of their row. Threads follow the chain of
// answers up to the customer who began it; whoever answers the brand's own post begins one too.
std::vector<Conversation> FindConversations(std::vector<ThreadMessage>& messages);

// Why the look at the timeline, and that at its conversations, are not complete, in one sentence;
// "" when they are.
std::string WhyTimelineIncomplete(const TimelineFigures& figures,
                                  const std::vector<ThreadMessage>& messages,
                                  const TimelineLimits& limits);
std::string WhyNoConversations(const std::vector<ThreadMessage>& messages,
                               const TimelineLimits& limits);

// As the figures need it.
struct AnsweredQuestion {
  std::uint16_t channel = 0;
  int weekday = 1, minute = 0;
  WithinHours hours = WithinHours::kUnknown;
  std::int64_t seconds = -1;  // until the answer; -1: none
};
// Writes the table `conversations`. Those of the last `open_hours` before `last_s` are not judged
// yet and are counted in `open`. `channels` are those of ThreadMessage::channel.
Result<std::vector<AnsweredQuestion>> WriteConversations(sqlite3* db,
                                                         std::vector<ThreadMessage>& messages,
                                                         const std::vector<std::string>& channels,
                                                         std::int64_t last_s, int open_hours,
                                                         std::int64_t& open);
// By all, channel, weekday, hour, and stated hours.
std::vector<AnswerTimes> MeasureAnswers(const std::vector<AnsweredQuestion>& questions,
                                        const std::vector<std::string>& channels);

}  // namespace klikpad
