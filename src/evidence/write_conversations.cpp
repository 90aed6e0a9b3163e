// Writes who asked what and when the answer came.

#include "base/civil_time.h"
#include "base/text.h"
#include "evidence/timeline_writer.h"

namespace klikpad {
namespace {

constexpr std::size_t kQuoteBytes = 300;

// Seconds to weekday (1 Monday) and minute on those clocks. 1970-01-01 was a Thursday.
std::pair<int, int> WeekdayAndMinute(std::int64_t seconds, std::int64_t offset) {
  const std::int64_t local = seconds + offset;
  const std::int64_t days = (local >= 0 ? local : local - 86399) / 86400;
  const auto weekday = static_cast<int>(((days + 3) % 7 + 7) % 7) + 1;
  return {weekday, static_cast<int>((local - days * 86400) / 60)};
}

// Reads the opener's words back, so that they need not be held.
class QuoteReader {
 public:
  explicit QuoteReader(sqlite3* db) {
    sqlite3_stmt* raw = nullptr;
    sqlite3_prepare_v2(db, "SELECT quote FROM messages WHERE id = ?1", -1, &raw, nullptr);
    statement_.reset(raw);
  }
  std::string Of(std::uint32_t id) {
    sqlite3_bind_int64(statement_.get(), 1, id);
    std::string quote = "?";
    if (sqlite3_step(statement_.get()) == SQLITE_ROW) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), 0));
      if (text != nullptr) quote = CutUtf8(text, kQuoteBytes);
    }
    sqlite3_reset(statement_.get());
    return quote;
  }

 private:
  Statement statement_;
};

}  // namespace

Result<std::vector<AnsweredQuestion>> WriteConversations(sqlite3* db,
                                                         std::vector<ThreadMessage>& messages,
                                                         const std::vector<std::string>& channels,
                                                         std::int64_t last_s, int open_hours,
                                                         std::int64_t& open) {
  auto hours = StatedHours::Read(db);
  if (!hours) return tl::unexpected(hours.error());
  Inserter rows(db, "conversations",
                {"message_id", "channel", "asked_at", "asked_s", "weekday", "minute", "hours",
                 "answer_id", "answered_at", "answered_s", "state", "quote"});
  QuoteReader quotes(db);
  std::vector<AnsweredQuestion> questions;
  for (const Conversation& thread : FindConversations(messages)) {
    const ThreadMessage& asked = messages[thread.asked - 1];
    const auto [weekday, minute] = WeekdayAndMinute(asked.at_s, asked.offset);
    const std::string& channel = channels[asked.channel];
    WithinHours within = WithinHours::kUnknown;
    if (hours->IsStated(channel)) {
      within =
          hours->IsOpen(channel, weekday, minute) ? WithinHours::kInside : WithinHours::kOutside;
    }
    const ThreadMessage* answer = thread.answer > 0 ? &messages[thread.answer - 1] : nullptr;
    const bool is_open = asked.at_s > last_s - std::int64_t{open_hours} * 3600;
    const AnswerState state = is_open  ? AnswerState::kOpen
                              : answer ? AnswerState::kAnswered
                                       : AnswerState::kUnanswered;
    std::optional<std::int64_t> answer_id, answered_s;
    std::optional<std::string> answered_at;
    if (answer != nullptr) {
      answer_id = thread.answer;
      answered_s = answer->at_s;
      answered_at = FormatIsoTime(answer->at_s, answer->offset);
    }
    rows.Add(static_cast<std::int64_t>(thread.asked), channel,
             FormatIsoTime(asked.at_s, asked.offset), asked.at_s, weekday, minute, Word(within),
             answer_id, answered_at, answered_s, Word(state), quotes.Of(thread.asked));
    if (is_open) {
      ++open;
      continue;
    }
    questions.push_back(
        {asked.channel, weekday, minute, within, answer ? answer->at_s - asked.at_s : -1});
  }
  if (auto done = rows.Done(); !done) return tl::unexpected(done.error());
  return questions;
}

}  // namespace klikpad
