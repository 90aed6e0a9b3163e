// Links first, then what stands in frames and text.

#include "find/accounts/social.h"

#include "find/accounts/embeds.h"
#include "find/accounts/mentions.h"
#include "find/accounts/points.h"
#include "find/accounts/printed_handles.h"
#include "find/accounts/share_buttons.h"

namespace klikpad {
namespace {

void Append(std::vector<ContactPoint> points, Findings& found) {
  for (ContactPoint& point : points) found.contacts.push_back(std::move(point));
}

}  // namespace

void FindSocial(const Page& page, const Rules& rules, const PageContext& context,
                const PageGlance& glance, Findings& found) {
  Append(FindAccountLinks(page, rules, context, glance, false), found);
  Append(FindEmbeds(page, rules, glance), found);
  Append(FindPrintedHandles(page, rules, context, glance, false), found);
  Append(FindShareButtons(page, rules, glance, found.contacts), found);
  found.mentions = FindMentions(page, rules);
}

void FindSocial(const Page& page, const Rules& rules, const PageContext& context, Findings& found) {
  FindSocial(page, rules, context, PageGlance(page, rules), found);
}

}  // namespace klikpad
