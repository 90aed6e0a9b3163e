// What a call costs, where one page says it and others only print the number.

#pragma once

#include "model/site.h"

namespace klikpad {

// A number that is premium by its prefix alone is basic everywhere when some place says that it
// costs no more than any call, and no place gives a price.
void AgreeOnTariffs(SiteLook& look);

}  // namespace klikpad
