// Rows of timeline files as they stand there, from each of the formats.

#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>

#include "brand/timeline_source.h"
#include "rules/message_words.h"

namespace klikpad {

// Fields that a row does not have are "".
struct RawMessage {
  std::int64_t line = 0;  // at which the row begins, 1-based
  std::string at, author, text, reply_to, id, channel, direction;
  bool has_entities = false;  // its text writes & as &amp;, as the X API does
};

// No field is longer; what is longer is cut, and the row says so.
inline constexpr std::size_t kMaxFieldBytes = 100'000;

// Where rows go. Each returns false to stop reading.
struct RawSink {
  std::function<bool(RawMessage&&)> row;
  // `rows`: how many are lost by it.
  std::function<bool(std::int64_t line, std::string why, std::int64_t rows)> bad;
};

// Comma, semicolon or tab, told by the header; quotes, line breaks and doubled quotes after RFC
// 4180; a byte order mark and "sep=;" are skipped. An error when the header lacks a needed column.
Result<void> ReadCsv(std::istream& in, const TimelineSource& source, const MessageWords& words,
                     const RawSink& sink);
// One JSON object a line.
Result<void> ReadJsonLines(std::istream& in, const TimelineSource& source,
                           const MessageWords& words, const RawSink& sink);
// A JSON array of objects, with or without the "window.YTD.tweets.part0 = " of the X archive.
Result<void> ReadJsonArray(std::istream& in, const TimelineSource& source,
                           const MessageWords& words, const RawSink& sink);

// A JSON object with its members as fields; nothing when it has neither time nor text.
std::optional<RawMessage> RawFromJson(const class Json& object, const TimelineSource& source,
                                      const MessageWords& words);

}  // namespace klikpad
