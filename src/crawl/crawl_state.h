// What the parts of a crawl share: the addresses it knows and what it has learnt on the way. It
// changes only as answers are taken, in the order of the queue, never as they come.

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
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

// Where links lead, by the text of their address as `TextPool` holds it: a menu's links stand on
// every page.
class LinkMemo {
 public:
  static constexpr int kNowhere = -1;  // no page of this site, whatever else is learnt
  // Forgets all when what decides has changed: the session numbers, or the hosts of the site.
  void KeepIf(std::size_t sessions, std::size_t starts) {
    if (sessions == sessions_ && starts == starts_) return;
    pages_.clear();
    sessions_ = sessions;
    starts_ = starts;
  }
  std::optional<int> Find(const SharedText& url) const {
    const auto known = pages_.find(url.View().data());
    return known == pages_.end() ? std::nullopt : std::optional(known->second);
  }
  void Add(const SharedText& url, int page) { pages_.emplace(url.View().data(), page); }

 private:
  std::unordered_map<const char*, int> pages_;  // looked up only
  std::size_t sessions_ = 0, starts_ = 0;
};

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
  TextPool texts{};  // of links and blocks: menus stand on every page
  LinkMemo links{};
  bool has_start = false;  // a page was read
  bool has_asked_search = false;
  // The site answered from the public internet: nothing of it may lead into a private network.
  bool needs_public_address = false;
  std::map<std::string, int> refused_in_a_row{};  // by origin
  std::map<std::string, int> walls{};             // pages behind each, by its name
  std::vector<std::string> sitemap_notes{};
  int throttled = 0;  // answers 429 and 503
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
// The same of a link's address, whose text is one of `state.texts`.
int KnowLink(CrawlState& state, const SharedText& url);

}  // namespace klikpad
