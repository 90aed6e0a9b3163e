// Finds the edges of addresses in text, from the "@" or the words for it to both sides.

#include "find/email_address.h"

#include <algorithm>

#include "base/domain.h"
#include "base/text.h"

namespace klikpad {
namespace {

bool IsAlnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool IsDomain(char c) {
  return IsAlnum(c) || c == '.' || c == '-' || static_cast<signed char>(c) < 0;
}

std::string_view TrimDots(std::string_view text) {
  while (!text.empty() && (text.back() == '.' || text.back() == '-')) text.remove_suffix(1);
  return text;
}

// The longest prefix of `domain` that is a domain name with a known end: "firma.nl.Bel" →
// "firma.nl".
std::optional<std::string> DomainOf(std::string_view& domain) {
  while (true) {
    domain = TrimDots(domain);
    const std::size_t dot = domain.rfind('.');
    if (dot == domain.npos || domain.find("..") != domain.npos) return std::nullopt;
    std::optional<std::string> ascii = DomainToAscii(domain);
    if (ascii && HasKnownTopLevelDomain(*ascii)) return ascii;
    // A sentence that goes on without a space: the last label is no part of it.
    const std::string_view last = domain.substr(dot + 1);
    const bool is_word =
        last.size() > 1 && last[0] >= 'A' && last[0] <= 'Z' && domain[dot - 1] > 'Z';
    if (!is_word) return std::nullopt;
    domain = domain.substr(0, dot);
  }
}

}  // namespace

bool IsLocalByte(char c) {
  return IsAlnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '&' || c == '\'' ||
         c == '~' || c == '!' || c == '$';
}

std::size_t DomainEnd(std::string_view text, std::size_t at) {
  while (at < text.size() && IsDomain(text[at])) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == 0xE2 || byte == 0xF0 || byte == 0xEF) break;  // U+2000-2FFF, emoji, full-width
    if (byte == 0xC2) break;                                  // U+0080-00BF
    ++at;
  }
  return at;
}

std::optional<std::string> CanonicalEmail(std::string_view text) {
  text = Trim(text);
  const std::size_t at = text.rfind('@');
  if (at == text.npos || at == 0 || at > 64 || text.size() > 254)
    return std::nullopt;  // RFC 5321 §4.5.3.1
  const std::string_view local = text.substr(0, at);
  if (!std::all_of(local.begin(), local.end(), [](char c) {
        return IsLocalByte(c) || c == '=' || c == '%' || c == '#' || c == '*';
      })) {
    return std::nullopt;
  }
  if (local.front() == '.' || local.back() == '.' || local.find("..") != local.npos)
    return std::nullopt;
  if (std::none_of(local.begin(), local.end(), IsAlnum)) return std::nullopt;
  std::string_view domain = text.substr(at + 1);
  if (DomainEnd(domain, 0) != domain.size() || domain.empty() || domain.front() == '.' ||
      domain.front() == '-') {
    return std::nullopt;
  }
  const std::size_t whole = domain.size();
  std::optional<std::string> ascii = DomainOf(domain);
  if (!ascii || whole - domain.size() > 1) return std::nullopt;
  return AsciiLower(local) + "@" + AsciiLower(*ascii);
}

std::vector<SeenEmail> FindPlainEmails(std::string_view text) {
  std::vector<SeenEmail> found;
  std::size_t floor = 0;
  for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
    std::size_t begin = at;
    while (begin > floor && at - begin < 64 && IsLocalByte(text[begin - 1])) --begin;
    while (begin < at && !IsAlnum(text[begin]) && text[begin] != '_') ++begin;
    std::size_t end = DomainEnd(text, at + 1);
    // "info @ firma.nl": only when the line holds nothing else, or says e-mail before it.
    std::size_t domain_begin = at + 1;
    if (begin == at && at > floor && text[at - 1] == ' ' && at + 1 < text.size() &&
        text[at + 1] == ' ') {
      begin = at - 1;
      while (begin > floor && IsLocalByte(text[begin - 1])) --begin;
      domain_begin = at + 2;
      end = DomainEnd(text, domain_begin);
      const std::string before = AsciiLower(Trim(text.substr(floor, begin - floor)));
      const bool is_lower = std::none_of(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                         text.begin() + static_cast<std::ptrdiff_t>(at),
                                         [](char c) { return c >= 'A' && c <= 'Z'; });
      const bool is_alone = is_lower && before.empty() && Trim(text.substr(end)).empty();
      if (!is_alone &&
          !(before.size() >= 4 &&
            before.substr(before.size() - 5 > before.size() ? 0 : before.size() - 5).find("mail") !=
                before.npos))
        continue;
    }
    if (begin == at || end == domain_begin) continue;
    // "https://user:password@host": the address of a page.
    std::size_t word = begin;
    while (word > floor && text[word - 1] != ' ' && text[word - 1] != '<' && text[word - 1] != '"')
      --word;
    if (text.substr(word, begin - word).find("://") != text.npos) continue;
    const std::string_view local = Trim(text.substr(begin, at - begin));
    std::string_view domain = text.substr(domain_begin, end - domain_begin);
    if (domain.front() == '.' || domain.front() == '-') continue;
    if (!DomainOf(domain)) continue;
    std::optional<std::string> address =
        CanonicalEmail(std::string(local) + "@" + std::string(domain));
    if (!address) continue;
    end = domain_begin + domain.size();
    found.push_back({begin, end, std::move(*address), false});
    floor = end;
  }
  return found;
}

}  // namespace klikpad
