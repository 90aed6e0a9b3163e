// Codes in which sites write addresses: shifted letters and character references.

#pragma once

#include <string>
#include <string_view>

namespace klikpad {

// "znvygb:vasb@…" → "mailto:info@…".
std::string Rot13(std::string_view text);
// TYPO3's linkTo_UnCryptMailto: letters shifted by an unknown number; "" when none gives a mailto:.
std::string DecodeTypo3(std::string_view text);
// "&#64;", "&#x40;", "&commat;" and the like → characters (the few that occur in addresses).
std::string DecodeEntities(std::string_view text);

// The value of hex digits; other bytes count as 0.
char32_t ReadHex(std::string_view text);

}  // namespace klikpad
