// Looks words up in the text beside a number.

#include "find/phone/words.h"

#include <algorithm>

#include "base/text.h"
#include "find/phone/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kSureTrap = 7;  // bytes: "case no", but not "lic" or "mc"

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

// "via de app:", "our office:": a thing, not what the number is for.
bool EndsInArticle(std::string_view before) {
  before = Trim(before);
  const std::string_view word = before.substr(before.rfind(' ') + 1);
  constexpr std::string_view kWords[] = {"de",   "onze", "deze", "die", "uw",   "je",   "jouw",
                                         "mijn", "een",  "the",  "our", "your", "this", "a"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// "T: …" and "Sales: …" but neither "P.C: …" nor "Home | …", nor "M-" of the register's "M-123456".
bool IsTightLabel(std::string_view window, std::size_t begin, std::size_t end) {
  if (end - begin > 2) {
    return window.find(':', end) != window.npos && !EndsInArticle(window.substr(0, begin));
  }
  if (window.substr(end) == "-") return false;
  constexpr std::string_view kBefore = " \n(|/,;>[";
  return begin == 0 || kBefore.find(window[begin - 1]) != kBefore.npos;
}

// "App of bel ons", but neither "de app of bel" nor another short label.
bool IsVerb(std::string_view window, std::string_view text, std::size_t begin) {
  if (text != "app") return false;
  const std::string_view before = Trim(window.substr(0, begin));
  return before.empty() || std::string_view(".!?:;,").find(before.back()) != std::string_view::npos;
}

// `other` is said of the number too.
void Join(PhoneLabel other, LabelHit& hit) {
  const auto is_voice = [](PhoneLabel label) {
    return label == PhoneLabel::kVoice || label == PhoneLabel::kMobile;
  };
  const auto is_text = [](PhoneLabel label) {
    return label == PhoneLabel::kSms || label == PhoneLabel::kWhatsapp;
  };
  if (hit.label == PhoneLabel::kFax && is_voice(other)) hit.label = PhoneLabel::kVoice;
  if (is_voice(hit.label) && is_text(other)) hit.also = other;
  if (is_text(hit.label) && is_voice(other)) {
    hit.also = hit.label;
    hit.label = other;
  }
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
        "no",     "nr",   "num", "number", "numbers", "nummer",   "line", "at",    "on",
        "op",     "is",   "us",  "ons",    "naar",    "met",      "uns",  "unter", "numero",
        "via",    "intl", "int", "usa",    "us",      "national", "toll", "free",  "local",
        "direct", "le",   "au",  "el",     "al",      "il"};
    if (std::find(std::begin(kFillers), std::end(kFillers), word) == std::end(kFillers))
      return false;
    i = end;
  }
  return true;
}

}  // namespace

bool IsJoin(std::string_view between) {
  std::string_view word;
  for (std::size_t i = 0; i < between.size();) {
    if (!IsWordByte(between[i])) {
      if (std::string_view(" ./&+-,").find(between[i]) == std::string_view::npos) return false;
      ++i;
      continue;
    }
    if (!word.empty()) return false;
    const std::size_t begin = i;
    while (i < between.size() && IsWordByte(between[i])) ++i;
    word = between.substr(begin, i - begin);
  }
  if (word.empty()) {
    return between.size() <= 5 && between.find_first_of("/&+-") != between.npos;
  }
  constexpr std::string_view kWords[] = {"of", "en", "or", "and", "oder", "und",
                                         "ou", "et", "o",  "y",   "e"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

std::optional<LabelHit> LabelBefore(const PhoneFacts& facts, std::string_view window) {
  const PhoneWord* best = nullptr;
  std::size_t best_end = 0, best_begin = 0;
  const std::vector<WordTable::Hit> hits = facts.label_table.FindAll(window);
  for (const WordTable::Hit& found : hits) {
    const PhoneWord& word = facts.labels[found.index];
    const std::size_t at = found.begin, end = found.end;
    const bool is_close = !HasWordByte(window.substr(end));
    if (word.is_tight && !(is_close && IsTightLabel(window, at, end))) continue;
    if (best == nullptr || end > best_end || (end == best_end && at < best_begin)) {
      best = &word;
      best_end = end;
      best_begin = at;
    }
  }
  if (best == nullptr) return std::nullopt;
  LabelHit hit{best->label, IsFiller(window.substr(best_end)),
               best->is_tight && best->text.size() > 2, std::nullopt};
  // "Tel/Fax: …", "Phone & Fax", "T/F": one line for both is a line to call.
  if (best->label == PhoneLabel::kFax && window.substr(0, best_begin).ends_with("t/")) {
    hit.label = PhoneLabel::kVoice;
  }
  for (const WordTable::Hit& found : hits) {
    const PhoneWord& word = facts.labels[found.index];
    if (found.end > best_begin || word.label == best->label) continue;
    if (word.is_tight && !IsVerb(window, word.text, found.begin)) continue;
    if (!IsJoin(window.substr(found.end, best_begin - found.end))) continue;
    Join(word.label, hit);
    break;
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
  const WordTable::Hit hit = facts.label_table.LongestAt(window, at);
  if (hit.end == 0) return std::nullopt;
  const PhoneWord& word = facts.labels[hit.index];
  // "555-0100 Fax: 555-0101": a label with a colon belongs to what follows.
  std::size_t next = hit.end;
  while (next < window.size() && window[next] == ' ') ++next;
  if (next < window.size() && (window[next] == ':' || window[next] == '.')) return std::nullopt;
  const char right = hit.end < window.size() ? window[hit.end] : ' ';
  if (word.is_tight && word.text.size() == 1 && right != ')' && right != ' ') return std::nullopt;
  return word.label;
}

namespace {

// "Erkenningsnummer:", "STEK-nr.", "Zulassungsnummer lautet": Dutch and German make such words of
// anything that is numbered; those that are dialled say so ("servicenummer", "06-nummer").
bool IsOtherNumber(const PhoneFacts& facts, std::string_view window) {
  constexpr std::string_view kSigns = " .:#|\n\t";
  constexpr std::string_view kVerbs[] = {" is", " luidt", " lautet"};
  constexpr std::string_view kEnds[] = {"nummer", "nr"};
  constexpr std::size_t kLeastStem = 3;
  const auto trim = [&] { window = window.substr(0, window.find_last_not_of(kSigns) + 1); };
  trim();
  for (std::string_view verb : kVerbs) {
    if (!window.ends_with(verb)) continue;
    window.remove_suffix(verb.size());
    trim();
    break;
  }
  std::string_view word = window.substr(window.find_last_of(" |(/,;\n\t") + 1);
  for (std::string_view end : kEnds) {
    if (!word.ends_with(end)) continue;
    word.remove_suffix(end.size());
    const std::size_t letters = static_cast<std::size_t>(
        std::count_if(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
    return letters >= kLeastStem && CountDigits(word, 1) == 0 &&
           std::none_of(facts.dialled_stems.begin(), facts.dialled_stems.end(),
                        [&](const std::string& stem) { return word.find(stem) != word.npos; });
  }
  return false;
}

}  // namespace

bool TrapBefore(const PhoneFacts& facts, std::string_view window) {
  if (IsOtherNumber(facts, window)) return true;
  std::size_t trap_end = 0;
  for (const WordTable::Hit& hit : facts.traps.FindAll(window)) {
    trap_end = std::max(trap_end, hit.end);
  }
  return trap_end != 0 && CountWords(window.substr(trap_end)) <= 2;
}

bool SureTrapBefore(const PhoneFacts& facts, std::string_view window) {
  for (const WordTable::Hit& hit : facts.traps.FindAll(window)) {
    const std::string_view word = window.substr(hit.begin, hit.end - hit.begin);
    const bool is_sure = word.size() >= kSureTrap || word == "e.g";
    if (is_sure && !HasWordByte(window.substr(hit.end))) return true;
  }
  return false;
}

bool UnitAfter(const PhoneFacts& facts, std::string_view window) {
  std::size_t at = 0;
  while (at < window.size() && window[at] == ' ') ++at;
  return facts.units.LongestAt(window, at).end != 0;
}

namespace {

// "Geen spoed:", "no emergencies".
bool IsDenied(std::string_view before) {
  before = Trim(before);
  const std::string_view word = before.substr(before.find_last_of(" (") + 1);
  constexpr std::string_view kWords[] = {"geen", "niet",  "no",  "not",
                                         "kein", "keine", "pas", "non"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// "Press:", "Media", but neither "press 1" nor "French press".
bool StandsAlone(std::string_view window, const WordTable::Hit& hit) {
  constexpr std::string_view kEnds = ".:;|(\n";
  const std::string_view before = Trim(window.substr(0, hit.begin));
  const std::string_view after = Trim(window.substr(hit.end));
  return (before.empty() || kEnds.find(before.back()) != kEnds.npos) &&
         (after.empty() || after.front() == ':');
}

}  // namespace

std::string PurposeIn(const PhoneFacts& facts, std::string_view window) {
  WordTable::Hit last;
  for (const WordTable::Hit& hit : facts.purpose_table.FindAll(window)) {
    if (facts.purposes[hit.index].is_alone && !StandsAlone(window, hit)) continue;
    if (IsDenied(window.substr(0, hit.begin))) continue;
    if (hit.end > last.end) last = hit;
  }
  return last.end == 0 ? "" : facts.purposes[last.index].purpose;
}

std::optional<Tariff> TariffIn(const PhoneFacts& facts, std::string_view window) {
  const std::vector<WordTable::Hit> hits = facts.tariff_table.FindAll(window);
  if (hits.empty()) return std::nullopt;
  return facts.tariff_words[hits[0].index].tariff;
}

std::optional<double> CentsPerMinute(const PhoneFacts& facts, std::string_view window) {
  for (const WordTable::Hit& phrase : facts.per_minute.FindAll(window)) {
    const std::size_t at = phrase.begin;
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
    // "until 4 p.m." is a time: of "p.m." alone the currency tells.
    const bool is_time_of_day =
        window.substr(phrase.begin, 3) == "p.m" || window.substr(phrase.begin, 2) == "pm";
    const bool has_currency = before.find("€") != before.npos || before.find("eur") != before.npos;
    if (is_time_of_day && Trim(unit).empty() && !has_currency) continue;
    const bool is_cents = unit.find("ct") != unit.npos || unit.find("cent") != unit.npos ||
                          unit.find("pence") != unit.npos || unit.find(" p") != unit.npos;
    const double cents = is_cents ? amount : amount * 100;
    if (cents > 0 && cents < 1000) return cents;
  }
  return std::nullopt;
}

}  // namespace klikpad
