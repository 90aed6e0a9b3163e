// A code with its town is looked for first; it is an address when a street or a box stands before
// it.

#include "find/address/text.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "find/address/street.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxText = 6'000;   // bytes of a text that are looked at
constexpr std::size_t kMaxHead = 220;     // bytes before a code
constexpr std::size_t kMaxPurpose = 120;  // bytes in which a word says what an address is for
constexpr int kMaxAddresses = 60;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

struct Anchor {
  std::size_t begin = 0, end = 0;  // of the whole
  std::string code, town, state;
};

std::optional<Anchor> NextAnchor(std::string_view text, std::size_t from,
                                 const AddressCountry& country) {
  std::array<re2::StringPiece, 8> groups;
  const int count = std::min<int>(country.anchor->NumberOfCapturingGroups() + 1, groups.size());
  const re2::StringPiece input(text.data(), text.size());
  if (!country.anchor->Match(input, from, text.size(), re2::RE2::UNANCHORED, groups.data(),
                             count)) {
    return std::nullopt;
  }
  Anchor anchor;
  anchor.begin = text.size();
  for (const auto& [name, index] : country.anchor->NamedCapturingGroups()) {
    const re2::StringPiece& group = groups[static_cast<std::size_t>(index)];
    if (group.data() == nullptr) continue;
    const std::string value(group.data(), group.size());
    if (name == "code") anchor.code = value;
    if (name == "town") anchor.town = value;
    if (name == "state") anchor.state = value;
    const auto at = static_cast<std::size_t>(group.data() - text.data());
    anchor.begin = std::min(anchor.begin, at);
    anchor.end = std::max(anchor.end, at + group.size());
  }
  return anchor;
}

// "D-10115" → "10115", "1234 ab" → "1234AB".
std::string CodeKey(const std::string& code, bool is_fine) {
  std::string key;
  for (char c : code) {
    if (IsDigit(c)) key += c;
    const bool is_letter = IsUpper(c) || (c >= 'a' && c <= 'z');
    if (is_letter && is_fine) key += static_cast<char>(c & ~0x20);
  }
  if (!is_fine && code.find('-') == 5) key = key.substr(0, 5);  // 62701-0099
  return key;
}

std::string NumberKey(const std::string& number) {
  std::string key;
  for (char c : AsciiLower(number)) {
    if (c != ' ' && c != '.') key += c;
  }
  return ReplaceAll(std::move(key), "–", "-");
}

std::string Digits(const std::string& text) {
  std::string digits;
  for (char c : text) {
    if (IsDigit(c)) digits += c;
  }
  return digits;
}

std::string TownAlone(const std::string& town, const AddressFacts& facts) {
  const std::vector<TextWord> words = SplitWords(town);
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (facts.stops.count(words[i].folded) > 0) {
      return std::string(Trim(std::string_view(town).substr(0, words[i].begin)));
    }
  }
  return town;
}

std::string PurposeIn(std::string_view text, const AddressFacts& facts) {
  if (text.size() > kMaxPurpose) text = text.substr(text.size() - kMaxPurpose);
  const auto hits = facts.purposes.FindAll(SplitWords(text));
  if (hits.empty()) return "";
  return hits.back().id == 0 ? "postal" : "visiting";
}

FoundAddress Compose(const Anchor& anchor, const Street& street, const AddressCountry& country,
                     const AddressFacts& facts) {
  FoundAddress found;
  const std::string code = CodeKey(anchor.code, country.is_fine);
  if (street.is_box) {
    found.value = code + " box " + Digits(street.number);
    found.purpose = "postal";
  } else if (country.is_fine) {
    found.value = code + " " + NumberKey(street.number);
  } else {
    found.value = code + " " + StreetKey(street.name) + " " + NumberKey(street.number);
  }
  const std::string town = TownAlone(anchor.town, facts);
  const bool number_first = country.street == StreetOrder::kNumberName && !street.is_box;
  const std::string line =
      number_first ? street.number + " " + street.name : street.name + " " + street.number;
  if (country.town == TownPlace::kAfter) {
    found.shown = line + ", " + anchor.code + " " + town;
  } else {
    found.shown = line + (town.empty() ? "" : ", " + town) + ", " +
                  (anchor.state.empty() ? "" : anchor.state + " ") + anchor.code;
  }
  found.shown = CollapseSpace(found.shown);
  found.begin = anchor.begin;
  found.end = anchor.end;
  return found;
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view before, const AddressFacts& facts)
      : text_(text.substr(0, kMaxText)), before_(before), facts_(facts) {}

  void Read(const AddressCountry& country) {
    std::size_t from = 0;
    while (from < text_.size() && found_.size() < kMaxAddresses) {
      const auto anchor = NextAnchor(text_, from, country);
      if (!anchor) return;
      from = std::max(anchor->end, from + 1);
      if (IsTaken(*anchor)) continue;
      if (country.never && re2::RE2::FullMatch(anchor->code, *country.never)) continue;
      const std::string head = HeadOf(*anchor);
      auto street = StreetAtEnd(head, country, facts_);
      if (!street && country.town != TownPlace::kAfter) {
        street = StreetAtEnd(head + " " + anchor->town, country, facts_);
      }
      if (!street) continue;
      FoundAddress address = Compose(*anchor, *street, country, facts_);
      if (address.purpose.empty()) address.purpose = PurposeIn(head, facts_);
      found_.push_back(std::move(address));
    }
  }

  std::vector<FoundAddress> Take() {
    std::stable_sort(
        found_.begin(), found_.end(),
        [](const FoundAddress& a, const FoundAddress& b) { return a.begin < b.begin; });
    return std::move(found_);
  }

 private:
  bool IsTaken(const Anchor& anchor) const {
    return std::any_of(found_.begin(), found_.end(), [&](const FoundAddress& address) {
      return address.begin < anchor.end && anchor.begin < address.end;
    });
  }

  // What stands between the address before and the code; what is above the text when nothing does.
  std::string HeadOf(const Anchor& anchor) const {
    std::size_t begin = anchor.begin > kMaxHead ? anchor.begin - kMaxHead : 0;
    for (const FoundAddress& address : found_) {
      if (address.end <= anchor.begin) begin = std::max(begin, address.end);
    }
    while (begin < anchor.begin && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) {
      ++begin;
    }
    const std::string_view head = text_.substr(begin, anchor.begin - begin);
    const bool is_first = Trim(head).find_first_not_of(",;:|-") == head.npos;
    return is_first && begin == 0 ? std::string(before_) : std::string(head);
  }

  std::string_view text_, before_;
  const AddressFacts& facts_;
  std::vector<FoundAddress> found_;
};

}  // namespace

CodeShapes CodeShapesIn(std::string_view text) {
  CodeShapes shapes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!IsDigit(text[i]) || (i > 0 && IsDigit(text[i - 1]))) continue;
    std::size_t end = i;
    while (end < text.size() && IsDigit(text[end])) ++end;
    const std::size_t count = end - i;
    const auto at = [&](std::size_t k) { return end + k < text.size() ? text[end + k] : '\0'; };
    // "SW1A 1AA", "K1A 0B1"
    if (count == 1 && IsUpper(at(0)) && (IsUpper(at(1)) || IsDigit(at(1)))) shapes.letters = true;
    if (count == 5) shapes.five = true;
    if (count != 4 || shapes.four) {
      i = end - 1;
      continue;
    }
    std::size_t next = 0;
    while (at(next) == ' ' || at(next) == '\t' || at(next) == '\'') ++next;
    const char c = at(next);
    const bool is_after_state = i >= 3 && IsUpper(text[i - 2]) && text[i - 1] == ' ';
    shapes.four = IsUpper(c) || (static_cast<unsigned char>(c) & 0x80) != 0 || is_after_state;
    i = end - 1;
  }
  return shapes;
}

std::vector<FoundAddress> AddressesIn(std::string_view text, std::string_view before,
                                      const AddressFacts& facts, std::string_view country) {
  const CodeShapes shapes = CodeShapesIn(text);
  if (!shapes.Any()) return {};
  Reader reader(text, before, facts);
  for (const AddressCountry& each : facts.countries) {
    if (each.country == country && shapes.MayHold(each)) reader.Read(each);
  }
  for (const AddressCountry& each : facts.countries) {
    if (each.country != country && shapes.MayHold(each)) reader.Read(each);
  }
  return reader.Take();
}

}  // namespace klikpad
