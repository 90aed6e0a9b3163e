// tel:, callto: and sms: addresses (RFC 3966, RFC 5724), and what the web writes in their place.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace klikpad {

struct PhoneUri {
  std::string number;     // digits, "+" in front when given; "" when there are none
  std::string extension;  // digits of ;ext= or what follows a comma; "" when absent
  std::string context;    // digits of ;phone-context=+31 with its "+"; "" when absent or a domain
  bool is_sms = false;
};

// Nothing when `href` has another scheme or holds fewer than three digits.
std::optional<PhoneUri> ParsePhoneUri(std::string_view href);

}  // namespace klikpad
