// Threads and stated hours.

#include <algorithm>
#include <numeric>

#include "evidence/timeline_writer.h"

namespace klikpad {

std::vector<Conversation> FindConversations(std::vector<ThreadMessage>& messages) {
  std::vector<std::uint32_t> order(messages.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return messages[a].at_s < messages[b].at_s;
  });
  std::vector<Conversation> conversations;
  // In order of time a message's parent has its place already; one that seems to answer the future
  // (clocks that disagree) is treated as an answer to something unknown, so no loop can close.
  for (const std::uint32_t index : order) {
    ThreadMessage& message = messages[index];
    const std::uint32_t above = message.parent > 0 ? messages[message.parent - 1].conversation : 0;
    if (message.is_ours) {
      message.conversation = above;
      if (above == 0) continue;
      Conversation& thread = conversations[above - 1];
      if (thread.asked != 0 && thread.answer == 0) thread.answer = index + 1;
      continue;
    }
    if (above != 0) {
      message.conversation = above;
    } else {
      conversations.push_back({0, 0, index + 1});
      message.conversation = static_cast<std::uint32_t>(conversations.size());
    }
    Conversation& thread = conversations[message.conversation - 1];
    if (message.asks && thread.asked == 0) thread.asked = index + 1;
  }
  std::erase_if(conversations, [](const Conversation& thread) { return thread.asked == 0; });
  return conversations;
}

Result<StatedHours> StatedHours::Read(sqlite3* db) {
  sqlite3_stmt* raw = nullptr;
  const char* sql = "SELECT channel, weekday, opens, closes FROM hours WHERE channel IS NOT NULL";
  if (sqlite3_prepare_v2(db, sql, -1, &raw, nullptr) != SQLITE_OK) return Fail(sqlite3_errmsg(db));
  const Statement statement(raw);
  StatedHours hours;
  while (sqlite3_step(raw) == SQLITE_ROW) {
    const auto* channel = reinterpret_cast<const char*>(sqlite3_column_text(raw, 0));
    hours.spans_[channel].push_back(
        {sqlite3_column_int(raw, 1), sqlite3_column_int(raw, 2), sqlite3_column_int(raw, 3)});
  }
  return hours;
}

bool StatedHours::IsOpen(const std::string& channel, int weekday, int minute) const {
  const auto it = spans_.find(channel);
  if (it == spans_.end()) return false;
  const int day_before = weekday == 1 ? 7 : weekday - 1;
  return std::any_of(it->second.begin(), it->second.end(), [&](const Span& span) {
    const bool is_today = span.weekday == weekday && span.opens <= minute && minute < span.closes;
    return is_today || (span.weekday == day_before && minute + 1440 < span.closes);
  });
}

}  // namespace klikpad
