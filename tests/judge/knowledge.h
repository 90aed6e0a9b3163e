// klikpad's own rules and packs, loaded once for the tests of the judge.

#pragma once

#include <doctest/doctest.h>

#include <string>

#include "judge/library.h"

namespace klikpad {

inline std::string RulesFolder() { return std::string(KLIKPAD_ROOT) + "/rules"; }

inline const Rules& KnownRules() {
  static const Rules rules = [] {
    auto loaded = LoadRules(RulesFolder());
    if (!loaded) FAIL(loaded.error().Text());
    return std::move(*loaded);
  }();
  return rules;
}

inline const Library& AllPacks() {
  static const Library library = [] {
    auto names = PackNames(RulesFolder());
    if (!names) FAIL(names.error().Text());
    auto loaded = LoadLibrary(RulesFolder(), KnownRules(), *names);
    if (!loaded) FAIL(loaded.error().Text());
    return std::move(*loaded);
  }();
  return library;
}

}  // namespace klikpad
