// Host parsing. Nearly all hosts are plain lower-case ASCII letters, digits, dots and hyphens: they
// take a path without decoding and without ICU.

#include "base/url_host.h"

#include <algorithm>

#include "base/domain.h"
#include "base/ip_address.h"
#include "base/percent.h"
#include "base/url.h"

namespace klikpad {
namespace {

bool IsForbiddenInHost(char c) {
  constexpr std::string_view kForbidden("\0\t\n\r #/:<>?@[\\]^|", 17);
  return kForbidden.find(c) != std::string_view::npos;
}

bool IsForbiddenInDomain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F || c == '%' || IsForbiddenInHost(c);
}

bool IsPlainLower(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
  });
}

std::optional<std::string> ParseOpaqueHost(std::string_view text) {
  if (std::any_of(text.begin(), text.end(), IsForbiddenInHost)) return std::nullopt;
  std::string out;
  AppendPercentEncoded(out, text, EncodeSet::kC0Control);
  return out;
}

std::optional<std::string> FinishDomain(std::string domain) {
  if (!EndsInNumber(domain)) return domain;
  const auto address = ParseIpv4(domain);
  if (!address) return std::nullopt;
  return FormatIpv4(*address);
}

}  // namespace

std::optional<std::string> ParseHost(std::string_view text, bool is_special) {
  if (text.starts_with('[')) {
    if (!text.ends_with(']')) return std::nullopt;
    auto address = NormaliseIpv6(text.substr(1, text.size() - 2));
    if (!address) return std::nullopt;
    return "[" + *address + "]";
  }
  if (!is_special) return ParseOpaqueHost(text);
  if (text.empty()) return std::nullopt;
  if (IsPlainLower(text)) return FinishDomain(std::string(text));
  auto domain = DomainToAscii(PercentDecode(text));
  if (!domain || domain->empty()) return std::nullopt;
  if (std::any_of(domain->begin(), domain->end(), IsForbiddenInDomain)) return std::nullopt;
  return FinishDomain(*std::move(domain));
}

}  // namespace klikpad
