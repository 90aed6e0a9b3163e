// Hours, dates, years, decimals, IP addresses, coordinates, IBANs and addresses of the web.

#include "find/phone/mask.h"

#include <algorithm>

#include "base/byte_set.h"
#include "base/text.h"

namespace klikpad {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// True when the word at `at` (after spaces) is one of those that follow a time of day.
bool IsHourWord(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  std::size_t end = at;
  while (end < text.size() && ((text[end] | 32) >= 'a' && (text[end] | 32) <= 'z')) ++end;
  const std::string word = AsciiLower(text.substr(at, end - at));
  return word == "uur" || word == "uhr" || word == "u" || word == "h" || word == "hrs" ||
         word == "hours" || word == "hr" || word == "am" || word == "pm" || word == "ore" ||
         word == "heures";
}

// Reads digits at `at`, at most `most`; returns the end.
std::size_t DigitsEnd(std::string_view text, std::size_t at) {
  while (at < text.size() && IsDigit(text[at])) ++at;
  return at;
}

int Value(std::string_view digits) {
  int value = 0;
  for (char c : digits.substr(0, 6)) value = value * 10 + (c - '0');
  return value;
}

struct Token {
  std::size_t begin, end;
  std::size_t size() const { return end - begin; }
};

// Finds what starts at the digit group [begin, end) and is no phone number; the end of it, or 0.
class Trap {
 public:
  Trap(std::string_view text, std::size_t begin)
      : text_(text), first_{begin, DigitsEnd(text, begin)} {}

  std::size_t End() const {
    for (std::size_t end : {Hours(), Date(), Years(), Decimal(), Address(), Coordinates()}) {
      if (end != 0) return end;
    }
    return 0;
  }

 private:
  std::string_view Digits(Token t) const { return text_.substr(t.begin, t.size()); }
  char At(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  Token Next(std::size_t at) const { return {at, DigitsEnd(text_, at)}; }

  // The clock time at `group`: "9", "09.30", "0930", "09:30"; its end, or 0.
  std::size_t Clock(Token group, bool needs_minutes) const {
    if (group.size() == 4) {
      return Value(Digits(group)) / 100 < 25 && Value(Digits(group)) % 100 < 60 ? group.end : 0;
    }
    if (group.size() > 2 || group.size() == 0 || Value(Digits(group)) > 24) return 0;
    const char mark = At(group.end);
    if (mark == '.' || mark == ':' || mark == 'h') {
      const Token minutes = Next(group.end + 1);
      if (minutes.size() == 2 && Value(Digits(minutes)) < 60) return minutes.end;
    }
    return needs_minutes ? 0 : group.end;
  }

  std::size_t Hours() const {
    const std::size_t end = Clock(first_, true);
    if (end == 0) return 0;
    const bool has_colon = first_.size() <= 2 && At(first_.end) == ':';
    if (has_colon) return end;
    const bool is_dotted = first_.size() <= 2;
    if (IsHourWord(text_, end)) return end;
    // "08.00 - 21.00", "8.00/17.00", "0900 - 1800 uur"
    std::size_t at = end;
    while (At(at) == ' ') ++at;
    if (At(at) != '-' && At(at) != '/') return 0;
    ++at;
    while (At(at) == ' ') ++at;
    const Token other = Next(at);
    const std::size_t until = Clock(other, true);
    if (until == 0 || IsDigit(At(until)) || (is_dotted && other.size() > 2)) return 0;
    // "08.00-21.00.34" goes on like a number; "0900 - 1800" is one unless a word says hours.
    if (At(until) == '.' && IsDigit(At(until + 1))) return 0;
    return is_dotted || IsHourWord(text_, until) ? until : 0;
  }

  bool GoesOn(std::size_t at) const {  // a further group follows, tied by a mark
    return (At(at) == '-' || At(at) == '.' || At(at) == '/') && IsDigit(At(at + 1));
  }

  std::size_t Date() const {
    const char mark = At(first_.end);
    if (mark != '-' && mark != '/' && mark != '.') return 0;
    const Token second = Next(first_.end + 1);
    if (second.size() == 0 || At(second.end) != mark) return 0;
    const Token third = Next(second.end + 1);
    if (third.size() == 0 || GoesOn(third.end)) return 0;
    const int a = Value(Digits(first_)), b = Value(Digits(second)), c = Value(Digits(third));
    if (first_.size() == 4) {
      const bool is_year = a >= 1900 && a < 2100;
      return is_year && second.size() <= 2 && third.size() <= 2 && b <= 12 && c <= 31 ? third.end
                                                                                      : 0;
    }
    if (first_.size() > 2 || second.size() > 2) return 0;
    if (third.size() != 4 && third.size() != 2) return 0;
    const bool is_year = third.size() == 2 || (c >= 1900 && c < 2100);
    const bool is_day = (a <= 31 && b <= 12) || (a <= 12 && b <= 31);
    return is_year && is_day && a > 0 && b > 0 ? third.end : 0;
  }

  // "2010-2014", "1998 / 1999"
  std::size_t Years() const {
    const auto is_year = [&](Token t) {
      return t.size() == 4 && Value(Digits(t)) >= 1900 && Value(Digits(t)) < 2100;
    };
    if (!is_year(first_)) return 0;
    std::size_t at = first_.end;
    while (At(at) == ' ') ++at;
    if (At(at) != '-' && At(at) != '/') return 0;
    ++at;
    while (At(at) == ' ') ++at;
    const Token second = Next(at);
    return is_year(second) && !GoesOn(second.end) ? second.end : 0;
  }

  // "1.234,56", "1,234,567", "12,5": a comma between digits.
  std::size_t Decimal() const {
    std::size_t at = first_.end;
    while (At(at) == '.' && Next(at + 1).size() == 3) at = Next(at + 1).end;
    if (At(at) != ',') return 0;
    const Token tail = Next(at + 1);
    if (tail.size() == 0 || tail.size() > 3) return 0;
    at = tail.end;
    while ((At(at) == ',' || At(at) == '.') && IsDigit(At(at + 1))) at = Next(at + 1).end;
    return at;
  }

  // IPv4: four groups, none over 255.
  std::size_t Address() const {
    Token group = first_;
    for (int i = 0; i < 4; ++i) {
      if (group.size() == 0 || group.size() > 3 || Value(Digits(group)) > 255) return 0;
      if (i == 3) return GoesOn(group.end) ? 0 : group.end;
      if (At(group.end) != '.') return 0;
      group = Next(group.end + 1);
    }
    return 0;
  }

  // "52.370216, 4.895168"
  std::size_t Coordinates() const {
    Token fraction{0, 0};
    const auto read = [&](Token whole) {
      if (whole.size() == 0 || whole.size() > 3 || At(whole.end) != '.') return false;
      fraction = Next(whole.end + 1);
      return fraction.size() >= 4;
    };
    if (!read(first_)) return 0;
    std::size_t at = fraction.end;
    bool has_comma = false;
    while (At(at) == ' ' || At(at) == ',' || At(at) == ';' || At(at) == '-') {
      has_comma = has_comma || At(at) == ',' || At(at) == ';';
      ++at;
    }
    return has_comma && read(Next(at)) ? fraction.end : 0;
  }

  std::string_view text_;
  Token first_;
};

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

// The end of an IBAN (ISO 13616, check digits modulo 97) that starts at `at`, or 0.
std::size_t IbanEnd(std::string_view text, std::size_t at) {
  if (at + 15 > text.size() || !IsUpper(text[at]) || !IsUpper(text[at + 1]) ||
      !IsDigit(text[at + 2]) || !IsDigit(text[at + 3])) {
    return 0;
  }
  std::string packed;
  std::size_t end = 0;
  for (std::size_t i = at; i < text.size() && packed.size() < 34; ++i) {
    if (text[i] == ' ') continue;
    if (!IsUpper(text[i]) && !IsDigit(text[i])) break;
    packed += text[i];
    if (packed.size() < 15) continue;
    int rest = 0;
    for (std::size_t k = 0; k < packed.size(); ++k) {
      const char c = packed[(k + 4) % packed.size()];
      rest = IsDigit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
    }
    if (rest == 1) end = i + 1;
  }
  return end;
}

bool LooksLikeWebAddress(std::string_view token) {
  return token.find("://") != token.npos || token.find('@') != token.npos ||
         StartsWithIgnoreAsciiCase(token, "www.") || token.find(".com/") != token.npos ||
         token.find(".html") != token.npos || token.find(".aspx") != token.npos ||
         token.find(".php") != token.npos || token.find('=') != token.npos;
}

void MaskDigits(std::string& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (IsDigit(text[i]) || text[i] == '+') text[i] = '\x01';
  }
}

}  // namespace

std::string MaskNonPhones(std::string_view text) {
  std::string masked(text);
  for (std::size_t i = 0; i < text.size();) {  // words that are web addresses
    // Without one of the marks it is none.
    static constexpr ByteSet kEnds(" \n"), kEndsAndMarks(" \n.@:=");
    std::size_t end = std::min(kEndsAndMarks.FindIn(text, i), text.size());
    const bool has_mark = end < text.size() && !kEnds.Has(text[end]);
    if (has_mark) end = std::min(kEnds.FindIn(text, end), text.size());
    const std::string_view token = text.substr(i, end - i);
    if (has_mark && token.size() > 6 && LooksLikeWebAddress(token)) MaskDigits(masked, i, end);
    i = end + 1;
  }
  char before = ' ';
  static constexpr ByteSet kBegins("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
  for (std::size_t i = 0; i < masked.size();) {
    if (const std::size_t next = std::min(kBegins.FindIn(masked, i), masked.size()); next > i) {
      before = masked[next - 1];
      i = next;
      continue;
    }
    if (IsUpper(masked[i]) && !IsUpper(before) && !IsDigit(before)) {
      if (std::size_t end = IbanEnd(masked, i); end != 0) {
        MaskDigits(masked, i, end);
        before = ' ';
        i = end;
        continue;
      }
    }
    if (!IsDigit(masked[i])) {
      before = masked[i++];
      continue;
    }
    // "24/7" and what traps know; a group that continues another is judged with it.
    const bool is_start = before != '.' && before != '-' && before != '/' && before != '+';
    std::size_t end = is_start ? Trap(masked, i).End() : 0;
    if (masked.compare(i, 4, "24/7") == 0) end = i + 4;
    if (end != 0) MaskDigits(masked, i, end);
    i = end != 0 ? end : DigitsEnd(masked, i);
    before = masked[i - 1];
  }
  return masked;
}

}  // namespace klikpad
