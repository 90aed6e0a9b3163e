// The addresses that a site's sitemaps name, sitemap indexes followed.

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/url.h"
#include "crawl/scope.h"
#include "fetch/fetcher.h"

namespace klikpad {

struct SitemapAddresses {
  std::vector<Url> pages;  // in the order of the files
  int requests = 0;
  std::string cap;                 // the limit that was hit, in words
  std::vector<std::string> notes;  // what could not be read or not to its end, and why
};

// `like` says how to ask. Begins with `given` if there is one, else with the lines of robots.txt,
// else with /sitemap.xml.
SitemapAddresses ReadSitemaps(const Url& home, const std::string& given,
                              const std::vector<std::string>& from_robots, const Scope& scope,
                              Fetcher& fetcher, const Request& like,
                              const std::function<bool()>& must_stop);

}  // namespace klikpad
