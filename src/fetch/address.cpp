// The special-purpose address registries of IANA as prefixes.

#include "fetch/address.h"

#include <arpa/inet.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace klikpad {
namespace {

struct Prefix4 {
  std::uint32_t bits;
  int length;
};

// https://www.iana.org/assignments/iana-ipv4-special-registry/ and the multicast block.
constexpr std::array<Prefix4, 15> kSpecial4{{{0x00000000, 8},
                                             {0x0A000000, 8},
                                             {0x64400000, 10},
                                             {0x7F000000, 8},
                                             {0xA9FE0000, 16},
                                             {0xAC100000, 12},
                                             {0xC0000000, 24},
                                             {0xC0000200, 24},
                                             {0xC0586300, 24},
                                             {0xC0A80000, 16},
                                             {0xC6120000, 15},
                                             {0xC6336400, 24},
                                             {0xCB007100, 24},
                                             {0xE0000000, 4},
                                             {0xF0000000, 4}}};

bool IsPublic4(std::uint32_t address) {
  for (const Prefix4& prefix : kSpecial4) {
    if ((address ^ prefix.bits) >> (32 - prefix.length) == 0) return false;
  }
  return true;
}

std::uint32_t BigEndian32(const unsigned char* bytes) {
  return static_cast<std::uint32_t>(bytes[0]) << 24 | static_cast<std::uint32_t>(bytes[1]) << 16 |
         static_cast<std::uint32_t>(bytes[2]) << 8 | bytes[3];
}

bool IsPublic6(const std::array<unsigned char, 16>& a) {
  constexpr std::array<unsigned char, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  constexpr std::array<unsigned char, 12> kNat64{0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};
  if (std::memcmp(a.data(), kMapped.data(), 12) == 0 ||
      std::memcmp(a.data(), kNat64.data(), 12) == 0) {
    return IsPublic4(BigEndian32(a.data() + 12));
  }
  // Only 2000::/3 is given out; 2001::/23 is for protocols, 2001:db8::/32 for documentation and
  // 2002::/16 wraps an IPv4 address (RFC 3056).
  if ((a[0] & 0xE0) != 0x20) return false;
  if (a[0] == 0x20 && a[1] == 0x01) {
    const bool is_protocol = (a[2] & 0xFE) == 0;
    const bool is_documentation = a[2] == 0x0D && a[3] == 0xB8;
    return !is_protocol && !is_documentation;
  }
  if (a[0] == 0x20 && a[1] == 0x02) return IsPublic4(BigEndian32(a.data() + 2));
  return true;
}

}  // namespace

bool IsPublicAddress(std::string_view address) {
  const std::string text(address);
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) {
    return IsPublic4(BigEndian32(bytes.data()));
  }
  if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return IsPublic6(bytes);
  return false;
}

}  // namespace klikpad
