// Turns the rows of one timeline source into messages: timed, masked, classed.

#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "base/id_table.h"
#include "brand/message_time.h"
#include "brand/raw_message.h"
#include "brand/timeline.h"

namespace klikpad {

class SourceReader {
 public:
  // All but `brand` and `open` outlive the reader. `people` numbers authors across sources.
  SourceReader(const TimelineSource& source, const Brand& brand, const Rules& rules,
               const OpenFile& open, const TimelineOptions& options, IdTable& people,
               TimelineCounts& counts);

  // Calls `use` with the message, or counts the row as bad. False to stop reading.
  bool Take(RawMessage&& raw, const std::string& file, const UseMessage& use);
  // `rows` that could not even be cut into fields.
  bool TakeBad(const std::string& file, std::int64_t line, const std::string& why,
               std::int64_t rows);
  std::string ZoneName() const { return clock_.Name(); }

 private:
  void NoteBad(const std::string& file, std::int64_t line, const std::string& why,
               std::int64_t rows);
  // Why the row cannot be used; "" when it can.
  std::string Fill(RawMessage& raw, Message& message);
  // "@jan …", but for the brand's own accounts.
  bool BeginsWithSomeone(std::string_view text) const;
  std::string PersonName(std::uint64_t hash, bool is_unknown);

  const TimelineSource& source_;
  const MessageWords& words_;
  const Channels& channels_;
  const TimelineOptions& options_;
  MessageClock clock_;
  std::set<std::string> ours_;
  IdTable& people_;
  TimelineCounts& counts_;
};

}  // namespace klikpad
