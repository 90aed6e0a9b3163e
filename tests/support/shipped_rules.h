// All of klikpad's rules as they are shipped, read once a test program.

#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "rules/rules.h"

namespace klikpad {

inline const Rules& ShippedRules() {
  static const Rules rules = [] {
    auto loaded = LoadRules(std::string(KLIKPAD_ROOT) + "/rules");
    REQUIRE_MESSAGE(loaded, loaded.error().Text());
    return std::move(*loaded);
  }();
  return rules;
}

}  // namespace klikpad
