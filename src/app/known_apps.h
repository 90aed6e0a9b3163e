// Which apps a brand has: what brand.yaml names, else what its site tells (badges and links, smart
// banners, association files, the web app manifest).

#pragma once

#include <string>
#include <string_view>
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
  std::string found_by;      // "brand.yaml", "assetlinks.json" …
  bool is_declared = false;  // the brand itself says that it is its own
};

// Files of the site that name apps, and where; each "" when there is none to ask.
struct AppFiles {
  std::string apple, google, manifest;  // addresses
};
AppFiles AppFilesOf(const SiteLook& look);

// Apple's app-site-association: bundles of "TEAM.bundle". Nothing for what is no such file.
std::vector<KnownApp> ReadAppleAssociation(std::string_view bytes);
// Google's assetlinks.json: packages that handle the site's addresses.
std::vector<KnownApp> ReadAssetLinks(std::string_view bytes);
// related_applications of a web app manifest.
std::vector<KnownApp> ReadManifest(std::string_view bytes);
// What the pages show: contacts and mentions of channel app, values "apple:123456789".
std::vector<KnownApp> AppsOnSite(const SiteLook& look);

// Those of brand.yaml; for a store of which it names none, the others, declared ones first, each
// once.
std::vector<KnownApp> ChooseApps(const BrandFile& file, const std::vector<KnownApp>& found);

}  // namespace klikpad
