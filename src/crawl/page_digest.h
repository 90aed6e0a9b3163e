// From an answer to what the look keeps of it: the page is parsed and searched, then its body, tree
// and prose are dropped, so that memory grows with links and findings, not with bodies.

#pragma once

#include <string>
#include <vector>

#include "model/brand.h"
#include "model/exchange.h"
#include "model/page.h"
#include "model/site.h"
#include "rules/rules.h"

namespace klikpad {

struct PageDigest {
  bool is_html = false;
  SitePage page;            // links with `to` unset
  std::vector<Link> links;  // as read, for the crawl's decisions
  Page head;                // url, lang, canonical, alternates, refreshes, metas; nothing else
};

// True when the answer is a page: of a status 2xx, and HTML. Anything else has an empty digest.
bool IsPage(const Exchange& exchange);

// `exchange.url` is the page's own. May be called from several threads at once.
PageDigest DigestPage(const Exchange& exchange, const Rules& rules, const PageContext& context);

// The same with title and links alone.
PageDigest DigestLinks(const Exchange& exchange);

// True when the answer is HTML by its content type, or by its first bytes when it names none.
bool IsHtml(const Exchange& exchange);

}  // namespace klikpad
