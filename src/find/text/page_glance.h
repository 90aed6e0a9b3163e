// What a page's texts hold at a glance: one pass over their bytes, made once and shared by all
// detectors, so that each reads only the texts in which it can find something.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

struct TextGlance {
  std::uint32_t words = 0;      // bits of `trigger` (rules/word_triggers.h)
  std::uint16_t digits = 0;     // as many as there are, at most 65,535
  std::uint8_t times = 0;       // numbers that can be the first time of two: "9-", "9.30 tot"
  bool says_any_hour = false;   // the beginning of "24/7", "day and night"
  bool has_at = false;          // '@'
  bool has_slash = false;       // '/'
  bool has_bracket = false;     // ( [ { < _ * |, which may stand around a word for '@'
  bool has_wide_digit = false;  // full-width digits, or what looks like them
  bool Has(std::uint32_t bits) const { return (words & bits) != 0; }
};

TextGlance GlanceAt(std::string_view text, const WordTriggers& triggers);

struct PageGlance {
  PageGlance(const Page& page, const Rules& rules);

  std::vector<TextGlance> blocks;  // as Page::blocks
  std::vector<TextGlance> labels;  // of Page::links
  std::vector<int> shares;         // nodes with a class or attribute that may be a share button's
  std::vector<int> embeds;         // nodes with a class that may be that of a network's embed
};

}  // namespace klikpad
