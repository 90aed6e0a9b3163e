// Why a timeline is no whole look.

#include <fmt/format.h>

#include <algorithm>

#include "evidence/timeline_writer.h"

namespace klikpad {
namespace {

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

}  // namespace

std::string WhyTimelineIncomplete(const TimelineFigures& figures,
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

}  // namespace klikpad
