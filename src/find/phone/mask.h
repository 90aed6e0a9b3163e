// What looks like a phone number and is none, masked before numbers are read.

#pragma once

#include <string>
#include <string_view>

namespace klikpad {

// Digits of hours, dates, prices, IBANs, addresses of the web and the like become '\x01'. `text` is
// PlainText::text.
std::string MaskNonPhones(std::string_view text);

}  // namespace klikpad
