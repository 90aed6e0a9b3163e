// Page → accounts that it names for machines: twitter:site, article:publisher, sameAs, rel=me,
// h-card.

#pragma once

#include <vector>

#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

std::vector<AccountMention> FindMentions(const Page& page, const Rules& rules);

}  // namespace klikpad
