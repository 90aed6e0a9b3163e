// One audit from end to end: crawl, owners, contacts, coverage, ways. Everything after the crawl is
// a pure function of what was seen.

#pragma once

#include "app/app_surface.h"
#include "app/store_look.h"
#include "base/result.h"
#include "crawl/crawl.h"
#include "model/audit.h"
#include "rules/rules.h"

namespace klikpad {

// What the packs want to know the reach of, found or not.
struct Asked {
  std::vector<std::string> channels;
  std::vector<Role> roles;
};

// What else than the site a customer can begin with.
struct OtherSurfaces {
  std::optional<AppWalk> app;
  AppSurface app_surface;  // of `app`
  StoreLook stores;
};

// From a finished look to the audit's facts; `run` is left to the caller. Two steps: what customers
// see, on all surfaces, with owners and clicks, after which pages, links and texts stay as they
// are; then what follows from it: contacts, coverage and ways.
Audit JoinSurfaces(const Brand& brand, const CrawlOptions& options, CrawlResult crawl,
                   const Rules& rules, OtherSurfaces others = {});
void Measure(Audit& audit, const Rules& rules, const Asked& asked = {});
// Both.
Audit AssembleAudit(const Brand& brand, const CrawlOptions& options, CrawlResult crawl,
                    const Rules& rules, const Asked& asked = {}, OtherSurfaces others = {});

}  // namespace klikpad
