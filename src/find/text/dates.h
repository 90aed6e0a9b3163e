// Calendar dates as pages print them: "9 april 2013", "April 9, 2013", "09-04-2013", "2013-04-09".

#pragma once

#include <string_view>

#include "rules/vocabulary.h"

namespace klikpad {

// A date with day, month and year stands in the text.
bool HasFullDate(std::string_view text, const Vocabulary& vocabulary);

}  // namespace klikpad
