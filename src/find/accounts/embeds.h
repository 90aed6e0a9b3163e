// What networks put into a page: timelines, page plugins, posts, by the class of the element that
// their script fills, or by the frame that it opens.

#pragma once

#include <vector>

#include "find/text/page_glance.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

struct EmbedRange {
  int begin = 0, end = 0;  // nodes
};

// Embedded posts: links inside them are the post's, not the page's. In document order.
std::vector<EmbedRange> ContentEmbeds(const Page& page, const PageGlance& glance,
                                      const Networks& networks);
bool IsInEmbed(const std::vector<EmbedRange>& embeds, int node);

// Points of embeds that are no links themselves, and of frames.
std::vector<ContactPoint> FindEmbeds(const Page& page, const Rules& rules,
                                     const PageGlance& glance);

}  // namespace klikpad
