// Finds the edges of addresses in text, from the "@" or the words for it to both sides.

#include "find/email/address.h"

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

namespace {

struct Apart {
  std::size_t begin = 0, domain_begin = 0, end = 0;
  std::string domain;  // "" when it is written in one piece
};

// "info @ firma.nl", "info @firma . nl": only when the line holds nothing else, or what stands
// before it announces it; "@firma.nl" alone may be an account.
std::optional<Apart> ReadApart(std::string_view text, std::size_t at, std::size_t floor) {
  const bool has_left = at > floor && text[at - 1] == ' ';
  const bool has_right = at + 1 < text.size() && text[at + 1] == ' ';
  if (!has_left && !has_right) return std::nullopt;
  Apart apart;
  apart.begin = has_left ? at - 1 : at;
  const std::size_t local_end = apart.begin;
  while (apart.begin > floor && IsLocalByte(text[apart.begin - 1])) --apart.begin;
  if (apart.begin == local_end) return std::nullopt;
  apart.domain_begin = has_right ? at + 2 : at + 1;
  apart.end = DomainEnd(text, apart.domain_begin);
  std::string domain(text.substr(apart.domain_begin, apart.end - apart.domain_begin));
  bool has_spaced_dot = false;
  for (int parts = 0; parts < 4 && text.substr(apart.end).starts_with(" . "); ++parts) {
    const std::size_t end = DomainEnd(text, apart.end + 3);
    if (end == apart.end + 3) break;
    domain += '.';
    domain += text.substr(apart.end + 3, end - apart.end - 3);
    apart.end = end;
    has_spaced_dot = true;
  }
  if (has_spaced_dot) apart.domain = std::move(domain);
  const std::string before = AsciiLower(Trim(text.substr(floor, apart.begin - floor)));
  const std::string_view local = text.substr(apart.begin, local_end - apart.begin);
  const bool is_lower =
      std::none_of(local.begin(), local.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool is_alone = is_lower && before.empty() && Trim(text.substr(apart.end)).empty();
  const std::size_t tail = before.size() > 5 ? before.size() - 5 : 0;
  const bool is_announced =
      before.find("mail", tail) != before.npos || (is_lower && before.ends_with(':'));
  return is_alone || is_announced || (has_spaced_dot && is_lower) ? std::optional(apart)
                                                                  : std::nullopt;
}

}  // namespace

std::vector<SeenEmail> FindPlainEmails(std::string_view text) {
  std::vector<SeenEmail> found;
  std::size_t floor = 0;
  for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
    std::size_t begin = at;
    while (begin > floor && at - begin < 64 && IsLocalByte(text[begin - 1])) --begin;
    while (begin < at && !IsAlnum(text[begin]) && text[begin] != '_') ++begin;
    std::size_t end = DomainEnd(text, at + 1);
    std::size_t domain_begin = at + 1;
    std::string spaced;  // the domain of "info @ firma . nl"
    if (const auto apart = ReadApart(text, at, floor)) {
      begin = apart->begin;
      domain_begin = apart->domain_begin;
      end = apart->end;
      spaced = apart->domain;
    }
    if (begin == at || end == domain_begin) continue;
    // "https://user:password@host": the address of a page.
    std::size_t word = begin;
    while (word > floor && text[word - 1] != ' ' && text[word - 1] != '<' && text[word - 1] != '"')
      --word;
    if (text.substr(word, begin - word).find("://") != text.npos) continue;
    const std::string_view local = Trim(text.substr(begin, at - begin));
    std::string_view domain =
        spaced.empty() ? text.substr(domain_begin, end - domain_begin) : std::string_view(spaced);
    if (domain.front() == '.' || domain.front() == '-') continue;
    if (!DomainOf(domain)) continue;
    std::optional<std::string> address =
        CanonicalEmail(std::string(local) + "@" + std::string(domain));
    if (!address) continue;
    if (spaced.empty()) end = domain_begin + domain.size();
    found.push_back({begin, end, std::move(*address), false});
    floor = end;
  }
  return found;
}

}  // namespace klikpad
