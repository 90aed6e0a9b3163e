// Writes the timeline: one pass over the messages, then who answers whom.

#include <fmt/format.h>

#include <algorithm>

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

// All that is kept in memory while the messages flow by.
class Writer {
 public:
  explicit Writer(sqlite3* db)
      : db_(db),
        rows_(db, "messages",
              {"channel", "account", "at", "at_s", "ours", "reply_to", "quote", "topic", "subject",
               "status", "said_by"}),
        traits_(db, "traits", {"message_id", "trait", "said_by", "quote"}) {}

  void Add(const Message& message) {
    const auto id = static_cast<std::uint32_t>(messages_.size() + 1);
    if (message.key != 0 && !ids_.Add(message.key, id)) {
      ++repeated_;
      return;
    }
    ThreadMessage thread;
    thread.answers = message.answers;
    thread.at_s = message.at_s;
    thread.offset = message.offset;
    thread.channel = ChannelIndex(message.channel);
    thread.is_ours = message.is_ours;
    thread.is_reply = message.is_reply;
    thread.parent = ids_.Find(message.answers).value_or(0);
    const MessageClasses& classes = message.classes;
    for (const MessageTrait& trait : classes.traits) {
      thread.asks |= trait.trait == Trait::kQuestion || trait.trait == Trait::kComplaint;
    }
    std::optional<std::int64_t> reply_to;
    if (message.is_reply) reply_to = thread.parent;
    rows_.Add(channels_[thread.channel], OrNull(message.account),
              FormatIsoTime(message.at_s, message.offset), message.at_s, message.is_ours, reply_to,
              message.text, Maybe(classes.topic), OrNull(classes.subject), Maybe(classes.status),
              Word(message.said_by));
    for (const MessageTrait& trait : classes.traits) {
      traits_.Add(static_cast<std::int64_t>(id), Word(trait.trait), Word(message.said_by),
                  trait.quote);
    }
    messages_.push_back(thread);
  }

  Result<void> Done() {
    if (auto done = rows_.Done(); !done) return done;
    return traits_.Done();
  }

  // Answers that stand before their question in the file.
  Result<void> ResolveAnswers() {
    sqlite3_stmt* raw = nullptr;
    const char* sql = "UPDATE messages SET reply_to = ?1 WHERE id = ?2";
    if (sqlite3_prepare_v2(db_, sql, -1, &raw, nullptr) != SQLITE_OK) {
      return Fail(sqlite3_errmsg(db_));
    }
    const Statement update(raw);
    for (std::size_t i = 0; i < messages_.size(); ++i) {
      ThreadMessage& message = messages_[i];
      if (message.answers == 0 || message.parent != 0) continue;
      const auto parent = ids_.Find(message.answers);
      if (!parent || *parent == i + 1) continue;
      message.parent = *parent;
      sqlite3_bind_int64(raw, 1, *parent);
      sqlite3_bind_int64(raw, 2, static_cast<std::int64_t>(i + 1));
      if (sqlite3_step(raw) != SQLITE_DONE) return Fail(sqlite3_errmsg(db_));
      sqlite3_reset(raw);
    }
    // "It works again" in an answer is about what the customer asked about.
    return Execute(db_,
                   "UPDATE messages SET subject = (SELECT q.subject FROM messages q WHERE q.id = "
                   "messages.reply_to) WHERE status IS NOT NULL AND subject IS NULL AND reply_to > "
                   "0");
  }

  std::vector<ThreadMessage>& messages() { return messages_; }
  const std::vector<std::string>& channels() const { return channels_; }
  std::int64_t repeated() const { return repeated_; }

 private:
  template <typename E>
  static std::optional<std::string_view> Maybe(const std::optional<E>& value) {
    return value ? std::optional(Word(*value)) : std::nullopt;
  }

  // The reader lets channels of the catalogue through only.
  std::uint16_t ChannelIndex(const std::string& id) {
    const auto it = std::find(channels_.begin(), channels_.end(), id);
    if (it != channels_.end()) return static_cast<std::uint16_t>(it - channels_.begin());
    channels_.push_back(id);
    return static_cast<std::uint16_t>(channels_.size() - 1);
  }

  sqlite3* db_;
  Inserter rows_, traits_;
  IdTable ids_;
  std::vector<ThreadMessage> messages_;
  std::vector<std::string> channels_;
  std::int64_t repeated_ = 0;
};

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

Result<std::vector<AnsweredQuestion>> WriteConversations(sqlite3* db, Writer& writer,
                                                         std::int64_t last_s, int open_hours,
                                                         std::int64_t& open) {
  auto hours = StatedHours::Read(db);
  if (!hours) return tl::unexpected(hours.error());
  Inserter rows(db, "conversations",
                {"message_id", "channel", "asked_at", "asked_s", "weekday", "minute", "hours",
                 "answer_id", "answered_at", "answered_s", "state", "quote"});
  QuoteReader quotes(db);
  std::vector<AnsweredQuestion> questions;
  std::vector<ThreadMessage>& messages = writer.messages();
  for (const Conversation& thread : FindConversations(messages)) {
    const ThreadMessage& asked = messages[thread.asked - 1];
    const auto [weekday, minute] = WeekdayAndMinute(asked.at_s, asked.offset);
    const std::string& channel = writer.channels()[asked.channel];
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

// Days of a stretch without a message that does not fit the rest, 0 for none.
std::int64_t GapDays(const std::vector<ThreadMessage>& messages, const TimelineLimits& limits) {
  if (messages.size() < 2) return 0;
  std::vector<std::int64_t> times;
  times.reserve(messages.size());
  for (const ThreadMessage& message : messages) times.push_back(message.at_s);
  std::sort(times.begin(), times.end());
  std::int64_t widest = 0;
  for (std::size_t i = 1; i < times.size(); ++i) {
    widest = std::max(widest, times[i] - times[i - 1]);
  }
  // The gap itself must not thin out the rest.
  const std::int64_t rest = std::max<std::int64_t>(86400, times.back() - times.front() - widest);
  const double daily = 86400.0 * static_cast<double>(times.size()) / static_cast<double>(rest);
  const bool is_gap = widest >= std::int64_t{limits.gap_days} * 86400 && daily >= limits.gap_daily;
  return is_gap ? widest / 86400 : 0;
}

// Why the look is not complete, in one sentence; "" when it is.
std::string WhyIncomplete(const TimelineFigures& figures,
                          const std::vector<ThreadMessage>& messages,
                          const TimelineLimits& limits) {
  const TimelineCounts& counts = figures.counts;
  if (figures.messages == 0) return "the timeline holds no message that can be read";
  if (figures.ours == 0) {
    return "no message of the timeline is by the brand: 'account' in brand.yaml names its accounts";
  }
  if (counts.hit_limit) return fmt::format("only the first {} rows were read", counts.rows);
  if (counts.is_known_part) return "brand.yaml says that the timeline is a part";
  if (counts.is_vouched) return "";
  if (counts.bad > 0) {
    return fmt::format("{} of {} rows could not be read; the first is line {} of {}: {}",
                       counts.bad, counts.rows, counts.bad_rows.front().line,
                       counts.bad_rows.front().file, counts.bad_rows.front().why);
  }
  if (const std::int64_t days = GapDays(messages, limits); days > 0) {
    return fmt::format("for {} days there is no message, where otherwise several come a day", days);
  }
  return "";
}

std::string WhyNoConversations(const std::vector<ThreadMessage>& messages,
                               const TimelineLimits& limits) {
  std::int64_t theirs = 0, replies = 0, known = 0;
  std::int64_t first = INT64_MAX;
  for (const ThreadMessage& message : messages) first = std::min(first, message.at_s);
  for (const ThreadMessage& message : messages) {
    if (!message.is_ours) ++theirs;
    // What is answered in the first day may have been asked before the timeline begins.
    if (!message.is_ours || !message.is_reply || message.at_s < first + 86400) continue;
    ++replies;
    if (message.parent > 0) ++known;
  }
  if (theirs == 0) return "the timeline holds the brand's messages only, no customer's";
  if (static_cast<double>(known) < limits.known_parents * static_cast<double>(replies)) {
    return fmt::format("of {} answers, the question of {} is not in the timeline", replies,
                       replies - known);
  }
  return "";
}

}  // namespace

Result<TimelineLook> WriteTimeline(sqlite3* db, const MessageFeed& feed,
                                   const MessageWords& words) {
  Writer writer(db);
  auto counts = feed([&](const Message& message) { writer.Add(message); });
  if (!counts) return tl::unexpected(counts.error());
  if (auto done = writer.Done(); !done) return tl::unexpected(done.error());
  if (auto done = writer.ResolveAnswers(); !done) return tl::unexpected(done.error());

  TimelineLook result;
  TimelineFigures& figures = result.figures;
  figures.is_there = true;
  figures.counts = std::move(*counts);
  figures.counts.repeated = writer.repeated();
  const std::vector<ThreadMessage>& messages = writer.messages();
  figures.messages = static_cast<std::int64_t>(messages.size());
  const ThreadMessage *first = nullptr, *last = nullptr;
  for (const ThreadMessage& message : messages) {
    if (message.is_ours) ++figures.ours;
    if (message.is_ours && message.is_reply) ++figures.replies;
    if (first == nullptr || message.at_s < first->at_s) first = &message;
    if (last == nullptr || message.at_s > last->at_s) last = &message;
  }
  if (first != nullptr) {
    figures.from_at = FormatIsoTime(first->at_s, first->offset);
    figures.to_at = FormatIsoTime(last->at_s, last->offset);
  }
  const TimelineLimits& limits = words.limits();
  auto questions =
      WriteConversations(db, writer, last ? last->at_s : 0, limits.open_hours, figures.open);
  if (!questions) return tl::unexpected(questions.error());
  figures.answers = MeasureAnswers(*questions, writer.channels());

  Coverage look;
  look.kind = LookKind::kTimeline;
  look.why = WhyIncomplete(figures, messages, limits);
  look.complete = look.why.empty() ? Complete::kYes : Complete::kPartial;
  look.seen = static_cast<int>(figures.messages);
  look.expected = static_cast<int>(figures.counts.rows - figures.counts.repeated);
  look.from_at = figures.from_at;
  look.to_at = figures.to_at;
  result.coverage.push_back(look);
  look.scope = "conversations";
  if (look.why.empty()) look.why = WhyNoConversations(messages, limits);
  look.complete = look.why.empty() ? Complete::kYes : Complete::kPartial;
  look.seen = static_cast<int>(questions->size()) + static_cast<int>(figures.open);
  look.expected = look.seen;
  result.coverage.push_back(look);
  return result;
}

}  // namespace klikpad
