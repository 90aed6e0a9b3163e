// How complete the look was: what should have been read and was not, by scope. A verdict by absence
// rests on this.

#pragma once

#include <vector>

#include "model/audit.h"
#include "model/site.h"
#include "rules/rules.h"

namespace klikpad {

// Rows for `site` as a whole, for each role, for `site/scripts`, for `search`, and "no" for the
// kinds of look that were not made, in the order of LookKind. Clicks must have been counted.
//
// A known address that was not read is a hole when it is capped within 3 clicks; or when it failed,
// was blocked or disallowed within 2 clicks, or at any distance when a link to it or its own
// address promises contact. Other locales, redirects and tracking variants are none.
std::vector<Coverage> MeasureCoverage(const SiteLook& look, const Rules& rules);

// The look at the app: complete when the tester left nothing out, and when the brand is known to
// have none.
Coverage MeasureApp(const SiteLook& look, bool has_no_app, bool has_listing);

// Takes the place of the row of that kind and scope.
void SetCoverage(std::vector<Coverage>& rows, Coverage row);

}  // namespace klikpad
