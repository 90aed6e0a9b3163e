// A table of 256 kinds of bytes drives the pass; words beyond ASCII take the long way.

#include "find/text/page_glance.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/text.h"
#include "rules/phrases.h"

namespace klikpad {
namespace {

enum Kind : std::uint8_t { kNothing, kLetter, kDigit, kWide, kAt, kSlash, kBracket };

constexpr std::array<std::uint8_t, 256> kKinds = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) kinds[c] = kinds[c - 32] = kLetter;
  for (std::size_t c = '0'; c <= '9'; ++c) kinds[c] = kDigit;
  for (std::size_t c = 128; c < 256; ++c) kinds[c] = kWide;
  kinds['@'] = kAt;
  kinds['/'] = kSlash;
  for (const char c : std::string_view("([{<_*|")) kinds[static_cast<unsigned char>(c)] = kBracket;
  return kinds;
}();

Kind KindOf(char c) { return static_cast<Kind>(kKinds[static_cast<unsigned char>(c)]); }

// Bytes of the sign at `at` that parts words, though it is beyond ASCII (U+0080 to U+00BF but for
// three letters, U+2000 to U+2BFF); 0 for all others.
std::size_t WideSign(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  if (byte(0) == 0xC2) return byte(1) == 0xAA || byte(1) == 0xB5 || byte(1) == 0xBA ? 0 : 2;
  if (byte(0) == 0xE2 && byte(1) >= 0x80 && byte(1) <= 0xAE) return 3;
  return 0;
}

// "17 uurmaandag", "5pmTuesday": a day without a space before it.
bool HasGluedDay(std::string_view word) {
  if (word.size() < 5) return false;
  for (const std::string_view mark : {"uur", "uhr", "hrs", "ore", "am", "pm", "h"}) {
    if (StartsWithIgnoreAsciiCase(word, mark)) return true;
  }
  return false;
}

class Pass {
 public:
  Pass(std::string_view text, const WordTriggers& triggers)
      : text_(text), end_(text.data() + text.size()), triggers_(triggers) {}

  TextGlance Run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      switch (KindOf(text_[at])) {
        case kLetter:
          at = Letters(at);
          break;
        case kDigit:
          at = Digits(at);
          break;
        case kWide:
          at = WideWords(at);
          break;
        case kAt:
          seen_.has_at = true;
          ++at;
          break;
        case kSlash:
          seen_.has_slash = true;
          ++at;
          break;
        case kBracket:
          seen_.has_bracket = true;
          ++at;
          break;
        default:
          ++at;
      }
    }
    return seen_;
  }

 private:
  char At(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  std::size_t EndOf(std::size_t at, Kind kind) const {
    while (at < text_.size() && KindOf(text_[at]) == kind) ++at;
    return at;
  }

  void Word(const char* word, std::size_t size, const char* readable_end) {
    const std::uint64_t key = WordTriggers::Key(word, size, readable_end);
    const std::uint32_t bits = triggers_.OfKey(key);
    seen_.words |= bits;
    const bool leads_on = (bits & trigger::kRange) != 0 && (before_ & trigger::kClock) != 0;
    const bool follows = (bits & trigger::kClock) != 0 && (before_ & trigger::kRange) != 0;
    if ((leads_on || follows) && seen_.times < 255) ++seen_.times;
    const bool opened = (before_ & trigger::kOpensTwo) != 0;
    const std::uint32_t two = opened ? triggers_.OfTwo(key_before_, key) : 0;
    if (((bits | two) & trigger::kAnyHour) != 0) seen_.says_any_hour = true;
    before_ = bits;
    key_before_ = key;
  }

  std::size_t Letters(std::size_t begin) {
    const std::size_t end = EndOf(begin + 1, kLetter);
    if (end < text_.size() && KindOf(text_[end]) == kWide && WideSign(text_, end) == 0) {
      return WideWords(begin);
    }
    Word(text_.data() + begin, end - begin, end_);
    if (behind_digits_ <= begin && begin - behind_digits_ <= 1 &&
        HasGluedDay(text_.substr(begin, end - begin))) {
      seen_.words |= trigger::kDay;
    }
    return end;
  }

  std::size_t Digits(std::size_t begin) {
    const std::size_t end = EndOf(begin + 1, kDigit);
    const std::size_t most = std::numeric_limits<std::uint16_t>::max();
    seen_.digits = static_cast<std::uint16_t>(std::min(most, seen_.digits + (end - begin)));
    if (end - begin <= 4) {
      Word(text_.data() + begin, end - begin, end_);
      if (seen_.times < 255 && MayOpenSpan(begin, end)) ++seen_.times;
    }
    behind_digits_ = end;
    return end;
  }

  // Letters and bytes beyond ASCII up to what parts words surely; returns the end.
  std::size_t WideWords(std::size_t begin) {
    if (const std::size_t sign = WideSign(text_, begin)) return begin + sign;
    std::size_t end = begin;
    while (end < text_.size() && (KindOf(text_[end]) == kLetter || KindOf(text_[end]) == kWide) &&
           WideSign(text_, end) == 0) {
      if (text_[end] == '\xEF') seen_.has_wide_digit = true;
      ++end;
    }
    for (const TextWord& word : SplitWordsAndNumbers(text_.substr(begin, end - begin))) {
      const std::string& folded = word.folded;
      if (folded.empty()) continue;
      Word(folded.data(), folded.size(), folded.data() + folded.size());
    }
    return end;
  }

  // "9", "09", "0930", as ReadClockNumber takes them.
  bool IsClock(std::size_t begin, std::size_t end) const {
    const auto value = [&](std::size_t at, std::size_t size) {
      return size == 1 ? text_[at] - '0' : (text_[at] - '0') * 10 + (text_[at + 1] - '0');
    };
    if (end - begin == 4) return value(begin, 2) <= 24 && value(begin + 2, 2) % 15 == 0;
    return end - begin <= 2 && value(begin, end - begin) <= 24;
  }

  // What follows the number, its minutes and its "uur" or "pm" leads on to a second time, or ends
  // the text after minutes: cells.
  bool MayOpenSpan(std::size_t begin, std::size_t end) const {
    if (!IsClock(begin, end)) return false;
    const char before = begin > 0 ? text_[begin - 1] : ' ';
    const bool goes_on = (before == '.' || before == ',' || before == ':') && begin > 1 &&
                         KindOf(text_[begin - 2]) == kDigit;
    if (goes_on) return false;
    bool is_bare = true;
    std::size_t at = end;
    const char mark = At(at);
    const char letter = static_cast<char>(mark | 0x20);
    const bool is_point = mark == ':' || mark == '.' || mark == ',';
    if ((is_point || letter == 'h' || letter == 'u') && KindOf(At(at + 1)) == kDigit) {
      at = EndOf(at + 1, kDigit);
      if (at != end + 3) return false;
      is_bare = false;
    }
    for (int words = 0; words < 6; ++words) {
      while (At(at) == ' ' || At(at) == '.') ++at;
      if (at >= text_.size() || text_[at] == '\n') return !is_bare;
      const char c = text_[at];
      if (c == '-' || c == '~' || c == '/' || c == '&' || c == ',' || c == '(' || c == ')' ||
          KindOf(c) == kWide) {
        return true;
      }
      if (KindOf(c) == kDigit) return words > 0;  // "9am 5pm"
      if (KindOf(c) != kLetter) return false;
      const std::size_t word_end = EndOf(at, kLetter);
      const std::uint32_t bits = triggers_.Of(text_.data() + at, word_end - at, end_);
      const bool is_apart = text_[at - 1] == ' ';
      if (is_apart && (bits & (trigger::kRange | trigger::kList)) != 0) return true;
      // "uur", "a.m.", "o'clock", or a letter for the hour.
      const char first = static_cast<char>(c | 0x20);
      const bool is_letter = word_end - at == 1 && (first == 'h' || first == 'u' || first == 'o');
      const bool is_half_day = word_end - at <= 2 && (first == 'a' || first == 'p' || first == 'm');
      if ((bits & trigger::kTimeMark) == 0 && !is_half_day && !is_letter) return false;
      is_bare = false;
      at = word_end;
      if (At(at) == '\'') ++at;
    }
    return false;
  }

  std::string_view text_;
  const char* end_;
  const WordTriggers& triggers_;
  TextGlance seen_;
  std::uint32_t before_ = 0;                                             // bits of the word before
  std::uint64_t key_before_ = 0;                                         // its key
  std::size_t behind_digits_ = std::numeric_limits<std::size_t>::max();  // end of the last digits
};

bool MayBeEmbed(std::string_view classes, const Networks& networks) {
  for (std::size_t begin = 0; begin < classes.size();) {
    std::size_t end = begin;
    while (end < classes.size() && classes[end] != ' ') ++end;
    if (networks.embed_filter.MayHold(classes.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

// A button's name that begins or ends in "share", in whatever language.
bool IsNamedShare(std::string_view name, const ShareWords& words) {
  constexpr std::size_t kMaxName = 60;
  name = Trim(name);
  if (name.size() > kMaxName) return false;
  return words.verbs.contains(AsciiLower(name.substr(0, name.find(' ')))) ||
         words.verbs.contains(AsciiLower(name.substr(name.rfind(' ') + 1)));
}

bool IsShareAttribute(const Node& node, const Attribute& attribute, const ShareWords& words) {
  if (attribute.name == "class") return MaySayShare(attribute.value, words);
  if (attribute.name == "onclick") return attribute.value.find("http") != attribute.value.npos;
  if (attribute.name == "aria-label") {
    return node.tag == "button" && IsNamedShare(attribute.value, words);
  }
  return attribute.name.starts_with("data-s") &&
         std::find(words.attributes.begin(), words.attributes.end(), attribute.name) !=
             words.attributes.end();
}

}  // namespace

TextGlance GlanceAt(std::string_view text, const WordTriggers& triggers) {
  return Pass(text, triggers).Run();
}

PageGlance::PageGlance(const Page& page, const Rules& rules) {
  blocks.reserve(page.blocks.size());
  for (const TextBlock& block : page.blocks) {
    blocks.push_back(GlanceAt(block.text, rules.triggers));
  }
  labels.reserve(page.links.size());
  for (const Link& link : page.links) {
    // In menus a link is all that its block holds.
    const auto block = static_cast<std::size_t>(link.block);
    const bool is_block = link.block >= 0 && page.blocks[block].text == link.label;
    labels.push_back(is_block ? blocks[block] : GlanceAt(link.label, rules.triggers));
  }
  const std::vector<Node>& nodes = page.document.nodes;
  for (std::size_t node = 1; node < nodes.size(); ++node) {
    for (std::uint32_t i = 0; i < nodes[node].attribute_count; ++i) {
      const Attribute& attribute = page.document.attributes[nodes[node].first_attribute + i];
      if (attribute.name == "class" && MayBeEmbed(attribute.value, rules.networks)) {
        embeds.push_back(static_cast<int>(node));
      }
      if (IsShareAttribute(nodes[node], attribute, rules.shares) &&
          (shares.empty() || shares.back() != static_cast<int>(node))) {
        shares.push_back(static_cast<int>(node));
      }
    }
  }
}

}  // namespace klikpad
