// What the id and class of an element say of its place on the page.

#pragma once

#include <optional>
#include <string_view>

#include "model/words.h"

namespace klikpad {

// "site-footer", "mainNav", "masthead" → their region; nothing for other words and for those that
// name a part of something smaller ("card-header"). A guess: see FindRegions for what must hold
// too.
std::optional<Region> RegionFromWords(std::string_view id, std::string_view css_class);

}  // namespace klikpad
