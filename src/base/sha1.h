// SHA-1 (FIPS 180-4) as web archives write it: 32 letters and digits of base 32 (RFC 4648 §6). It
// tells equal bytes, and damage; it is no protection against forgery.

#pragma once

#include <string>
#include <string_view>

namespace klikpad {

// "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ" for no bytes.
std::string Sha1Base32(std::string_view bytes);

}  // namespace klikpad
