// Names of people taken out of messages before they are kept (GDPR article 4(5), pseudonymisation;
// article 5(1)(c), no more data than needed).

#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace klikpad {

// "@jan" → "@…", but for accounts that `is_ours` (lower case, without @); in addresses of social
// networks all behind the host; e-mail addresses → "…@…". With `mask_numbers` also runs of seven
// digits and more (phone, account and customer numbers, in a customer's words): "06 1234…" → "#…".
std::string MaskPeople(std::string_view text, const std::function<bool(std::string_view)>& is_ours,
                       bool mask_numbers);

}  // namespace klikpad
