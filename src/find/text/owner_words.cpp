// A credit speaks for what stands right behind it; an authority for the rest of its paragraph and
// for its own sentence; partners and staff for what stands under their heading.

#include "find/text/owner_words.h"

#include <algorithm>

#include "base/text.h"
#include "find/text/other_names.h"
#include "find/text/sentences.h"
#include "rules/phrases.h"

namespace klikpad {
namespace {

constexpr std::size_t kCreditReach = 90;   // bytes from "website by" to what it names
constexpr std::size_t kWarningReach = 16;  // bytes from "beware of calls from" to the number
constexpr int kDigitsOfDate = 6;           // "since 1-3-2024"
constexpr std::size_t kCaption = 120;      // bytes of a text that can introduce the next
constexpr std::size_t kMaxWhy = 120;
constexpr std::size_t kBehind = 32;  // bytes from where a contact begins to an authority behind it
constexpr int kLinksAround = 100;    // positions in which other links of the same text stand
constexpr int kTextsBefore = 4;      // texts of a page that can still speak for a contact

struct Hit {
  Owner owner = Owner::kUnknown;
  std::size_t begin = 0, end = 0;
};

std::vector<Hit> OwnerHits(std::string_view text, const Networks& networks,
                           std::string_view language) {
  std::vector<Hit> hits;
  for (const PhraseSet::Hit& hit :
       networks.ownership.words.For(language).FindAll(SplitWords(text))) {
    hits.push_back({static_cast<Owner>(hit.id), hit.begin, hit.end});
  }
  return hits;
}

OwnerCue CueOf(Owner owner, std::string_view text) {
  return {owner, std::string(CutUtf8(Trim(text), kMaxWhy))};
}

// Where the labels of other links stand in a text: "Ombudsman" as a link speaks for that link.
using Labels = std::vector<std::pair<std::size_t, std::size_t>>;

Labels OtherLabels(const Page& page, const Link& link, std::string_view text) {
  Labels labels;
  const auto first =
      std::lower_bound(page.links.begin(), page.links.end(), link.position - kLinksAround,
                       [](const Link& other, int position) { return other.position < position; });
  for (auto other = first; other != page.links.end(); ++other) {
    if (other->position > link.position + kLinksAround) break;
    if (other->block != link.block || other->node == link.node || other->label.empty()) continue;
    const std::size_t at = text.find(other->label);
    if (at != text.npos) labels.emplace_back(at, at + other->label.size());
  }
  return labels;
}

// True when a sentence or a line ends between the two bytes: "Bel 020 … voor vragen. Klacht? De
// ombudsman …". A short word with a full stop ("tel.", "dr.") ends none, a number with one does.
bool IsSentenceBetween(std::string_view text, std::size_t from, std::size_t to) {
  std::size_t word = from;
  while (word > 0 && text[word - 1] != ' ' && text[word - 1] != '\n') --word;
  for (std::size_t i = from; i < to && i < text.size(); ++i) {
    if (text[i] == '\n') return true;
    if (text[i] == ' ') word = i + 1;
    if ((text[i] != '.' && text[i] != '!' && text[i] != '?') || i + 2 > to) continue;
    if (i + 2 >= text.size()) break;
    const auto next = static_cast<unsigned char>(text[i + 2]);
    const bool is_capital = (next >= 'A' && next <= 'Z') || next >= 0x80;
    const bool is_number = i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9';
    const bool is_end = text[i] != '.' || i - word > 3 || is_number;
    if (text[i + 1] == ' ' && is_capital && is_end) return true;
  }
  return false;
}

// How many sentences or lines end between the two bytes; 2 for all that are more.
int SentenceEndsBetween(std::string_view text, std::size_t from, std::size_t to) {
  if (!IsSentenceBetween(text, from, to)) return 0;
  std::size_t first = from;
  while (!IsSentenceBetween(text, from, first)) ++first;
  return IsSentenceBetween(text, first, to) ? 2 : 1;
}

// Where a text shows the contact; an address by its first part, for its display is put in order.
// npos when it does not.
std::size_t PlaceIn(std::string_view text, const ContactPoint& point) {
  if (point.display.empty()) return text.npos;
  const std::size_t at = text.find(point.display);
  if (at != text.npos || point.channel != "address") return at;
  const std::string_view display = point.display;
  const std::string_view first = display.substr(0, display.find_first_of(",\n"));
  return text.find(first);
}

// True when another number or address may stand in the text: a warning speaks for the nearest.
bool HoldsAnother(std::string_view text) {
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits > kDigitsOfDate || text.find('@') != text.npos;
}

// "… de Geschillencommissie. Onze klantenservice: 088 …": a sentence of the brand's own follows.
bool IsOwnAgain(std::string_view text, std::size_t from, std::size_t to, const Networks& networks,
                std::string_view language) {
  const auto words = SplitWords(text.substr(0, to));
  const auto own = networks.ownership.own_again.For(language).FindAll(words);
  return std::any_of(own.begin(), own.end(), [&](const PhraseSet::Hit& word) {
    return word.begin >= from && IsSentenceBetween(text, from, word.begin) &&
           !IsSentenceBetween(text, word.end, to);
  });
}

// "070 333 89 99 (Kifid)", but neither "088 …, is authorised and regulated by the Financial Conduct
// Authority" nor "088 …, Aufsichtsbehörde: …", which introduces its own.
bool IsSaidBehind(std::string_view text, std::size_t at, const Hit& hit) {
  const std::string_view behind = Trim(text.substr(hit.end));
  const bool is_introduced = text.substr(at, hit.begin - at).find(':') != text.npos;
  return hit.begin - at <= kBehind && !is_introduced && !behind.starts_with(':') &&
         !IsSentenceBetween(text, at, hit.begin);
}

// What a text says of something that stands at `at` in it.
std::optional<OwnerCue> InText(std::string_view text, std::size_t at, const Networks& networks,
                               std::string_view language, const Labels& others = {}) {
  std::optional<OwnerCue> cue;
  for (const Hit& hit : OwnerHits(text, networks, language)) {
    const bool is_others = std::any_of(others.begin(), others.end(), [&](const auto& label) {
      return hit.begin >= label.first && hit.end <= label.second;
    });
    if (is_others) continue;
    const bool is_credit =
        hit.owner == Owner::kVendor && hit.end <= at && at - hit.end <= kCreditReach;
    const bool is_authority = hit.owner == Owner::kAuthority &&
                              (hit.end <= at ? !IsOwnAgain(text, hit.end, at, networks, language)
                                             : !cue && IsSaidBehind(text, at, hit));
    if (is_credit || is_authority) cue = CueOf(hit.owner, text);  // the nearest before it
  }
  return cue;
}

std::optional<OwnerCue> InCaption(std::string_view text, const Networks& networks,
                                  std::string_view language) {
  // "To complain to the ombudsman call 0345 …" has said what it had to say.
  if (text.size() > kCaption || HoldsAnother(text)) return std::nullopt;
  for (const Hit& hit : OwnerHits(text, networks, language)) {
    // A credit with a name behind it has said whom it means.
    const bool ends_it = hit.owner == Owner::kVendor && Trim(text.substr(hit.end)).size() <= 1;
    if (ends_it || hit.owner == Owner::kAuthority) return CueOf(hit.owner, text);
  }
  return std::nullopt;
}

std::optional<OwnerCue> InHeading(std::string_view text, const Networks& networks,
                                  std::string_view language) {
  for (const Hit& hit : OwnerHits(text, networks, language)) return CueOf(hit.owner, text);
  return std::nullopt;
}

// "Volg ons op X: @merk": whatever stands above speaks of something else.
bool AsksByItself(const Page& page, const Link& link, const Networks& networks,
                  std::string_view language) {
  if (link.block < 0) return false;
  const std::string& text = page.blocks[static_cast<std::size_t>(link.block)].text;
  const std::size_t found = link.label.empty() ? text.npos : text.find(link.label);
  if (found == text.npos || found == 0) return false;
  const TextCues cues = ReadCues(text, networks, language);
  return cues.Has(Cue::kFollow, {0, found}) || cues.Has(Cue::kContact, {0, found});
}

}  // namespace

std::optional<OwnerCue> OwnerCueOfLink(const Page& page, const Link& link, const Networks& networks,
                                       std::string_view language) {
  if (link.block >= 0) {
    const std::string& text = page.blocks[static_cast<std::size_t>(link.block)].text;
    const std::size_t found = link.label.empty() ? std::string::npos : text.find(link.label);
    const std::size_t at = found == std::string::npos ? text.size() : found;
    if (auto cue = InText(text, at, networks, language, OtherLabels(page, link, text))) return cue;
  }
  if (AsksByItself(page, link, networks, language)) return std::nullopt;
  const auto after = std::lower_bound(
      page.blocks.begin(), page.blocks.end(), link.position,
      [](const TextBlock& block, int position) { return block.position < position; });
  for (auto block = after; block != page.blocks.begin();) {
    --block;
    if (static_cast<int>(block - page.blocks.begin()) == link.block) continue;
    if (block->region != link.region || block->kind == TextKind::kHeading) break;
    if (auto cue = InCaption(block->text, networks, language)) return cue;
    break;
  }
  if (link.heading < 0) return std::nullopt;
  const TextBlock& heading = page.blocks[static_cast<std::size_t>(link.heading)];
  if (heading.region != link.region) return std::nullopt;
  return InHeading(heading.text, networks, language);
}

namespace {

// A heading by its words right above: with one text between at most.
bool IsRightBelow(const SitePage& page, const ContactPoint& point, std::string_view heading) {
  constexpr int kMostTexts = 2;  // its own among them
  const std::vector<SiteText> texts = page.texts.ReadOrNone();
  auto text = std::upper_bound(
      texts.begin(), texts.end(), point.position,
      [](int position, const SiteText& other) { return position < other.position; });
  for (int seen = 0; text != texts.begin() && seen <= kMostTexts; ++seen) {
    --text;
    if (text->kind == TextKind::kHeading) return Trim(text->text.View()) == heading;
  }
  return false;
}

}  // namespace

std::string ReferredTo(const SitePage& page, const ContactPoint& point, const Networks& networks) {
  const PhraseSet& names = networks.ownership.referred;
  const std::string_view heading = Trim(point.label);
  for (const PhraseSet::Hit& hit : names.FindAll(SplitWords(heading))) {
    const bool is_whole = hit.end - hit.begin == heading.size();
    if (is_whole && IsRightBelow(page, point, heading)) return std::string(heading);
  }
  const std::string_view text = point.quote;
  const std::size_t at = point.display.empty() ? text.npos : text.find(point.display);
  if (at == text.npos) return "";
  std::string name;
  for (const PhraseSet::Hit& hit : names.FindAll(SplitWords(text))) {
    // "…, of bel ons op": words of the brand's own follow.
    const bool is_before =
        hit.end <= at && at - hit.end <= kCreditReach && !IsSentenceBetween(text, hit.end, at);
    const auto between = text.substr(hit.end, is_before ? at - hit.end : 0);
    if (is_before &&
        networks.ownership.own_again.For(page.lang).FindAll(SplitWords(between)).empty()) {
      name = text.substr(hit.begin, hit.end - hit.begin);
    }
  }
  return name;
}

std::string OtherNamed(const SitePage& page, const ContactPoint& point, const Networks& networks,
                       bool with_forms) {
  const std::string_view text = point.quote;
  const std::size_t at = point.display.empty() ? text.npos : text.find(point.display);
  if (at == text.npos) return "";
  std::size_t from = 0;
  for (std::size_t i = 0; i < at; ++i) {
    if (IsSentenceBetween(text, from, i)) from = i;
  }
  const std::string_view clause = text.substr(from, at - from);
  std::string name = OtherOrganisation(clause, with_forms);
  if (name.empty()) return "";
  const std::string_view behind = clause.substr(clause.rfind(name) + name.size());
  const bool is_own_again =
      !networks.ownership.own_again.For(page.lang).FindAll(SplitWords(behind)).empty();
  return is_own_again ? "" : name;
}

namespace {

// "Scammers may ask you to call back at 1-888-555-0199": where such a warning begins that ends in
// what stands at `at`.
std::optional<std::size_t> SwindlersBefore(std::string_view text, std::size_t at,
                                           const std::vector<TextWord>& words,
                                           const OwnershipFacts& facts, std::string_view language) {
  for (const PhraseSet::Hit& hit : facts.swindlers.For(language).FindAll(words)) {
    if (hit.end > at || IsSentenceBetween(text, hit.end, at)) continue;
    const std::string_view gap = text.substr(hit.end, at - hit.end);
    if (gap.find_first_of(",;:") != gap.npos || HoldsAnother(gap)) continue;
    const auto told = facts.against_swindlers.For(language).FindAll(words);
    const bool is_told = std::any_of(told.begin(), told.end(), [&](const PhraseSet::Hit& word) {
      return word.end <= at && !IsSentenceBetween(text, word.end, at);
    });
    if (!is_told) return hit.begin;
  }
  return std::nullopt;
}

}  // namespace

std::optional<OwnerCue> WarnedOf(const SitePage& page, const ContactPoint& point,
                                 const Networks& networks) {
  const std::size_t at = PlaceIn(point.quote, point);
  if (at == std::string::npos) return std::nullopt;
  const std::string_view text = point.quote;
  const std::size_t end = at + point.display.size();
  const OwnershipFacts& facts = networks.ownership;
  const std::vector<TextWord> words = SplitWords(text);
  for (const PhraseSet::Hit& hit : facts.warned_before.For(page.lang).FindAll(words)) {
    if (hit.end > at || at - hit.end > kWarningReach) continue;
    // "Do not call 999, call …"
    const std::string_view gap = text.substr(hit.end, at - hit.end);
    if (gap.find_first_of("0123456789,;.!?\n") != gap.npos) continue;
    return CueOf(Owner::kUnknown, text.substr(hit.begin));
  }
  if (auto from = SwindlersBefore(text, at, words, facts, page.lang)) {
    return CueOf(Owner::kUnknown, text.substr(*from));
  }
  for (const PhraseSet::Hit& hit : facts.warned_after.For(page.lang).FindAll(words)) {
    if (hit.begin < end || hit.begin - end > 2 * kCreditReach) continue;
    if (SentenceEndsBetween(text, end, hit.begin) > 1) continue;
    if (HoldsAnother(text.substr(end, hit.begin - end))) continue;
    return CueOf(Owner::kUnknown, text.substr(at));
  }
  return std::nullopt;
}

namespace {

// A text with a number or a mailbox of its own introduces none that comes behind it.
bool HoldsContact(const SitePage& page, const SiteText& text) {
  return std::any_of(page.found.contacts.begin(), page.found.contacts.end(),
                     [&](const ContactPoint& point) {
                       return point.position == text.position &&
                              (point.channel == "phone" || point.channel == "email");
                     });
}

}  // namespace

std::optional<OwnerCue> OwnerCueOfPoint(const SitePage& page, const ContactPoint& point,
                                        const Networks& networks) {
  const std::size_t at = std::min(PlaceIn(point.quote, point), point.quote.size());
  if (auto cue = InText(point.quote, at, networks, page.lang)) return cue;
  if (auto cue = InHeading(point.label, networks, page.lang);
      cue && cue->owner == Owner::kAuthority) {
    return cue;
  }
  const std::vector<SiteText> texts = page.texts.ReadOrNone();
  const auto after =
      std::upper_bound(texts.begin(), texts.end(), point.position,
                       [](int position, const SiteText& text) { return position < text.position; });
  int looked_at = 0;
  for (auto text = after; text != texts.begin() && looked_at < kTextsBefore; ++looked_at) {
    --text;
    if (text->region != point.region) break;
    if (text->kind == TextKind::kHeading) return InHeading(text->text, networks, page.lang);
    if (text->position != point.position && HoldsContact(page, *text)) continue;
    // In its own text only what stands before it, or in its sentence, speaks for it.
    const std::size_t end = std::min(PlaceIn(text->text, point), text->text.size());
    auto cue = InText(text->text, end, networks, page.lang);
    // A floating WhatsApp button follows the credit in many footers and is the brand's.
    const bool is_printed = !point.is_clickable || point.channel == "phone" ||
                            point.channel == "email" || point.channel == "fax";
    const bool is_said =
        cue && (cue->owner != Owner::kVendor || is_printed || text->position == point.position ||
                InCaption(text->text, networks, page.lang));
    if (is_said) return cue;
  }
  return std::nullopt;
}

}  // namespace klikpad
