// The attributes of one tag as they stand in the source, read as the tokenizer of HTML §13.2.5.32
// to §13.2.5.40 does.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace klikpad {

struct WrittenAttribute {
  std::size_t begin = 0;  // of its name
  std::size_t end = 0;    // behind its value and quote
  std::string_view name;  // as written
  std::string_view value;
  bool is_closed = true;  // false when the source ends in its quotes
};

struct WrittenAttributes {
  std::vector<WrittenAttribute> list;
  std::size_t end = 0;    // behind ">", or the source's end
  bool is_ended = false;  // by ">"; a tag that is not is no tag
  bool is_self_closing = false;
};

// Reads on from behind a tag's name. Takes `list` for its memory.
WrittenAttributes ReadAttributes(std::string_view source, std::size_t from,
                                 std::vector<WrittenAttribute> list = {});

}  // namespace klikpad
