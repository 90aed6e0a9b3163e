// Reading the Location header.

#include "fetch/redirect.h"

#include "base/text.h"

namespace klikpad {
namespace {

// Some servers write Latin-1 into the header; browsers send such octets back as they came.
std::string EscapeNonAscii(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto octet = static_cast<unsigned char>(c);
    if (octet < 0x80) {
      out += c;
      continue;
    }
    out += '%';
    out += kHex[octet >> 4];
    out += kHex[octet & 15];
  }
  return out;
}

}  // namespace

bool IsRedirectStatus(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::optional<Url> ResolveLocation(std::string_view location, const Url& from) {
  if (IsValidUtf8(location)) return Url::Parse(location, &from);
  return Url::Parse(EscapeNonAscii(location), &from);
}

}  // namespace klikpad
