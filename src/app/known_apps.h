// Which apps a brand has: what brand.yaml names, else what the crawl found on its site (badges and
// links, smart banners, association files, the web app manifest).

#pragma once

#include <string>
#include <vector>

#include "brand/brand_file.h"
#include "model/observed_words.h"
#include "model/site.h"

namespace klikpad {

struct KnownApp {
  Store store = Store::kApple;
  std::string app;     // "" while only the bundle is known
  std::string bundle;  // Apple's other name, "" unknown
  std::string scheme = "https";
  std::string found_by;      // "brand.yaml", the address of a file, "a link on the site" …
  bool is_declared = false;  // the brand itself says that it is its own
};

// What the look holds of channel app in the stores that klikpad reads: files and data of the site
// (declared), then links.
std::vector<KnownApp> AppsOnSite(const SiteLook& look);

// Those of brand.yaml; for a store of which it names none, the others, declared ones first, each
// once.
std::vector<KnownApp> ChooseApps(const BrandFile& file, const std::vector<KnownApp>& found);

}  // namespace klikpad
