// A JSON value with ordered keys; reading by nlohmann-json (bounded in depth), writing by klikpad
// so that equal values give equal bytes (RFC 8259).

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/text_sink.h"

namespace klikpad {

class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;  // in the order of insertion

  Json() = default;  // null
  Json(std::nullptr_t) {}
  Json(bool value) : value_(value) {}
  Json(int value) : value_(static_cast<std::int64_t>(value)) {}
  Json(std::int64_t value) : value_(value) {}
  Json(std::size_t value) : value_(static_cast<std::int64_t>(value)) {}
  Json(double value) : value_(value) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(Array value) : value_(std::move(value)) {}
  Json(Object value) : value_(std::move(value)) {}

  // One line of error with the line in `name`. At most `max_depth` levels of nesting.
  static Result<Json> Parse(std::string_view text, const std::string& name = "",
                            int max_depth = 200);
  // As Parse, for what sites write by hand: comments, trailing commas, raw line breaks in strings,
  // HTML comment and CDATA wrappers are tolerated. Null when nothing can be made of it.
  static Json ParseTolerant(std::string_view text);

  bool IsNull() const { return std::holds_alternative<std::nullptr_t>(value_); }
  bool IsBool() const { return std::holds_alternative<bool>(value_); }
  bool IsInt() const { return std::holds_alternative<std::int64_t>(value_); }
  bool IsNumber() const { return IsInt() || std::holds_alternative<double>(value_); }
  bool IsString() const { return std::holds_alternative<std::string>(value_); }
  bool IsArray() const { return std::holds_alternative<Array>(value_); }
  bool IsObject() const { return std::holds_alternative<Object>(value_); }

  // Each gives the neutral value when the type is another: false, 0, "", an empty list.
  bool AsBool() const;
  std::int64_t AsInt() const;
  double AsDouble() const;
  const std::string& AsString() const;
  const Array& Items() const;
  const Object& Members() const;

  // The member of that name, a null value when there is none.
  const Json& operator[](std::string_view key) const;
  bool Has(std::string_view key) const;
  // Appends or replaces a member (makes an object of null); gives *this for chaining.
  Json& Set(std::string_view key, Json value);
  // Appends an item (makes an array of null).
  Json& Add(Json value);

  bool operator==(const Json& other) const = default;

  // indent < 0: one line. Strings are valid UTF-8 after writing (invalid bytes as U+FFFD); NaN and
  // infinities are written as null.
  std::string Text(int indent = 2) const;
  // The same behind `out`, as a value that stands `depth` levels deep in a larger text.
  void AppendText(std::string& out, int indent, std::size_t depth) const;

 private:
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> value_ =
      nullptr;
};

// Writes an object member by member, and large arrays item by item, so that they never stand in
// memory as a tree: the same text as Json::Text gives. Keys must differ.
class JsonObjectWriter {
 public:
  explicit JsonObjectWriter(TextSink sink, int indent = 2)
      : JsonObjectWriter(std::make_shared<Out>(Out{std::move(sink), {}, indent}), 0) {}

  JsonObjectWriter& Set(std::string_view key, const Json& value);
  // An array of `to_json` of each of `items`.
  template <typename Items, typename ToJson>
  JsonObjectWriter& SetEach(std::string_view key, const Items& items, ToJson to_json) {
    BeginMember(key);
    BeginArray();
    bool is_first = true;
    for (const auto& item : items) {
      BeginItem(is_first);
      is_first = false;
      AddValue(to_json(item));
    }
    EndArray(is_first);
    return *this;
  }
  // An array of objects with large arrays of their own: `write` puts the members of each of
  // `items`, at least one, into the writer that it is given.
  template <typename Items, typename Write>
  JsonObjectWriter& WriteEach(std::string_view key, const Items& items, Write write) {
    BeginMember(key);
    BeginArray();
    bool is_first = true;
    for (const auto& item : items) {
      BeginItem(is_first);
      is_first = false;
      JsonObjectWriter inner(out_, depth_ + 2);
      write(item, inner);
      inner.End();
    }
    EndArray(is_first);
    return *this;
  }
  // The end of the object. Once, and last.
  void End();

 private:
  struct Out {
    TextSink sink;
    std::string text;  // that the sink has not got yet
    int indent = 2;
  };
  JsonObjectWriter(std::shared_ptr<Out> out, int depth);
  void BeginMember(std::string_view key);
  void BeginArray();
  void BeginItem(bool is_first);
  void AddValue(const Json& value);  // of an array
  void EndArray(bool is_empty);

  const std::shared_ptr<Out> out_;
  const int depth_;
  bool is_empty_ = true;
};

// "a\"b" → "\"a\\\"b\"": a JSON string literal.
std::string JsonString(std::string_view text);

}  // namespace klikpad
