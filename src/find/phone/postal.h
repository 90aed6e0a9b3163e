// The countries that postal addresses tell: of a page as a whole, and of the office whose number
// stands beside its address.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/page.h"
#include "rules/phones.h"

namespace klikpad {

// Countries whose signs stand in short texts of the page, the most frequent first.
std::vector<std::string> CountriesByPost(const Page& page, const PhoneFacts& facts);

// The country of the postal address nearest to byte `at` of a block (npos: its end), in it or right
// above it; "" when none tells.
std::string CountryOfAddress(const Page& page, const PhoneFacts& facts, int block, std::size_t at);

}  // namespace klikpad
