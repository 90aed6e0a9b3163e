// Percent-encoding after the WHATWG URL Standard §1.3 (percent-encoded bytes): the encode sets by
// name.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace klikpad {

// One bit a set; each set also holds C0 controls, DEL and every byte of a non-ASCII character.
enum class EncodeSet : std::uint8_t {
  kC0Control = 1,
  kFragment = 2,
  kQuery = 4,
  kSpecialQuery = 8,
  kPath = 16,
  kUserinfo = 32,
};

// Appends `text` (valid UTF-8) to `out`, the bytes of `set` as %XX.
void AppendPercentEncoded(std::string& out, std::string_view text, EncodeSet set);

// 0 to 15, or -1 for what is no hexadecimal digit.
int HexDigit(char c);
// '0' to '9' and 'A' to 'F'.
void AppendPercentByte(std::string& out, unsigned char byte);

}  // namespace klikpad
