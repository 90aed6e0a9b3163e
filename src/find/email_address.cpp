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
// atext of RFC 5322 §3.2.3 but for what punctuation around addresses is made of.
bool IsLocal(char c) {
  return IsAlnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '&' || c == '\'' ||
         c == '~' || c == '!' || c == '$';
}
bool IsDomain(char c) {
  return IsAlnum(c) || c == '.' || c == '-' || static_cast<signed char>(c) < 0;
}

// Bytes of UTF-8 punctuation (typographic quotes, dashes, no-break spaces) end a domain.
std::size_t DomainEnd(std::string_view text, std::size_t at) {
  while (at < text.size() && IsDomain(text[at])) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == 0xE2 || byte == 0xF0 || byte == 0xEF) break;  // U+2000-2FFF, emoji, full-width
    if (byte == 0xC2) break;                                  // U+0080-00BF
    ++at;
  }
  return at;
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

struct Word {
  std::size_t begin, end;
};

bool Holds(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

char Closing(char open) {
  switch (open) {
    case '(':
      return ')';
    case '[':
      return ']';
    case '{':
      return '}';
    case '<':
      return '>';
    case '_':
    case '*':
    case '|':
    case '-':
      return open;
    default:
      return '\0';
  }
}

// Walks "jan (punt) de-vries [at] firma dot nl" from its "at" to both sides.
class Disguise {
 public:
  Disguise(std::string_view text, const std::string& lower, const EmailFacts& facts)
      : text_(text), lower_(lower), facts_(facts) {}

  // `at` is the word for "@" with its brackets. Nothing when no address comes out.
  std::optional<SeenEmail> Around(Word at, bool is_bracketed) const {
    std::string domain;
    std::size_t end = 0;
    bool has_word_dot = false;
    if (!ReadDomain(at.end, domain, end, has_word_dot)) return std::nullopt;
    if (!is_bracketed && !has_word_dot) return std::nullopt;
    std::string local;
    const std::size_t begin = ReadLocal(at.begin, local);
    if (local.empty()) return std::nullopt;
    std::optional<std::string> address = CanonicalEmail(local + "@" + domain);
    if (!address) return std::nullopt;
    return SeenEmail{begin, end, std::move(*address), true};
  }

  // A bracketed word of `words` at `at`, spaces around and inside allowed; its end, or 0.
  std::size_t BracketedEnd(std::size_t at, const std::vector<std::string>& words) const {
    std::size_t i = at;
    while (i < lower_.size() && lower_[i] == ' ') ++i;
    if (i >= lower_.size()) return 0;
    const char closing = Closing(lower_[i]);
    if (closing == '\0') return 0;
    const std::size_t close = lower_.find(closing, i + 1);
    if (close == lower_.npos || close - i > 18) return 0;
    const std::string_view inside = Trim(std::string_view(lower_).substr(i + 1, close - i - 1));
    if (inside.empty() || !Holds(words, inside)) return 0;
    return close + 1;
  }

 private:
  std::size_t SkipSpaces(std::size_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    return at;
  }
  std::size_t BareEnd(std::size_t at, const std::vector<std::string>& words) const {
    if (at >= lower_.size() || lower_[at] != ' ') return 0;
    const std::size_t begin = SkipSpaces(at);
    const std::size_t end = lower_.find(' ', begin);
    if (end == lower_.npos) return 0;
    return Holds(words, std::string_view(lower_).substr(begin, end - begin)) ? end : 0;
  }

  bool ReadDomain(std::size_t at, std::string& domain, std::size_t& end, bool& has_word_dot) const {
    std::size_t i = SkipSpaces(at);
    for (int parts = 0; parts < 6; ++parts) {
      const std::size_t label_end = DomainEnd(text_, i);
      if (label_end == i) break;
      domain += text_.substr(i, label_end - i);
      end = label_end;
      std::size_t next = BracketedEnd(label_end, facts_.dot_bracketed);
      if (next == 0) next = BareEnd(label_end, facts_.dot_bare);
      // "firma . nl"
      if (next == 0 && text_.compare(label_end, 3, " . ") == 0) next = label_end + 2;
      if (next == 0) break;
      has_word_dot = true;
      domain += '.';
      i = SkipSpaces(next);
    }
    return domain.find('.') != domain.npos;
  }

  // The word before `at`, with spelt-out dots joined: "jan (punt) jansen".
  std::size_t ReadLocal(std::size_t at, std::string& local) const {
    std::size_t begin = at;
    for (int parts = 0; parts < 4; ++parts) {
      std::size_t i = begin;
      while (i > 0 && text_[i - 1] == ' ') --i;
      std::size_t word = i;
      while (word > 0 && IsLocal(text_[word - 1])) --word;
      if (word == i) break;
      local = std::string(text_.substr(word, i - word)) + (local.empty() ? "" : ".") + local;
      begin = word;
      std::size_t before = word;
      while (before > 0 && text_[before - 1] == ' ') --before;
      if (before == 0 || (text_[before - 1] != ')' && text_[before - 1] != ']')) break;
      const std::size_t open = lower_.find_last_of("([", before - 1);
      if (open == lower_.npos || BracketedEnd(open, facts_.dot_bracketed) != before) break;
      begin = open;
    }
    return begin;
  }

  std::string_view text_;
  const std::string& lower_;
  const EmailFacts& facts_;
};

}  // namespace

std::optional<std::string> CanonicalEmail(std::string_view text) {
  text = Trim(text);
  const std::size_t at = text.rfind('@');
  if (at == text.npos || at == 0 || at > 64 || text.size() > 254)
    return std::nullopt;  // RFC 5321 §4.5.3.1
  const std::string_view local = text.substr(0, at);
  if (!std::all_of(local.begin(), local.end(), [](char c) {
        return IsLocal(c) || c == '=' || c == '%' || c == '#' || c == '*';
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
    while (begin > floor && at - begin < 64 && IsLocal(text[begin - 1])) --begin;
    while (begin < at && !IsAlnum(text[begin]) && text[begin] != '_') ++begin;
    std::size_t end = DomainEnd(text, at + 1);
    // "info @ firma.nl": only when the line holds nothing else, or says e-mail before it.
    std::size_t domain_begin = at + 1;
    if (begin == at && at > floor && text[at - 1] == ' ' && at + 1 < text.size() &&
        text[at + 1] == ' ') {
      begin = at - 1;
      while (begin > floor && IsLocal(text[begin - 1])) --begin;
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

std::vector<SeenEmail> FindDisguisedEmails(std::string_view text, const EmailFacts& facts) {
  std::vector<SeenEmail> found;
  const std::string lower = AsciiLower(text);
  const Disguise disguise(text, lower, facts);
  std::size_t floor = 0;
  for (std::size_t i = 1; i + 3 < lower.size(); ++i) {
    std::size_t begin = 0, end = 0;
    bool is_bracketed = false;
    if (Closing(lower[i]) != '\0' && lower[i] != '-') {
      end = disguise.BracketedEnd(i, facts.at_bracketed);
      begin = i;
      is_bracketed = end != 0;
    } else if (lower[i] == ' ') {
      const std::size_t word_end = lower.find(' ', i + 1);
      if (word_end != lower.npos && word_end - i < 16 &&
          Holds(facts.at_bare, std::string_view(lower).substr(i + 1, word_end - i - 1))) {
        begin = i;
        end = word_end;
      }
    }
    if (end == 0) continue;
    std::optional<SeenEmail> email = disguise.Around({begin, end}, is_bracketed);
    if (!email || email->begin < floor) continue;
    floor = email->end;
    i = floor > 0 ? floor - 1 : floor;
    found.push_back(std::move(*email));
  }
  return found;
}

}  // namespace klikpad
