// The number forms of IPv4 and the groups of IPv6.

#include "base/ip_address.h"

#include <array>
#include <vector>

#include "base/percent.h"

namespace klikpad {
namespace {

constexpr std::uint64_t kTooLarge = std::uint64_t{1} << 32;
using Groups = std::array<std::uint16_t, 8>;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// "IPv4 number parser". Everything from 2^32 on is kTooLarge: no address holds it.
std::optional<std::uint64_t> ParseNumber(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int radix = 10;
  if (text.size() >= 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
    text.remove_prefix(2);
    radix = 16;
  } else if (text.size() >= 2 && text[0] == '0') {
    text.remove_prefix(1);
    radix = 8;
  }
  std::uint64_t value = 0;
  for (char c : text) {
    const int digit = HexDigit(c);
    if (digit < 0 || digit >= radix) return std::nullopt;
    value = value * radix + digit;
    if (value > kTooLarge) value = kTooLarge;
  }
  return value;
}

// The dotted IPv4 tail of an IPv6 address ("127.0.0.1", decimal only) into two groups.
bool ParseDottedTail(std::string_view text, Groups& groups, std::size_t at) {
  int seen = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    if (seen > 0) {
      if (text[i] != '.' || seen >= 4) return false;
      ++i;
    }
    if (i >= text.size() || !IsDigit(text[i])) return false;
    int value = -1;
    for (; i < text.size() && IsDigit(text[i]); ++i) {
      if (value == 0) return false;  // a leading zero
      value = value < 0 ? text[i] - '0' : value * 10 + (text[i] - '0');
      if (value > 255) return false;
    }
    groups[at + seen / 2] = static_cast<std::uint16_t>(groups[at + seen / 2] * 256 + value);
    ++seen;
  }
  return seen == 4;
}

// "IPv6 parser".
std::optional<Groups> ParseGroups(std::string_view text) {
  Groups groups{};
  std::size_t count = 0;
  std::optional<std::size_t> compress;
  std::size_t i = 0;
  if (!text.empty() && text[0] == ':') {
    if (text.size() < 2 || text[1] != ':') return std::nullopt;
    i = 2;
    compress = 0;
  }
  while (i < text.size()) {
    if (count == groups.size()) return std::nullopt;
    if (text[i] == ':') {
      if (compress) return std::nullopt;
      compress = count;
      ++i;
      continue;
    }
    const std::size_t start = i;
    std::uint32_t value = 0;
    for (; i < text.size() && i - start < 4 && HexDigit(text[i]) >= 0; ++i) {
      value = value * 16 + HexDigit(text[i]);
    }
    if (i < text.size() && text[i] == '.') {
      if (i == start || count > 6) return std::nullopt;
      if (!ParseDottedTail(text.substr(start), groups, count)) return std::nullopt;
      count += 2;
      break;
    }
    if (i < text.size()) {
      if (text[i] != ':' || i + 1 == text.size()) return std::nullopt;
      ++i;
    }
    groups[count++] = static_cast<std::uint16_t>(value);
  }
  if (!compress) return count == groups.size() ? std::optional(groups) : std::nullopt;
  Groups spread{};
  for (std::size_t k = 0; k < *compress; ++k) spread[k] = groups[k];
  for (std::size_t k = *compress; k < count; ++k) spread[k + groups.size() - count] = groups[k];
  return spread;
}

struct Run {
  std::size_t start = 0, length = 0;
};

// The first longest run of at least two zero groups; length 0 when there is none.
Run LongestZeroRun(const Groups& groups) {
  Run best;
  Run current;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i] != 0) {
      current.length = 0;
      continue;
    }
    if (current.length == 0) current.start = i;
    ++current.length;
    if (current.length > best.length) best = current;
  }
  return best.length > 1 ? best : Run{};
}

void AppendHex(std::string& out, unsigned value) {
  bool started = false;
  for (int shift = 12; shift >= 0; shift -= 4) {
    const unsigned digit = (value >> shift) & 15;
    if (digit == 0 && !started && shift > 0) continue;
    started = true;
    out += "0123456789abcdef"[digit];
  }
}

}  // namespace

bool EndsInNumber(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  const std::string_view last = host.substr(host.rfind('.') + 1);
  if (last.empty() || !IsDigit(last[0])) return false;
  if (last.find_first_not_of("0123456789") == std::string_view::npos) return true;
  return ParseNumber(last).has_value();
}

std::optional<std::uint32_t> ParseIpv4(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  std::uint64_t address = 0;
  for (int used = 0;; ++used) {
    if (used == 4) return std::nullopt;
    const std::size_t dot = host.find('.');
    const auto number = ParseNumber(host.substr(0, dot));
    if (!number) return std::nullopt;
    if (dot == std::string_view::npos) {
      // The last part fills all bytes that are left.
      const int bits = 8 * (4 - used);
      if (*number >> bits != 0) return std::nullopt;
      return static_cast<std::uint32_t>((address << bits) | *number);
    }
    if (*number > 255) return std::nullopt;
    address = address * 256 + *number;
    host.remove_prefix(dot + 1);
  }
}

std::string FormatIpv4(std::uint32_t address) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) {
    out += std::to_string((address >> shift) & 255);
    if (shift > 0) out += '.';
  }
  return out;
}

std::optional<std::string> NormaliseIpv6(std::string_view text) {
  const auto groups = ParseGroups(text);
  if (!groups) return std::nullopt;
  const Run zeros = LongestZeroRun(*groups);
  std::string out;
  for (std::size_t i = 0; i < groups->size(); ++i) {
    if (zeros.length > 0 && i == zeros.start) {
      out += i == 0 ? "::" : ":";
      i += zeros.length - 1;
      continue;
    }
    AppendHex(out, (*groups)[i]);
    if (i + 1 < groups->size()) out += ':';
  }
  return out;
}

}  // namespace klikpad
