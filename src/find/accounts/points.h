// Links, embeds and frames of a page that lead to an account → contact points. Social networks and
// messengers alike; FindSocial and FindMessaging each take their own.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "find/accounts/classify_link.h"
#include "find/text/page_glance.h"
#include "model/brand.h"
#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

// The page's language, else that of the audit.
std::string LanguageOf(const Page& page, const PageContext& context);

// A point with what the address tells; place, region and words are the caller's.
ContactPoint PointOf(const AccountLink& account);

// "https://twitter.com/Voorbeeld/?lang=nl" → "twitter.com/Voorbeeld".
std::string ShownAddress(std::string_view url);

// Where an element stands among links and blocks, for what is neither.
struct Standing {
  int position = 0;
  Region region = Region::kMain;
  int heading = -1;
};
Standing StandingOf(const Page& page, int node);

// Points of all links. `messengers`: of messaging.yaml, else of networks.yaml.
std::vector<ContactPoint> FindAccountLinks(const Page& page, const Rules& rules,
                                           const PageContext& context, const PageGlance& glance,
                                           bool messengers);

}  // namespace klikpad
