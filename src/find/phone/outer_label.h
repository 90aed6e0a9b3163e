// The label of a number that stands outside its own text: the cell or line before it, the head of
// its column, its heading, or what the page's author calls the element.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "find/phone/words.h"
#include "model/page.h"
#include "rules/networks.h"
#include "rules/phones.h"

namespace klikpad {

// `block` is an index in Page::blocks. Headings and names of classes never count as close.
std::optional<LabelHit> OuterLabel(const Page& page, const PhoneFacts& facts, int block);
// The folded words that name what stands in the block: the cell before it in its row, the head of
// its column, or the line or heading right before it. "" for none.
std::string OuterWords(const Page& page, const PhoneFacts& facts, int block);
// What a heading over the block says of every number in it that has no label of its own: "WhatsApp"
// over "Stuur een bericht naar 06 …". Nothing for headings that say more.
std::optional<LabelHit> HeadingLabel(const Page& page, const PhoneFacts& facts, int block);

// True when a link of WhatsApp with another number stands under the same heading, and the block's
// own words name none: its label is that link's.
bool IsMessengerElsewhere(const Page& page, const Networks& networks, int block,
                          std::string_view value);

}  // namespace klikpad
