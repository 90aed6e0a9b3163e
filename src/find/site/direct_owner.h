// Whose a phone number, e-mail address, form or chat is. On the brand's own site it is the brand's,
// unless all its places say otherwise, or none of them is one where a brand presents itself and the
// words there are somebody else's: a news item, a post of a customer, a supplier's own e-mail
// address.

#pragma once

#include <set>
#include <string>
#include <vector>

#include "find/site/account_owner.h"

namespace klikpad {

// What all decisions about a look share.
struct DirectFacts {
  // Domains of the e-mail addresses where the brand presents itself: a firm may use another domain
  // for its mail than for its site.
  std::set<std::string> mail_domains;
  std::set<std::string> settled_mail_domains;  // without those that only the home page's body uses
  bool is_one_page = false;  // of one page alone it cannot be said what else the site holds
};

DirectFacts ReadDirectFacts(const SiteLook& look);

OwnerVerdict DecideDirect(const std::string& channel, const std::string& value,
                          const std::vector<Occurrence>& occurrences, const Brand& brand,
                          const BrandNames& names, const Rules& rules, const DirectFacts& direct);

}  // namespace klikpad
