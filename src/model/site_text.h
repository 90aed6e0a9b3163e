// A text of a page as the look keeps it.

#pragma once

#include <cstdint>

#include "model/page.h"
#include "model/site.h"

namespace klikpad {

inline SiteText KeptText(const TextBlock& block) {
  return {block.text, block.position, block.place,
          block.kind, block.region,   static_cast<std::uint8_t>(block.level)};
}

}  // namespace klikpad
