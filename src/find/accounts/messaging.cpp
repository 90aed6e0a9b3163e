// The same look at links as for social networks; a messenger's link with a recipient is a contact.

#include "find/accounts/messaging.h"

#include "find/accounts/points.h"
#include "find/accounts/printed_handles.h"

namespace klikpad {

void FindMessaging(const Page& page, const Rules& rules, const PageContext& context,
                   const PageGlance& glance, Findings& found) {
  for (ContactPoint& point : FindAccountLinks(page, rules, context, glance, true)) {
    found.contacts.push_back(std::move(point));
  }
  for (ContactPoint& point : FindPrintedHandles(page, rules, context, glance, true)) {
    found.contacts.push_back(std::move(point));
  }
}

void FindMessaging(const Page& page, const Rules& rules, const PageContext& context,
                   Findings& found) {
  FindMessaging(page, rules, context, PageGlance(page, rules), found);
}

}  // namespace klikpad
