// Numbers with a country code tell which countries those without one are of.

#pragma once

#include <string>
#include <vector>

#include "find/phone/plan.h"
#include "model/page.h"

namespace klikpad {

// The countries of the first numbers of a page that begin with "+", links first; may repeat.
std::vector<std::string> CountriesOfCodes(const Page& page, NumberChecks& checks);

}  // namespace klikpad
