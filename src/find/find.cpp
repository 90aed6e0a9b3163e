// Calls the detectors one after the other and puts what they found in the order of the page.

#include "find/find.h"

#include <algorithm>

#include "find/accounts/messaging.h"
#include "find/accounts/social.h"
#include "find/address/address.h"
#include "find/apps.h"
#include "find/callback.h"
#include "find/chat/chat.h"
#include "find/community.h"
#include "find/email/email.h"
#include "find/forms/forms.h"
#include "find/hours/hours.h"
#include "find/human_words.h"
#include "find/phone/phone.h"
#include "find/roles/roles.h"
#include "find/text/folded.h"
#include "find/text/quoted.h"
#include "find/text/row_names.h"

namespace klikpad {

Findings FindAll(const Page& page, const Rules& rules, const PageContext& context) {
  Findings found;
  const PageGlance glance(page, rules);
  FindSocial(page, rules, context, glance, found);
  FindApps(page, rules, context, found);
  FindMessaging(page, rules, context, glance, found);
  FindPhones(page, rules, context, glance, found);
  FindEmails(page, rules, context, glance, found);
  FindAddresses(page, rules, context, glance, found);
  FindCommunities(page, rules, context, found);
  FindChat(page, rules, context, glance, found);
  FindForms(page, rules, context, found);
  FindCallbackLinks(page, rules, context, glance, found);  // reads what the forms gave
  FindHours(page, rules, context, glance, found);
  ReadWhoAnswers(page, rules.vocabulary, found);
  MarkFolded(page, found);
  MarkQuoted(page, found);
  NameRows(page, rules.networks, found);
  FindRoles(page, rules, context, found);  // reads what the others found
  std::stable_sort(
      found.contacts.begin(), found.contacts.end(),
      [](const ContactPoint& a, const ContactPoint& b) { return a.position < b.position; });
  return found;
}

}  // namespace klikpad
