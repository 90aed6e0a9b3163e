// What is hidden by the HTML itself. Style sheets are not read: what they hide counts as visible.

#pragma once

#include <cstdint>
#include <vector>

#include "page/tree.h"

namespace klikpad {

// Bits of a node; all are inherited by its descendants.
enum HiddenBits : std::uint8_t {
  kShown = 0,
  // hidden, inline display:none or visibility:hidden, <noscript>, a <dialog> that is not open, and
  // aria-hidden on a container (a closed menu). The content of closed <details> counts as shown: it
  // is there for everyone who opens it.
  kNotShown = 1,
  // aria-hidden=true: not in accessible names. On phrasing elements (an icon, a doubled number) it
  // stays visible text.
  kAriaHidden = 2,
  // Content that is no text: script, select, textarea, video …
  kNoText = 4,
  // In a <template> that makes no shadow root: no part of the document.
  kInert = 8,
};

std::vector<std::uint8_t> FindHidden(const Tree& tree);

// Inline style with display:none, visibility:hidden or visibility:collapse.
bool StyleHides(std::string_view style);

}  // namespace klikpad
