// A fixture site walked from its home page by links, as a visitor would: for tests of the fixtures
// themselves.

#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "fetch/site_config.h"
#include "fetch/site_folder.h"
#include "model/page.h"

namespace klikpad {

struct FixtureSite {
  std::string name, folder;
  SiteConfig config;
  SiteFolder site;
  std::map<std::string, Page> pages;  // by path and query: HTML that links lead to
  std::map<std::string, Page> other;  // HTML that only the search, the sitemap or a 404 shows
  std::set<std::string> bodies;       // of all of them
  std::map<std::string, int> dead;    // address → status, of pages that are linked and not there
  std::set<std::string> broken_resources;  // pictures, style sheets, scripts of the site's own
};

// Names of the folders below fixtures/sites, sorted.
std::vector<std::string> FixtureNames();
// Reads and walks it; a broken site.yaml fails the test.
FixtureSite WalkFixture(const std::string& name);
// Every file of the site (relative path, bytes), site.yaml and the other files beside it included.
std::vector<std::pair<std::string, std::string>> FixtureFiles(const FixtureSite& site);
// True when a block, a label, a title or a button of the page holds these words.
bool Says(const Page& page, const std::string& words);
bool Says(const FixtureSite& site, const std::string& words);

}  // namespace klikpad
