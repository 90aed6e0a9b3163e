// Fingerprints of what a page says, to know pages that say nothing new.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "model/page.h"

namespace klikpad {

struct PagePrint {
  std::uint64_t whole = 0;  // of all visible text as it is
  // SimHash (Charikar, STOC 2002) of the blocks of the main part, or of all where none is; 0 when
  // there is no text. Numbers count as one, and the page's own name in the address as nothing,
  // since pages about missing ones often repeat it.
  std::uint64_t main = 0;
  // Body blocks of the main part (of all parts where none is main), no titles, headings and
  // buttons: hash, numbers all alike, and bytes.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> blocks;
  std::size_t body_bytes = 0;  // of `blocks`
  std::size_t bytes = 0;       // of all visible text
};

PagePrint PrintOf(const Page& page);

// True when an ASCII digit stands in `text`.
bool HasDigit(std::string_view text);

// Bits that differ.
int Distance(std::uint64_t a, std::uint64_t b);

}  // namespace klikpad
