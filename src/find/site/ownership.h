// Whose a contact point is, decided when the whole site is known: repeated site-wide, named in
// structured data, like the brand's name. At least two signals make it the brand's own.

#pragma once

#include "model/brand.h"
#include "model/site.h"
#include "rules/rules.h"

namespace klikpad {

// Sets `owner` and adds to `signals` of every contact point of the look; what else only the whole
// look tells of them (reports of leaks, what a call costs) is settled with it.
void DecideOwners(SiteLook& look, const Brand& brand, const Rules& rules);

}  // namespace klikpad
