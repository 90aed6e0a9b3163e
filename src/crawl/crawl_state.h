// What the parts of a crawl share: the addresses it knows and what it has learnt on the way. It
// changes only as answers are taken, in the order of the queue, never as they come.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/shared_text.h"
#include "base/url.h"
#include "crawl/crawl.h"
#include "crawl/crawl_limits.h"
#include "crawl/known_pages.h"
#include "crawl/locale_filter.h"
#include "crawl/prefix_caps.h"
#include "crawl/scope.h"
#include "crawl/site_hosts.h"
#include "crawl/traps.h"

namespace klikpad {

struct CrawlState {
  const CrawlOptions& options;
  const Rules& rules;
  Scope scope;
  LocaleFilter locales;
  CrawlLimits limits;
  PageContext context;  // with the language, once the start page was read
  Traps traps;
  PrefixCaps prefixes;
  SiteHosts hosts{};
  KnownPages pages{};
  TextPool texts{};        // of links and blocks: menus stand on every page
  bool has_start = false;  // a page was read
  bool has_asked_search = false;
  // The site answered from the public internet: nothing of it may lead into a private network.
  bool needs_public_address = false;
  std::map<std::string, int> refused_in_a_row{};  // by origin
  std::map<std::string, int> walls{};             // pages behind each, by its name
  std::vector<std::string> sitemap_notes{};
  int throttled = 0;                              // answers 429 and 503
  int requests = 0;
  int done = 0;     // pages answered
  int errors = 0;   // of them, answers that tell nothing (CrawlProgress)
  SiteLook look{};  // what is known of the site's search; the pages are in `pages`
};

// What an answer leads to: pages that belong to its own level, and pages a click farther.
struct Frontier {
  std::vector<int> same, next;
};

// The page of an address that belongs to the look, -1 for one that does not.
int Know(CrawlState& state, const Url& url);

}  // namespace klikpad
