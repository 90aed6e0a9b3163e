// Names, equals signs and values, in one pass.

#include "page/tag_attributes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace klikpad {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

constexpr std::array<bool, 256> kEndsName = [] {
  std::array<bool, 256> ends{};
  for (const char c : std::string_view(" \t\n\f\r/>=")) ends[static_cast<unsigned char>(c)] = true;
  return ends;
}();

std::size_t SkipSpace(std::string_view source, std::size_t at) {
  while (at < source.size() && IsSpace(source[at])) ++at;
  return at;
}

// Behind the value that begins at `at`, which is neither a space nor ">".
std::size_t ReadValue(std::string_view source, std::size_t at, WrittenAttribute& attribute) {
  const char quote = source[at];
  if (quote == '"' || quote == '\'') {
    const std::size_t close = source.find(quote, at + 1);
    attribute.is_closed = close != std::string_view::npos;
    const std::size_t end = std::min(close, source.size());
    attribute.value = source.substr(at + 1, end - at - 1);
    return std::min(end + 1, source.size());
  }
  std::size_t end = at;
  while (end < source.size() && !IsSpace(source[end]) && source[end] != '>') ++end;
  attribute.value = source.substr(at, end - at);
  return end;
}

}  // namespace

WrittenAttributes ReadAttributes(std::string_view source, std::size_t from,
                                 std::vector<WrittenAttribute> list) {
  WrittenAttributes read;
  read.list = std::move(list);
  read.list.clear();
  std::size_t bare_end = 0;  // of the latest value without quotes: a slash at its end is its own
  std::size_t i = from;
  for (;;) {
    while (i < source.size() && (IsSpace(source[i]) || source[i] == '/')) ++i;
    if (i >= source.size() || source[i] == '>') break;
    WrittenAttribute attribute;
    attribute.begin = i++;  // a name may begin with "="
    while (i < source.size() && !kEndsName[static_cast<unsigned char>(source[i])]) ++i;
    attribute.end = i;
    attribute.name = source.substr(attribute.begin, i - attribute.begin);
    i = SkipSpace(source, i);
    if (i < source.size() && source[i] == '=') {
      i = SkipSpace(source, i + 1);
      if (i < source.size() && source[i] != '>') {
        const bool is_bare = source[i] != '"' && source[i] != '\'';
        i = attribute.end = ReadValue(source, i, attribute);
        if (is_bare) bare_end = i;
      } else {
        attribute.end = i;
      }
    }
    read.list.push_back(attribute);
  }
  read.is_ended = i < source.size();
  read.is_self_closing = read.is_ended && i > bare_end && source[i - 1] == '/';
  read.end = std::min(i + 1, source.size());
  return read;
}

}  // namespace klikpad
