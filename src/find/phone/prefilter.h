// Whether a text is worth the phone finder's time.

#pragma once

#include <cstddef>
#include <string_view>

#include "rules/phones.h"

namespace klikpad {

// False when the text can hold no phone number: no six digits near each other, no known short
// number, no word of SMS, no digits with capitals behind ("0800-BLOEMEN"). One pass, no copies.
bool MayHoldNumber(std::string_view text, const PhoneFacts& facts);

// Whether a text speaks of SMS, whose numbers no list holds: "sms", "Text HELLO to 55512".
bool SaysSms(std::string_view text);

// Whether digits that end at `at` may go on in letters: "0800-BLOEMEN", "(212) NEW-YORK".
bool CapitalsFollow(std::string_view text, std::size_t at);

}  // namespace klikpad
