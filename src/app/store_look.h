// The look at app stores: which apps are the brand's (said in brand.yaml or found on its site), and
// what their listings say. After the crawl, a few requests, as polite as any.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "brand/brand_file.h"
#include "fetch/fetcher.h"
#include "model/audit.h"
#include "rules/rules.h"

namespace klikpad {

struct StoreOptions {
  bool is_on = true;
  std::string storefront;  // country of the store, upper case; "" unknown
  std::string language;    // of the listing's words, "" the store's choice
  bool obey_robots = true;
  std::int64_t interval_ms = 1000;     // between two requests to a store
  std::function<bool()> is_cancelled;  // may be empty
};

struct StoreLook {
  std::vector<Listing> listings;  // by store and app
  Coverage coverage;
};

StoreLook LookAtStores(const BrandFile& file, const SiteLook& look, const StoreOptions& options,
                       const Rules& rules, Fetcher& fetcher);

}  // namespace klikpad
