// What the tree builder does not need is taken out of a page's text before parsing: bodies of
// scripts and styles, comments, SVG shapes, the bytes of data: URLs, plain values of attributes and
// runs of plain text. The same pass bounds what makes tree builders slow: nesting, attributes and
// open formatting elements. Offsets stay true through a map.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

struct TrimLimits {
  std::size_t max_depth = 512;       // start tags nested deeper are left out, their content stays
  std::size_t max_attributes = 256;  // of one tag
  std::size_t max_formatting = 64;   // <b>, <font> … open at the same time
};

// The raw content of a <script> or <noscript>.
struct RawBody {
  std::size_t tag = 0;    // offset of its start tag's "<" in the trimmed text
  std::string_view body;  // in the source
};

// The value of an attribute: in the trimmed text only its quotes stand.
struct KeptValue {
  std::size_t quote = 0;   // offset of the opening one in the trimmed text
  std::string_view value;  // in the source
};

struct TrimmedSource {
  struct Piece {
    std::size_t trimmed = 0;
    std::size_t source = 0;
  };

  std::string text;                    // for the tree builder
  std::vector<Piece> pieces;           // where uncut runs begin, ascending; the first is {0, 0}
  std::vector<RawBody> bodies;         // ascending by `tag`
  std::vector<std::string_view> runs;  // of plain text, see page/kept_text.h; in the source
  std::vector<KeptValue> values;       // ascending by `quote`
  std::vector<std::string> limits;     // what was left out because of a limit, one sentence each

  std::size_t SourceOffset(std::size_t trimmed) const;
  // Of the tag at that offset of the trimmed text; "" when it has none.
  std::string_view Body(std::size_t tag) const;
  // Of the attribute whose quote stands there; null when its value was not kept away.
  const KeptValue* ValueAt(std::size_t quote) const;
};

// `source` is valid UTF-8 and must outlive the result.
TrimmedSource TrimSource(std::string_view source, const TrimLimits& limits = {});

}  // namespace klikpad
