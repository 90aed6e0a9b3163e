// Reading JSON by nlohmann-json's SAX interface into klikpad's own value. nlohmann's parser keeps
// its own stack on the heap, and the depth is bounded here.

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/json.h"
#include "base/text.h"

namespace klikpad {
namespace {

// Builds the value; a path of pointers would move under growing vectors, so open containers are
// kept apart until they close.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Builder(int max_depth) : max_depth_(static_cast<std::size_t>(max_depth)) {}

  bool null() override { return Put(Json()); }
  bool boolean(bool value) override { return Put(Json(value)); }
  bool number_integer(number_integer_t value) override { return Put(Json(std::int64_t{value})); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > INT64_MAX) return Put(Json(static_cast<double>(value)));
    return Put(Json(static_cast<std::int64_t>(value)));
  }
  bool number_float(number_float_t value, const string_t&) override { return Put(Json(value)); }
  bool string(string_t& value) override { return Put(Json(std::move(value))); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return Open(false); }
  bool end_object() override { return Close(); }
  bool start_array(std::size_t) override { return Open(true); }
  bool end_array() override { return Close(); }
  bool key(string_t& value) override {
    open_.back().key = std::move(value);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    position_ = position;
    message_ = error.what();
    return false;
  }

  Json Take() { return std::move(root_); }
  std::size_t position_ = 0;
  std::string message_;

 private:
  struct Container {
    bool is_array = false;
    Json::Array items;
    Json::Object members;
    std::string key;
  };

  bool Open(bool is_array) {
    if (open_.size() >= max_depth_) {
      message_ = fmt::format("more than {} levels of nesting", max_depth_);
      return false;
    }
    open_.emplace_back();
    open_.back().is_array = is_array;
    return true;
  }

  bool Close() {
    Container closed = std::move(open_.back());
    open_.pop_back();
    return Put(closed.is_array ? Json(std::move(closed.items)) : Json(std::move(closed.members)));
  }

  bool Put(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().is_array) {
      open_.back().items.push_back(std::move(value));
    } else {
      PutMember(std::move(value));
    }
    return true;
  }

  // The last of equal keys counts, as in browsers; a linear search is kept off large objects, where
  // it would be quadratic.
  void PutMember(Json value) {
    Container& container = open_.back();
    if (container.members.size() < 64) {
      for (auto& [name, old] : container.members) {
        if (name == container.key) {
          old = std::move(value);
          return;
        }
      }
    }
    container.members.emplace_back(std::move(container.key), std::move(value));
    container.key.clear();
  }

  std::size_t max_depth_;
  std::vector<Container> open_;
  Json root_;
};

// nlohmann says "[json.exception.parse_error.101] parse error at line 1, column 2: why": the why.
std::string PlainReason(const std::string& message) {
  const std::size_t start = message.find("column ");
  if (start == std::string::npos) return message;
  const std::size_t colon = message.find(": ", start);
  if (colon == std::string::npos) return message;
  const std::size_t end = message.find("; last read", colon);
  return message.substr(colon + 2, end == std::string::npos ? end : end - colon - 2);
}

// Copies JSON-like text with the usual blemishes mended: comments gone, raw control characters in
// strings escaped, trailing commas dropped.
std::string Mend(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\' && i + 1 < text.size()) {
        // \' and other escapes that JSON does not know lose their backslash.
        const char next = text[i + 1];
        if (std::string_view("\"\\/bfnrtu").find(next) != std::string_view::npos) out += c;
        out += next;
        ++i;
      } else if (static_cast<unsigned char>(c) < 0x20) {
        out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : " ";
      } else {
        out += c;
        in_string = c != '"';
      }
      continue;
    }
    if (c == '"') {
      in_string = true;
      out += c;
    } else if (c == '/' && i + 1 < text.size() && text[i + 1] == '*') {
      const std::size_t end = text.find("*/", i + 2);
      i = end == std::string_view::npos ? text.size() : end + 1;
    } else if (c == '/' && i + 1 < text.size() && text[i + 1] == '/') {
      const std::size_t end = text.find('\n', i);
      i = end == std::string_view::npos ? text.size() : end;
    } else if (c == ']' || c == '}') {
      while (!out.empty() && (out.back() == ' ' || out.back() == '\n' || out.back() == '\r' ||
                              out.back() == '\t')) {
        out.pop_back();
      }
      if (!out.empty() && out.back() == ',') out.pop_back();
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

// Without the wrappers that old templates put around scripts.
std::string_view Unwrap(std::string_view text) {
  text = Trim(text);
  for (std::string_view head :
       {std::string_view("\xEF\xBB\xBF"), std::string_view("<!--"), std::string_view("//<![CDATA["),
        std::string_view("/*<![CDATA[*/"), std::string_view("<![CDATA[")}) {
    if (text.substr(0, head.size()) == head) text = Trim(text.substr(head.size()));
  }
  for (std::string_view tail : {std::string_view("-->"), std::string_view("/*]]>*/"),
                                std::string_view("//]]>"), std::string_view("]]>")}) {
    if (text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail) {
      text = Trim(text.substr(0, text.size() - tail.size()));
    }
  }
  while (!text.empty() && text.back() == ';') text = Trim(text.substr(0, text.size() - 1));
  return text;
}

}  // namespace

Result<Json> Json::Parse(std::string_view text, const std::string& name, int max_depth) {
  Builder builder(max_depth);
  if (nlohmann::json::sax_parse(text, &builder)) return builder.Take();
  const std::size_t end = std::min(builder.position_, text.size());
  const int line = 1 + static_cast<int>(std::count(text.begin(), text.begin() + end, '\n'));
  return Fail("no valid JSON: " + PlainReason(builder.message_), name, line);
}

Json Json::ParseTolerant(std::string_view text) {
  constexpr int kMaxDepth = 64;
  const std::string_view bare = Unwrap(text);
  Builder strict(kMaxDepth);
  if (nlohmann::json::sax_parse(bare, &strict)) return strict.Take();
  Builder mended(kMaxDepth);
  if (nlohmann::json::sax_parse(Mend(ToValidUtf8(bare)), &mended)) return mended.Take();
  return {};
}

}  // namespace klikpad
