// Base64 (RFC 4648, section 4), for pictures in data: addresses.

#pragma once

#include <string>
#include <string_view>

namespace klikpad {

std::string EncodeBase64(std::string_view bytes);

}  // namespace klikpad
