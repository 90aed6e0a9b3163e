// What the tree builder does not need is taken out of a page's text before parsing: bodies of
// scripts and styles, comments, SVG shapes, the bytes of data: URLs, plain attributes, runs of
// plain text and indentation. The same pass bounds what makes tree builders slow: nesting,
// attributes and open formatting elements. Offsets stay true through a map.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

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

// A start tag whose attributes are not in the trimmed text.
struct KeptTag {
  std::size_t tag = 0;    // offset of its "<" in the trimmed text
  std::size_t first = 0;  // in TrimmedSource::attributes
  std::size_t count = 0;
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
  std::vector<KeptTag> tags;           // ascending by `tag`
  std::vector<Attribute> attributes;   // of `tags`; in the source
  std::vector<std::string> limits;     // what was left out because of a limit, one sentence each

  // These are soonest answered in ascending order: each looks behind its last answer first.
  std::size_t SourceOffset(std::size_t trimmed) const;
  // Of the tag at that offset of the trimmed text; "" when it has none.
  std::string_view Body(std::size_t tag) const;
  // Null when the tag there has all its attributes.
  const KeptTag* TagAt(std::size_t tag) const;

 private:
  mutable std::size_t piece_ = 0, tag_ = 0;  // of the last answers
};

// `source` is valid UTF-8 and must outlive the result.
TrimmedSource TrimSource(std::string_view source, const TrimLimits& limits = {});

}  // namespace klikpad
