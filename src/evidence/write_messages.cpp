// Writes the timeline: one pass over the messages, then their conversations.

#include <fmt/format.h>

#include <algorithm>

#include "base/civil_time.h"
#include "base/text.h"
#include "evidence/timeline_writer.h"

namespace klikpad {
namespace {

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
  auto questions = WriteConversations(db, writer.messages(), writer.channels(),
                                      last ? last->at_s : 0, limits.open_hours, figures.open);
  if (!questions) return tl::unexpected(questions.error());
  figures.answers = MeasureAnswers(*questions, writer.channels());

  Coverage look;
  look.kind = LookKind::kTimeline;
  look.why = WhyTimelineIncomplete(figures, messages, limits);
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
