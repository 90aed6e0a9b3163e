// Whether a text is worth the phone finder's time.

#pragma once

#include <string_view>

#include "rules/phones.h"

namespace klikpad {

// False when the text can hold no phone number: no six digits near each other, no known short
// number, no word of SMS, no digits with capitals behind ("0800-BLOEMEN"). One pass, no copies.
bool MayHoldNumber(std::string_view text, const PhoneFacts& facts);

}  // namespace klikpad
