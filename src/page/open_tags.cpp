// Nesting is counted by name; only what hostile or very broken pages do meets a limit.

#include "page/open_tags.h"

#include "page/tag_key.h"

namespace klikpad {
namespace {

bool HasOptionalEnd(std::uint64_t key) {
  switch (key) {
    case TagKey("p"):
    case TagKey("li"):
    case TagKey("dt"):
    case TagKey("dd"):
    case TagKey("tr"):
    case TagKey("td"):
    case TagKey("th"):
    case TagKey("thead"):
    case TagKey("tbody"):
    case TagKey("tfoot"):
    case TagKey("colgroup"):
    case TagKey("caption"):
    case TagKey("option"):
    case TagKey("html"):
    case TagKey("head"):
    case TagKey("body"):
      return true;
    default:
      return false;
  }
}

bool IsVoid(std::uint64_t key) {
  switch (key) {
    case TagKey("area"):
    case TagKey("base"):
    case TagKey("basefont"):
    case TagKey("bgsound"):
    case TagKey("br"):
    case TagKey("col"):
    case TagKey("embed"):
    case TagKey("frame"):
    case TagKey("hr"):
    case TagKey("image"):
    case TagKey("img"):
    case TagKey("input"):
    case TagKey("keygen"):
    case TagKey("link"):
    case TagKey("meta"):
    case TagKey("param"):
    case TagKey("source"):
    case TagKey("track"):
    case TagKey("wbr"):
      return true;
    default:
      return false;
  }
}

// The formatting elements of HTML §13.2.4.3 without <a>, which closes itself.
bool IsFormatting(std::uint64_t key) {
  switch (key) {
    case TagKey("b"):
    case TagKey("big"):
    case TagKey("code"):
    case TagKey("em"):
    case TagKey("font"):
    case TagKey("i"):
    case TagKey("nobr"):
    case TagKey("s"):
    case TagKey("small"):
    case TagKey("strike"):
    case TagKey("strong"):
    case TagKey("tt"):
    case TagKey("u"):
      return true;
    default:
      return false;
  }
}

// Elements that cannot hold their own kind: however many there are, they do not nest.
bool EndsItself(std::uint64_t key) {
  switch (key) {
    case TagKey("a"):
    case TagKey("button"):
    case TagKey("iframe"):
    case TagKey("script"):
    case TagKey("select"):
    case TagKey("style"):
    case TagKey("textarea"):
    case TagKey("title"):
      return true;
    default:
      return false;
  }
}

// Those that end the reach of formatting elements inside them.
bool ClearsFormatting(std::uint64_t key) {
  return key == TagKey("td") || key == TagKey("th") || key == TagKey("caption");
}

}  // namespace

bool OpenTags::Open(std::uint64_t key, bool is_foreign) {
  if (ClearsFormatting(key)) formatting_ = 0;
  if (!is_foreign && (IsVoid(key) || HasOptionalEnd(key))) return true;
  bool is_left_out = false;
  if (IsFormatting(key)) {
    is_left_out = formatting_ >= max_formatting_;
    hit_formatting_ |= is_left_out;
    if (!is_left_out) ++formatting_;
  }
  if (open_.size() >= max_depth_ && (is_foreign || !EndsItself(key))) {
    is_left_out = hit_depth_ = true;
  }
  // Left-out tags are remembered for a while, so that their end tags close nothing else.
  if (open_.size() < 4 * max_depth_ + 16) open_.push_back({key, is_left_out});
  return !is_left_out;
}

bool OpenTags::Close(std::uint64_t key) {
  const bool is_formatting = IsFormatting(key);
  if (ClearsFormatting(key)) formatting_ = 0;
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i].key != key) continue;
    const bool is_left_out = open_[i].is_left_out;
    const auto from = open_.begin() + static_cast<std::ptrdiff_t>(i);
    if (is_formatting || key == TagKey("a")) {
      open_.erase(from);
    } else {
      open_.erase(from, open_.end());
    }
    if (is_formatting && !is_left_out && formatting_ > 0) --formatting_;
    return !is_left_out;
  }
  return true;
}

}  // namespace klikpad
