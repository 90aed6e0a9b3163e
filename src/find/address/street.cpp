// The head is cut into parts at lines and commas; the nearest that reads like a street is it.

#include "find/address/street.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "rules/phrases.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxParts = 4;    // looked at, from the end: a floor, a building, a flat
constexpr std::size_t kMaxStreet = 60;  // bytes
constexpr std::size_t kMaxWords = 6;    // of a street's name
constexpr std::size_t kMaxBoxDigits = 8;

const re2::RE2& NumberOnly() {
  static const re2::RE2 kRegex(
      R"([1-9][0-9]{0,4}(?:\s?[-–/]\s?[0-9]{1,5})?(?:\s?(?:bis|ter|[a-zA-Z]))?)");
  return kRegex;
}

// The number that ends a part ("Voorbeeldplein 12-a"), and what stands before it.
const re2::RE2& NumberAtEnd() {
  static const re2::RE2 kRegex(R"(^(.*[^0-9-])\b([1-9][0-9]{0,4}(?:\s?[-–/+]\s?[0-9]{1,5})?)"
                               R"((?:\s?-?\s?[a-zA-Z]{1,2}[0-9]{0,3}|\s?(?:bis|ter))?)\.?$)");
  return kRegex;
}

// "12 bus 3", "12 boîte 3": a letter box in Belgium, behind the number.
const re2::RE2& LetterBox() {
  static const re2::RE2 kRegex(R"(([0-9][a-zA-Z]?),?\s(?:[Bb]us|[Bb]o[iî]te|[Bb]te|[Bb]t)\.?\s?)"
                               R"([0-9A-Z]{1,4}$)");
  return kRegex;
}

// The number that begins a street ("12 bis, rue de l'Exemple"), and what stands behind it.
const re2::RE2& NumberAtStart() {
  static const re2::RE2 kRegex(R"((?:^|[\s:])([1-9][0-9]{0,4}(?:\s?[-–/]\s?[0-9]{1,5})?)"
                               R"((?:\s?(?:bis|ter|quater)|[a-zA-Z])?)\s*,?\s+([^0-9\s].*)$)");
  return kRegex;
}

std::vector<std::string_view> PartsOf(std::string_view head) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= head.size(); ++i) {
    const bool is_cut = i == head.size() || head[i] == '\n' || head[i] == ',' || head[i] == ';' ||
                        head[i] == '|' || head[i] == '(' || head[i] == ')' ||
                        head.substr(i).starts_with("•") || head.substr(i).starts_with("·") ||
                        head.substr(i).starts_with(" - ") || head.substr(i).starts_with(" – ");
    if (!is_cut) continue;
    std::string_view part = Trim(head.substr(begin, i - begin));
    while (!part.empty() && (part.front() == '-' || part.front() == ':')) part.remove_prefix(1);
    if (!part.empty()) parts.push_back(Trim(part));
    begin = i + 1;
    while (begin < head.size() && (static_cast<unsigned char>(head[begin]) & 0xC0) == 0x80) ++begin;
    if (i < head.size() && head[i] == ' ') ++begin;
  }
  return parts;
}

bool IsConnector(std::string_view folded) {
  constexpr std::array kWords{"van",   "de",    "der", "den", "het", "ten",  "ter",  "s",
                              "t",     "v",     "d",   "aan", "du",  "dell", "dall", "sull",
                              "des",   "la",    "le",  "les", "l",   "et",   "del",  "dei",
                              "della", "delle", "di",  "da",  "el",  "los",  "las",  "y",
                              "und",   "zu",    "zum", "zur", "of",  "the"};
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

bool IsCapital(std::string_view word) {
  const unsigned char first = static_cast<unsigned char>(word.front());
  // "1e", "2nd": a number alone belongs to something else.
  if (first >= '0' && first <= '9') return word.find_first_not_of("0123456789") != word.npos;
  const std::string folded = FoldCase(word);
  return std::string_view(folded).substr(0, 1) != word.substr(0, 1) ||
         (first >= 0x80 && !folded.starts_with(word.substr(0, 2)));
}

bool IsStreetWord(std::string_view folded, const AddressFacts& facts) {
  if (facts.street_words.count(std::string(folded)) > 0) return true;
  return std::any_of(facts.street_endings.begin(), facts.street_endings.end(),
                     [&](const std::string& ending) {
                       return folded.size() > ending.size() + 2 && folded.ends_with(ending);
                     });
}

bool HasStreetWord(std::string_view name, const AddressFacts& facts) {
  for (const TextWord& word : SplitWords(name)) {
    if (IsStreetWord(word.folded, facts)) return true;
  }
  return false;
}

// "Bezoek ons op Voorbeeldplein" → "Voorbeeldplein": the last run of words that names make.
std::string_view LastName(std::string_view name, const AddressFacts& facts) {
  const std::vector<TextWord> words = SplitWords(name);
  std::size_t begin = words.size(), first_good = words.size();
  while (begin > 0 && words.size() - begin < kMaxWords) {
    const TextWord& word = words[begin - 1];
    const std::string_view written = name.substr(word.begin, word.end - word.begin);
    const bool is_good = IsCapital(written) || IsStreetWord(word.folded, facts);
    if (!is_good && !IsConnector(word.folded)) break;
    --begin;
    if (is_good) first_good = begin;
  }
  if (first_good == words.size()) return {};
  return name.substr(words[first_good].begin);
}

std::optional<Street> BoxIn(std::string_view part, const AddressFacts& facts) {
  // "P.O. Box": a full stop parts sentences, so that no phrase would run over it.
  const std::vector<TextWord> words = SplitWords(ReplaceAll(std::string(part), ".", " "));
  for (const PhraseSet::Hit& hit : facts.boxes.FindAll(words)) {
    std::string digits;
    for (std::size_t i = hit.first_word + hit.word_count; i < words.size(); ++i) {
      const std::string& word = words[i].folded;
      if (word.find_first_not_of("0123456789") != word.npos) break;
      digits += word;
    }
    const bool ends_part = !digits.empty() && digits.size() <= kMaxBoxDigits;
    if (!ends_part) continue;
    Street street;
    street.name = part.substr(hit.begin, hit.end - hit.begin);
    street.number = std::string(Trim(part.substr(hit.end)));
    if (street.number.starts_with('.')) street.number = std::string(Trim(street.number.substr(1)));
    street.is_box = true;
    return street;
  }
  return std::nullopt;
}

std::optional<Street> StreetIn(std::string_view part, const AddressCountry& country,
                               const AddressFacts& facts) {
  if (part.size() > 200) part = part.substr(part.size() - 200);
  Street street;
  std::string name, number;
  if (country.street == StreetOrder::kNameNumber) {
    std::string written(part);
    if (country.country == "BE") re2::RE2::Replace(&written, LetterBox(), R"(\1)");
    if (!re2::RE2::PartialMatch(written, NumberAtEnd(), &name, &number)) return std::nullopt;
    if (Trim(name).ends_with(':')) return std::nullopt;  // "Text: 503": a label and its number
    street.name = std::string(Trim(LastName(name, facts)));
  } else {
    if (!re2::RE2::PartialMatch(part, NumberAtStart(), &number, &name)) return std::nullopt;
    street.name = std::string(Trim(name));
    const bool reads_like_name =
        IsCapital(street.name) || HasStreetWord(CutUtf8(street.name, 20), facts);
    if (!reads_like_name || SplitWords(street.name).size() > kMaxWords) return std::nullopt;
  }
  street.number = number;
  if (street.name.size() < 3 || street.name.size() > kMaxStreet) return std::nullopt;
  if (country.needs_street_word && !HasStreetWord(street.name, facts)) return std::nullopt;
  return street;
}

}  // namespace

std::optional<Street> StreetAtEnd(std::string_view head, const AddressCountry& country,
                                  const AddressFacts& facts) {
  const std::vector<std::string_view> parts = PartsOf(head);
  const std::size_t last = parts.size();
  for (std::size_t back = 0; back < std::min(last, kMaxParts); ++back) {
    const std::size_t i = last - 1 - back;
    if (auto box = BoxIn(parts[i], facts)) return box;
    std::string part(parts[i]);
    if (re2::RE2::FullMatch(part, NumberOnly())) {  // "Calle Ejemplo, 5" and "12, rue Exemple"
      if (country.street == StreetOrder::kNameNumber && i > 0) {
        part = std::string(parts[i - 1]) + " " + part;
      } else if (country.street == StreetOrder::kNumberName && back > 0) {
        part += " " + std::string(parts[i + 1]);
      }
    }
    if (auto street = StreetIn(part, country, facts)) return street;
  }
  return std::nullopt;
}

std::string StreetKey(std::string_view name) {
  std::string key;
  for (const TextWord& word : SplitWords(name)) key += word.folded;
  if (key.ends_with("str")) key += "asse";
  return key;
}

}  // namespace klikpad
