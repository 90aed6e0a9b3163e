// SHA-1 by OpenSSL.

#include "base/sha1.h"

#include <openssl/sha.h>

#include <array>

namespace klikpad {

std::string Sha1Base32(std::string_view bytes) {
  std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
  SHA1(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  unsigned window = 0;
  int bits = 0;
  for (const unsigned char byte : digest) {
    window = (window << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text.push_back(kLetters[(window >> (bits - 5)) & 31u]);
  }
  return text;
}

}  // namespace klikpad
