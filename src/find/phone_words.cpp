// Looks words up in the text beside a number.

#include "find/phone_words.h"

#include <algorithm>

namespace klikpad {
namespace {

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
}

bool HasWordByte(std::string_view text) {
  return std::any_of(text.begin(), text.end(), IsWordByte);
}

// How many words `text` holds.
int CountWords(std::string_view text) {
  int words = 0;
  bool is_inside = false;
  for (char c : text) {
    const bool is_word = IsWordByte(c);
    if (is_word && !is_inside) ++words;
    is_inside = is_word;
  }
  return words;
}

// "T: …" and "Sales: …" but neither "P.C: …" nor "Home | …".
bool IsTightLabel(std::string_view window, std::size_t begin, std::size_t end) {
  if (end - begin > 2) return window.find(':', end) != window.npos;
  constexpr std::string_view kBefore = " \n(|/,;>[";
  return begin == 0 || kBefore.find(window[begin - 1]) != kBefore.npos;
}

// The words that may stand between a label and its number: "Tel. nr.: ", "Phone number is".
bool IsFiller(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (!IsWordByte(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && IsWordByte(text[end])) ++end;
    const std::string_view word = text.substr(i, end - i);
    constexpr std::string_view kFillers[] = {
        "no",  "nr",  "num", "number",   "numbers", "nummer", "line",  "at",     "on",  "op",
        "is",  "us",  "ons", "naar",     "met",     "uns",    "unter", "numero", "via", "intl",
        "int", "usa", "us",  "national", "toll",    "free",   "local", "direct"};
    if (std::find(std::begin(kFillers), std::end(kFillers), word) == std::end(kFillers))
      return false;
    i = end;
  }
  return true;
}

}  // namespace

std::size_t FindLastWord(std::string_view text, std::string_view word) {
  if (word.empty()) return text.npos;
  std::size_t at = text.rfind(word);
  while (at != text.npos) {
    const std::size_t end = at + word.size();
    const bool is_whole =
        (at == 0 || !IsWordByte(text[at - 1]) || !IsWordByte(word.front())) &&
        (end == text.size() || !IsWordByte(text[end]) || !IsWordByte(word.back()));
    if (is_whole) return at;
    if (at == 0) break;
    at = text.rfind(word, at - 1);
  }
  return text.npos;
}

std::optional<LabelHit> LabelBefore(const PhoneFacts& facts, std::string_view window) {
  const PhoneWord* best = nullptr;
  std::size_t best_end = 0, best_begin = 0;
  std::size_t voice_end = std::string_view::npos;
  for (const PhoneWord& word : facts.labels) {
    const std::size_t at = FindLastWord(window, word.text);
    if (at == window.npos) continue;
    const std::size_t end = at + word.text.size();
    const bool is_close = !HasWordByte(window.substr(end));
    if (word.is_tight && !(is_close && IsTightLabel(window, at, end))) continue;
    if (!word.is_tight && word.label != PhoneLabel::kFax && word.label != PhoneLabel::kFree) {
      voice_end = voice_end == window.npos ? end : std::max(voice_end, end);
    }
    if (best == nullptr || end > best_end) {
      best = &word;
      best_end = end;
      best_begin = at;
    }
  }
  if (best == nullptr) return std::nullopt;
  LabelHit hit{best->label, IsFiller(window.substr(best_end))};
  // "Tel/Fax: …", "Phone & Fax", "T/F": one line for both is a line to call.
  if (best->label == PhoneLabel::kFax) {
    std::string_view left = window.substr(0, best_begin);
    if (voice_end != window.npos && voice_end <= best_begin) {
      std::string_view between = window.substr(voice_end, best_begin - voice_end);
      if (!HasWordByte(between) && between.size() <= 3 &&
          between.find_first_of("/&+") != between.npos) {
        hit.label = PhoneLabel::kVoice;
      }
    }
    if (left.size() >= 2 && left.substr(left.size() - 2) == "t/") hit.label = PhoneLabel::kVoice;
  }
  return hit;
}

std::optional<PhoneLabel> LabelAfter(const PhoneFacts& facts, std::string_view window) {
  std::size_t at = 0;
  while (at < window.size() && !IsWordByte(window[at])) {
    if (window[at] == '.' || window[at] == ';' || window[at] == '\n' || window[at] == ':')
      return std::nullopt;
    ++at;
  }
  if (at > 4) return std::nullopt;
  for (const PhoneWord& word : facts.labels) {
    if (window.compare(at, word.text.size(), word.text) != 0) continue;
    const std::size_t end = at + word.text.size();
    if (end < window.size() && IsWordByte(window[end])) continue;
    // "555-0100 Fax: 555-0101": a label with a colon belongs to what follows.
    std::size_t next = end;
    while (next < window.size() && window[next] == ' ') ++next;
    if (next < window.size() && (window[next] == ':' || window[next] == '.')) return std::nullopt;
    // "(202) 555-0100 or call": verbs are no labels after a number.
    if (word.is_tight && word.text.size() == 1 && end < window.size() && window[end] != ')' &&
        window[end] != ' ')
      continue;
    return word.label;
  }
  return std::nullopt;
}

bool TrapBefore(const PhoneFacts& facts, std::string_view window) {
  std::size_t trap_end = 0;
  for (const std::string& word : facts.traps) {
    const std::size_t at = FindLastWord(window, word);
    if (at != window.npos) trap_end = std::max(trap_end, at + word.size());
  }
  return trap_end != 0 && CountWords(window.substr(trap_end)) <= 2;
}

bool UnitAfter(const PhoneFacts& facts, std::string_view window) {
  while (!window.empty() && window.front() == ' ') window.remove_prefix(1);
  return std::any_of(facts.units.begin(), facts.units.end(), [&](const std::string& unit) {
    return window.compare(0, unit.size(), unit) == 0 &&
           (window.size() == unit.size() || !IsWordByte(window[unit.size()]));
  });
}

std::string PurposeIn(const PhoneFacts& facts, std::string_view window) {
  std::string purpose;
  std::size_t best = 0;
  for (const PurposeWord& word : facts.purposes) {
    const std::size_t at = FindLastWord(window, word.text);
    if (at == window.npos || at + word.text.size() <= best) continue;
    best = at + word.text.size();
    purpose = word.purpose;
  }
  return purpose;
}

std::optional<Tariff> TariffIn(const PhoneFacts& facts, std::string_view window) {
  for (const TariffWord& word : facts.tariff_words) {
    if (FindLastWord(window, word.text) != window.npos) return word.tariff;
  }
  return std::nullopt;
}

std::optional<double> CentsPerMinute(const PhoneFacts& facts, std::string_view window) {
  for (const std::string& phrase : facts.per_minute) {
    const std::size_t at = window.find(phrase);
    if (at == window.npos) continue;
    // The amount before the phrase: digits with a decimal mark, within 24 bytes.
    const std::size_t begin = at > 24 ? at - 24 : 0;
    const std::string_view before = window.substr(begin, at - begin);
    const std::size_t last = before.find_last_of("0123456789");
    if (last == before.npos) continue;
    std::size_t first = last;
    while (
        first > 0 &&
        (IsWordByte(before[first - 1]) || before[first - 1] == ',' || before[first - 1] == '.') &&
        before[first - 1] < 'a') {
      --first;
    }
    double amount = 0, scale = 0;
    for (char c : before.substr(first, last - first + 1)) {
      if (c == ',' || c == '.') {
        scale = 1;
      } else {
        amount = amount * 10 + (c - '0');
        scale *= 10;
      }
    }
    if (scale > 0) amount /= scale;
    const std::string_view unit = before.substr(last + 1);
    const bool is_cents = unit.find("ct") != unit.npos || unit.find("cent") != unit.npos ||
                          unit.find("pence") != unit.npos || unit.find(" p") != unit.npos;
    const double cents = is_cents ? amount : amount * 100;
    if (cents > 0 && cents < 1000) return cents;
  }
  return std::nullopt;
}

}  // namespace klikpad
