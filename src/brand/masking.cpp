// One pass over the text: what it masks begins with @, http, www, or a digit.

#include "brand/masking.h"

#include <array>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::string_view kDots = "\xE2\x80\xA6";
constexpr std::size_t kManyDigits = 7;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsNameByte(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool IsMailByte(char c) { return IsNameByte(c) || c == '.' || c == '-' || c == '+' || c == '%'; }
bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool IsSocialHost(std::string_view address) {
  static constexpr std::array kHosts = {
      "twitter.com", "x.com",       "facebook.com", "instagram.com", "linkedin.com",
      "tiktok.com",  "threads.net", "bsky.app",     "wa.me",         "t.me"};
  const std::size_t scheme = address.find("://");
  if (scheme != address.npos) address.remove_prefix(scheme + 3);
  for (const char* part : {"www.", "m.", "mobile."}) {
    if (StartsWithIgnoreAsciiCase(address, part))
      address.remove_prefix(std::string_view(part).size());
  }
  const std::string_view host = address.substr(0, address.find_first_of("/?#"));
  for (const char* known : kHosts) {
    if (EqualsIgnoreAsciiCase(host, known)) return true;
  }
  return false;
}

// The end of an address that begins at `at`.
std::size_t AddressEnd(std::string_view text, std::size_t at) {
  while (at < text.size() && !IsSpace(text[at]) && text[at] != '"' && text[at] != '>') ++at;
  return at;
}

// The end of a run of digits with single marks between them ("06-12 34 56 78"), `digits` of them.
std::size_t NumberEnd(std::string_view text, std::size_t at, std::size_t& digits) {
  std::size_t end = at;
  digits = 0;
  for (std::size_t i = at; i < text.size(); ++i) {
    if (IsDigit(text[i])) {
      ++digits;
      end = i + 1;
      continue;
    }
    const bool is_mark = text[i] == ' ' || text[i] == '-' || text[i] == '.' || text[i] == '/';
    if (!is_mark || i != end) break;
  }
  return end;
}

}  // namespace

std::string MaskPeople(std::string_view text, const std::function<bool(std::string_view)>& is_ours,
                       bool mask_numbers) {
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    const bool begins = at == 0 || !IsNameByte(text[at - 1]);
    const std::string_view rest = text.substr(at);
    if (c == '@') {
      std::size_t end = at + 1;
      if (!begins) {  // an e-mail address: its first half is in `out` already
        while (end < text.size() && IsMailByte(text[end])) ++end;
        if (end > at + 1 && IsMailByte(out.back())) {
          while (!out.empty() && IsMailByte(out.back())) out.pop_back();
          out += std::string(kDots) + "@" + std::string(kDots);
          at = end;
          continue;
        }
      }
      while (end < text.size() && IsNameByte(text[end])) ++end;
      const std::string name = AsciiLower(text.substr(at + 1, end - at - 1));
      const bool is_name = !name.empty();
      // Fediverse: "@jan@mastodon.example"
      if (end < text.size() && text[end] == '@') {
        while (end < text.size() && (IsMailByte(text[end]) || text[end] == '@')) ++end;
      }
      if (is_name && !is_ours(name)) {
        out += "@" + std::string(kDots);
      } else {
        out += text.substr(at, end - at);
      }
      at = end;
      continue;
    }
    if (begins &&
        (StartsWithIgnoreAsciiCase(rest, "http") || StartsWithIgnoreAsciiCase(rest, "www.") ||
         IsSocialHost(rest.substr(0, AddressEnd(rest, 0))))) {
      const std::size_t end = AddressEnd(text, at);
      const std::string_view address = text.substr(at, end - at);
      if (IsSocialHost(address)) {
        const std::size_t scheme = address.find("://");
        const std::size_t path =
            address.find_first_of("/?#", scheme == address.npos ? 0 : scheme + 3);
        out += address.substr(0, path);
        if (path != address.npos) out += "/" + std::string(kDots);
      } else {
        out += address;
      }
      at = end;
      continue;
    }
    if (mask_numbers && begins && IsDigit(c)) {
      std::size_t digits = 0;
      const std::size_t end = NumberEnd(text, at, digits);
      if (digits >= kManyDigits) {
        out += "#" + std::string(kDots);
        at = end;
        continue;
      }
    }
    out += c;
    ++at;
  }
  return out;
}

}  // namespace klikpad
