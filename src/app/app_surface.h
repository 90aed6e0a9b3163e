// From an app walk-through to pages of surface `app`: every screen goes through the same reader and
// the same detectors as a page of the site, so that a number is read and classed alike.

#pragma once

#include <vector>

#include "base/result.h"
#include "model/app_walk.h"
#include "model/brand.h"
#include "model/site.h"
#include "rules/rules.h"

namespace klikpad {

// A page for each screen, in the walk's order, then one for each place that was not visited. Links
// lead to indexes in `pages`; places are lines of app.yaml.
struct AppSurface {
  std::vector<SitePage> pages;
  int start = -1;             // index in `pages`
  std::vector<Error> errors;  // contacts that are none: a number that cannot be dialled
};

// `file` is the path of app.yaml, for errors.
AppSurface MakeAppSurface(const AppWalk& walk, const std::string& file, const Brand& brand,
                          const Rules& rules);

}  // namespace klikpad
