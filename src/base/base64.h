// Base64 (RFC 4648, section 4): pictures in data: addresses, addresses that pages hide.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace klikpad {

std::string EncodeBase64(std::string_view bytes);
// Nothing when `text` holds another sign. Padding may be missing.
std::optional<std::string> DecodeBase64(std::string_view text);

}  // namespace klikpad
