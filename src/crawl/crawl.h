// The crawl: breadth first by clicks from the start. Answers are taken in the order of the queue,
// so that the result does not depend on which came first. It collects and never judges.

#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "crawl/scope.h"
#include "fetch/fetcher.h"
#include "model/brand.h"
#include "model/site.h"
#include "rules/rules.h"

namespace klikpad {

enum class Locales { kOne, kAll };

struct CrawlOptions {
  int max_pages = 2000;  // addresses asked for; robots.txt and sitemaps do not count
  // Of one path prefix (prefix_caps.h); nothing: no limit, but half of max_pages is read first.
  std::optional<int> max_pages_per_prefix;
  std::optional<int> depth;  // clicks from the start
  int max_redirects = 10;    // hops without a click, meta refreshes included; at most 20
  std::optional<std::chrono::milliseconds> max_duration;
  bool obey_robots = true;
  bool use_sitemap = true;
  std::string sitemap;  // its address; "" = those of robots.txt, else /sitemap.xml
  Locales locales = Locales::kOne;
  std::string language;  // to look at, "" = the start page's
  // For which the site's own search is asked, once each. Not under a limit of depth.
  std::vector<std::string> search_channels{"twitter"};
  ScopeOptions scope;
  bool allow_private = false;  // a public site may lead into a private network
  int threads = 0;             // that parse pages; 0: one a core
  bool links_only = false;     // read links and search for nothing: for measuring
  // Where the texts of pages wait in a file without a name instead of memory; "" or a folder that
  // takes none: in memory.
  std::string scratch_folder;
};

struct CrawlProgress {
  int done = 0;    // addresses that were answered
  int known = 0;   // addresses that are known
  int left = 0;    // of them, those still to be asked and answered, limits counted
  int errors = 0;  // answers that tell nothing: none at all, refusals, failures of the server
};

struct CrawlHooks {
  // Called after every answer. May be empty.
  std::function<void(const CrawlProgress&)> progress;
  // Asked often; true ends the crawl. May be empty.
  std::function<bool()> is_cancelled;
  // Milliseconds of a steady clock, for max_duration.
  std::function<std::int64_t()> milliseconds;
};

struct CrawlResult {
  SiteLook look;         // pages sorted by clicks, then address
  std::string language;  // primary tag that was looked at, "" unknown
  bool was_cancelled = false;
  int requests = 0;
  // Why the start page could not be read; "" when it was.
  std::string start_problem;
  std::vector<std::string> caps;  // limits that were hit, in words
};

// An error only for options that cannot work; a broken site is data in the result.
Result<CrawlResult> Crawl(const Brand& brand, const CrawlOptions& options, const Rules& rules,
                          Fetcher& fetcher, const CrawlHooks& hooks);

}  // namespace klikpad
