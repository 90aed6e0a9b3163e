// Days as stores print them: "3 okt 2025", "Oct 3, 2025", "3. Oktober 2025", "2025年10月3日".

#pragma once

#include <string>
#include <string_view>

#include "rules/store_words.h"

namespace klikpad {

// "2025-10-03"; "" for anything that is not a day and nothing else, or may be two ("3/10/2025").
std::string DayOf(std::string_view text, const StoreWords& words);

}  // namespace klikpad
