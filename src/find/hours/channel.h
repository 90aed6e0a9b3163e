// Whose hours they are: the channels that the words around opening hours name.

#pragma once

#include <string>
#include <vector>

#include "find/text/page_stream.h"
#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

struct HoursOwner {
  std::vector<std::string>
      channels;       // words of channels.yaml, sorted; empty when it cannot be told
  std::string label;  // the words that told
};

// What is asked: hours that stand from `begin` to `end` in the stream.
struct HoursPlaceInText {
  std::size_t begin = 0;
  std::size_t end = 0;
  // "24/7" and the like, which may speak of anything: only words and contacts of their own sentence
  // tell whose they are, unless it says little else.
  bool is_any_hour = false;
  // Where the hours before these end, 0 for none: "Bel 020 - 555 01 88 (ma-vr 9-17 uur) of mail
  // info@… (24/7)". What stands between is nearer to these than what stands before those.
  std::size_t after = 0;
};

// Looked at in this order: the sentence and row of the hours, the lines above in the same section,
// the headings above, and the contact points beside.
HoursOwner OwnerOfHours(const Page& page, const PageStream& stream, const HoursPlaceInText& place,
                        std::string_view language, const Rules& rules, const Findings& findings);

// The channels that the header of the table column names in which the byte stands; empty when it
// stands in no such table.
HoursOwner OwnerByColumn(const Page& page, const PageStream& stream, std::size_t at,
                         std::string_view language, const Rules& rules);

}  // namespace klikpad
