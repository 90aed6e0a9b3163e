// Answers about what was taken out of a page's text.

#include <algorithm>

#include "page/trim_source.h"

namespace klikpad {
namespace {

// The index of the first entry for which `is_behind` holds, as it does for all after it: a few
// steps from `hint`, else a binary search, since elements that are opened again stand far back.
template <typename Entry, typename Test>
std::size_t FirstBehind(const std::vector<Entry>& list, std::size_t hint, Test is_behind) {
  constexpr std::size_t kSteps = 8;
  auto from = list.begin(), to = list.end();
  if (hint > 0 && is_behind(list[hint - 1])) {
    to = from + static_cast<std::ptrdiff_t>(hint);
  } else {
    const std::size_t near = std::min(hint + kSteps, list.size());
    for (; hint < near; ++hint) {
      if (is_behind(list[hint])) return hint;
    }
    from += static_cast<std::ptrdiff_t>(near);
  }
  const auto found =
      std::partition_point(from, to, [&](const Entry& entry) { return !is_behind(entry); });
  return static_cast<std::size_t>(found - list.begin());
}

}  // namespace

std::size_t TrimmedSource::SourceOffset(std::size_t trimmed) const {
  piece_ = FirstBehind(pieces, piece_, [&](const Piece& piece) { return piece.trimmed > trimmed; });
  const Piece& piece = pieces[piece_ - 1];
  return piece.source + (trimmed - piece.trimmed);
}

const KeptTag* TrimmedSource::TagAt(std::size_t tag) const {
  tag_ = FirstBehind(tags, tag_, [&](const KeptTag& kept) { return kept.tag >= tag; });
  return tag_ < tags.size() && tags[tag_].tag == tag ? &tags[tag_] : nullptr;
}

std::string_view TrimmedSource::Body(std::size_t tag) const {
  const auto found =
      std::lower_bound(bodies.begin(), bodies.end(), tag,
                       [](const RawBody& body, std::size_t value) { return body.tag < value; });
  return found != bodies.end() && found->tag == tag ? found->body : std::string_view();
}

}  // namespace klikpad
