// JSON Lines, JSON arrays, and the X archive, whose tweets.js is an array behind an assignment.

#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "brand/raw_message.h"

namespace klikpad {
namespace {

// A tweet of an archive with all its entities takes a few kilobytes.
constexpr std::size_t kMaxObjectBytes = 1 << 20;
constexpr int kMaxDepth = 40;

// "a.b" in nested objects; a null value when it is not there. Names compare as columns do.
const Json& MemberAt(const Json& object, std::string_view path) {
  static const Json kNone;
  const Json* at = &object;
  for (const std::string_view part : Split(path, '.')) {
    const Json* next = nullptr;
    if ((*at).Has(part)) {
      next = &(*at)[part];
    } else {
      const std::string wanted = FoldColumn(part);
      for (const auto& [name, value] : at->Members()) {
        if (FoldColumn(name) == wanted) next = &value;
      }
    }
    if (next == nullptr) return kNone;
    at = next;
  }
  return *at;
}

std::string TextOf(const Json& value) {
  if (value.IsString()) return value.AsString();
  if (value.IsNumber() || value.IsBool()) return value.Text(-1);
  // {"user": {"screen_name": "x"}}
  if (value.IsObject()) {
    for (const char* name : {"screen_name", "username", "handle", "name", "id_str", "id"}) {
      const Json& inner = value[name];
      if (inner.IsString() || inner.IsNumber()) return TextOf(inner);
    }
  }
  return "";
}

std::string FieldOf(const Json& object, const std::string& field, const TimelineSource& source,
                    const MessageWords& words) {
  for (const auto& [name, path] : source.columns) {
    if (name == field) return TextOf(MemberAt(object, path));
  }
  for (const auto& [name, synonyms] : words.columns()) {
    if (name != field) continue;
    for (const std::string& synonym : synonyms) {
      std::string text = TextOf(MemberAt(object, synonym));
      if (!text.empty()) return text;
    }
  }
  return "";
}

// Gives one object to the sink; false to stop.
bool Take(const std::string& text, std::int64_t line, const TimelineSource& source,
          const MessageWords& words, const RawSink& sink) {
  const auto json = Json::Parse(text, "", kMaxDepth);
  if (!json) return sink.bad(line, "is no valid JSON: " + json.error().message, 1);
  if (!json->IsObject()) return sink.bad(line, "is no JSON object", 1);
  auto raw = RawFromJson(*json, source, words);
  if (!raw) return sink.bad(line, "has neither a time nor a text", 1);
  raw->line = line;
  return sink.row(std::move(*raw));
}

// Bytes with their line.
class Bytes {
 public:
  explicit Bytes(std::istream& in) : in_(in) {}
  int Next() {
    if (at_ == buffer_.size()) {
      buffer_.resize(1 << 16);
      in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
      buffer_.resize(static_cast<std::size_t>(in_.gcount()));
      at_ = 0;
      if (buffer_.empty()) return -1;
    }
    const char c = buffer_[at_++];
    if (c == '\n') ++line_;
    return static_cast<unsigned char>(c);
  }
  std::int64_t line() const { return line_; }

 private:
  std::istream& in_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
};

}  // namespace

std::optional<RawMessage> RawFromJson(const Json& object, const TimelineSource& source,
                                      const MessageWords& words) {
  const Json& inner = object["tweet"];  // archives since 2019 wrap each tweet
  const Json& tweet = inner.IsObject() ? inner : object;
  RawMessage raw;
  raw.at = FieldOf(tweet, "at", source, words);
  raw.text = FieldOf(tweet, "text", source, words);
  if (raw.at.empty() && raw.text.empty()) return std::nullopt;
  raw.author = FieldOf(tweet, "author", source, words);
  raw.reply_to = FieldOf(tweet, "reply_to", source, words);
  raw.id = FieldOf(tweet, "id", source, words);
  raw.channel = FieldOf(tweet, "channel", source, words);
  raw.direction = FieldOf(tweet, "direction", source, words);
  raw.has_entities = tweet.Has("full_text");
  // A reply to somebody whose message is gone names the person only.
  if (raw.reply_to.empty() && !TextOf(tweet["in_reply_to_screen_name"]).empty()) raw.reply_to = "?";
  return raw;
}

Result<void> ReadJsonLines(std::istream& in, const TimelineSource& source,
                           const MessageWords& words, const RawSink& sink) {
  Bytes bytes(in);
  std::string line;
  for (int c = 0; c != -1;) {
    const std::int64_t number = bytes.line();
    line.clear();
    bool is_long = false;
    while ((c = bytes.Next()) != -1 && c != '\n') {
      if (line.size() < kMaxObjectBytes) {
        line += static_cast<char>(c);
      } else {
        is_long = true;
      }
    }
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (Trim(line).empty()) continue;
    const bool goes_on = is_long ? sink.bad(number, "is longer than 1 MB", 1)
                                 : Take(line, number, source, words, sink);
    if (!goes_on) return {};
  }
  return {};
}

Result<void> ReadJsonArray(std::istream& in, const TimelineSource& source,
                           const MessageWords& words, const RawSink& sink) {
  Bytes bytes(in);
  // Up to the array: "window.YTD.tweets.part0 = ", never long.
  int c = bytes.Next();
  for (int seen = 0; c != '[' && c != -1 && seen < 1000; ++seen) c = bytes.Next();
  if (c != '[') return Fail("holds no list of messages: a [ should come first", source.file, 1);
  std::string object;
  int depth = 0;
  bool is_string = false;
  bool is_escaped = false;
  bool is_long = false;
  std::int64_t begin = 0;
  while ((c = bytes.Next()) != -1) {
    if (depth == 0) {
      if (c == ']') return {};
      if (c != '{') continue;
      begin = bytes.line();
      object.clear();
      is_long = false;
    }
    if (object.size() < kMaxObjectBytes) {
      object += static_cast<char>(c);
    } else {
      is_long = true;
    }
    if (is_string) {
      if (is_escaped) {
        is_escaped = false;
      } else if (c == '\\') {
        is_escaped = true;
      } else if (c == '"') {
        is_string = false;
      }
      continue;
    }
    if (c == '"') is_string = true;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth != 0) continue;
    const bool goes_on = is_long ? sink.bad(begin, "is longer than 1 MB", 1)
                                 : Take(object, begin, source, words, sink);
    if (!goes_on) return {};
  }
  sink.bad(depth > 0 ? begin : bytes.line(), "the file ends in the middle of its list", 1);
  return {};
}

}  // namespace klikpad
