// The nearest words decide: the label, the sentence around it, what the section says of the
// network, the caption before, the headings above.

#include "find/accounts/use_by_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxQuote = 120;    // bytes of a sentence in a signal
constexpr std::size_t kMaxCaption = 120;  // bytes of a text that can be a caption
constexpr std::size_t kMaxPromise = 60;   // of one that promises: a longer one speaks of its own
constexpr int kMaxCaptionDistance = 6;    // blocks
constexpr int kMaxSectionBlocks = 60;     // looked at on each side of a link
constexpr int kMaxChain = 4;              // headings
constexpr int kMaxSiteLinks = 2;          // between a footer's heading and what it speaks for

std::string Quoted(std::string_view text) { return std::string(CutUtf8(Trim(text), kMaxQuote)); }

// "Customer Service 1-800-555-0142": promises an answer at its own number or address.
bool HasOwnWay(std::string_view text) {
  constexpr int kDigitsOfNumber = 7;
  return text.find('@') != text.npos || std::count_if(text.begin(), text.end(), [](char c) {
                                          return c >= '0' && c <= '9';
                                        }) >= kDigitsOfNumber;
}

Use AsUse(Cue cue) { return cue == Cue::kContact ? Use::kContact : Use::kFollow; }

}  // namespace

UseReader::UseReader(const Page& page, const Networks& networks, std::string language)
    : page_(page), networks_(networks), language_(std::move(language)) {}

// Where the labels of links stand in their blocks; in order, so that equal labels keep apart.
void UseReader::FindLabels() {
  if (has_labels_) return;
  has_labels_ = true;
  std::map<int, std::size_t> cursor;
  for (const Link& link : page_.links) {
    if (link.block < 0 || link.label.empty()) continue;
    const std::string& text = page_.blocks[static_cast<std::size_t>(link.block)].text;
    std::size_t& from = cursor[link.block];
    const std::size_t at = text.find(link.label, from);
    if (at == std::string::npos) continue;
    from = at + link.label.size();
    labels_[link.block].push_back({&link, {at, from}});
  }
}

const TextCues& UseReader::CuesOf(int block) {
  auto found = cues_.find(block);
  if (found == cues_.end()) {
    const std::string& text = page_.blocks[static_cast<std::size_t>(block)].text;
    found = cues_.emplace(block, ReadCues(text, networks_, language_)).first;
  }
  return found->second;
}

// A word of another link's label speaks for that link.
bool UseReader::IsMasked(int block, const Link& link, std::size_t at) const {
  const auto labels = labels_.find(block);
  if (labels == labels_.end()) return false;
  return std::any_of(labels->second.begin(), labels->second.end(), [&](const auto& label) {
    return label.first != &link && label.second.Holds(at);
  });
}

// "Volg [@merk] op X, hulp via [@merkhelpt]": a clause of its own says what the first is for, and
// the word in the other clause is the other link's.
bool UseReader::IsOfOtherClause(int block, const Link& link, std::size_t at) {
  const auto labels = labels_.find(block);
  if (block != link.block || labels == labels_.end()) return false;
  const auto is_own = [&](const auto& label) { return label.first == &link; };
  const auto own = std::find_if(labels->second.begin(), labels->second.end(), is_own);
  if (own == labels->second.end()) return false;
  const TextCues& cues = CuesOf(block);
  bool is_others = false;
  for (const Span& clause : Clauses(page_.blocks[static_cast<std::size_t>(block)].text)) {
    if (clause.Holds(own->second.begin)) {
      if (clause.Holds(at) || !cues.Has(Cue::kFollow, clause)) return false;
    } else if (clause.Holds(at)) {
      is_others = std::any_of(labels->second.begin(), labels->second.end(), [&](const auto& label) {
        return !is_own(label) && clause.Holds(label.second.begin);
      });
    }
  }
  return is_others;
}

bool UseReader::NamesOnlyNetworks(int block) {
  const TextCues& cues = CuesOf(block);
  return !cues.names.empty() && cues.cues.empty();
}

std::vector<int> UseReader::HeadingChain(const Link& link) {
  std::vector<int> chain;
  int level = 7;
  int at = link.heading;
  for (int steps = 0; at >= 0 && steps < 50 && static_cast<int>(chain.size()) < kMaxChain;
       ++steps) {
    const TextBlock& heading = page_.blocks[static_cast<std::size_t>(at)];
    if (heading.region != link.region) break;
    if (heading.level < level) {
      chain.push_back(at);
      level = heading.level;
    }
    if (heading.heading >= at) break;
    at = heading.heading;
  }
  return chain;
}

// A footer's columns stand side by side; a heading with links of its own below it is another
// column.
bool UseReader::HasSiteLinksBetween(const Link& link, int heading) const {
  const int from = page_.blocks[static_cast<std::size_t>(heading)].position;
  int count = 0;
  for (const Link& other : page_.links) {
    if (other.position >= link.position) break;
    if (other.position <= from || other.region != link.region) continue;
    const auto url = Url::Parse(other.url);
    if (!url || !url->IsHttp() || ClassifyLink(*url, networks_)) continue;
    if (++count >= kMaxSiteLinks) return true;
  }
  return false;
}

std::optional<UseByWords> UseReader::ByLabel(const Link& link, Cue wanted) {
  const TextCues cues = ReadCues(link.label, networks_, language_);
  if (!cues.Has(wanted, {0, link.label.size()})) return std::nullopt;
  return UseByWords{AsUse(wanted), Quoted(link.label)};
}

std::optional<UseByWords> UseReader::ByOwnSentence(const Link& link, Cue wanted) {
  const auto labels = labels_.find(link.block);
  if (labels == labels_.end()) return std::nullopt;
  const auto own = std::find_if(labels->second.begin(), labels->second.end(),
                                [&](const auto& label) { return label.first == &link; });
  if (own == labels->second.end()) return std::nullopt;
  const std::string& text = page_.blocks[static_cast<std::size_t>(link.block)].text;
  const TextCues& cues = CuesOf(link.block);
  for (const Span& sentence : Sentences(text)) {
    if (!sentence.Holds(own->second.begin)) continue;
    for (const CueHit& hit : cues.cues) {
      if (hit.cue != wanted || !sentence.Holds(hit.begin)) continue;
      if (IsMasked(link.block, link, hit.begin)) continue;
      if (wanted == Cue::kContact && IsOfOtherClause(link.block, link, hit.begin)) continue;
      return UseByWords{AsUse(wanted), Quoted(std::string_view(text).substr(
                                           sentence.begin, sentence.end - sentence.begin))};
    }
  }
  return std::nullopt;
}

// "We zijn niet meer actief op X": the heading above promises nothing of it.
bool UseReader::IsRefusedByOwnClause(const Link& link) {
  const auto labels = labels_.find(link.block);
  if (labels == labels_.end()) return false;
  const auto own = std::find_if(labels->second.begin(), labels->second.end(),
                                [&](const auto& label) { return label.first == &link; });
  if (own == labels->second.end()) return false;
  const TextCues& cues = CuesOf(link.block);
  const std::vector<Span> clauses =
      Clauses(page_.blocks[static_cast<std::size_t>(link.block)].text);
  return std::any_of(clauses.begin(), clauses.end(), [&](const Span& clause) {
    return clause.Holds(own->second.begin) && cues.Has(Cue::kNegation, clause);
  });
}

std::optional<UseByWords> UseReader::ByLeaving(const Link& link, std::size_t network,
                                               const std::vector<int>& chain) {
  const auto said_in = [&](int block, const TextCues::IsMeant& is_meant) {
    const std::string& text = page_.blocks[static_cast<std::size_t>(block)].text;
    const auto clause = CuesOf(block).LeftIn(text, is_meant);
    return clause ? std::optional(UseByWords{Use::kContent,
                                             Quoted(std::string_view(text).substr(
                                                 clause->begin, clause->end - clause->begin)),
                                             true})
                  : std::nullopt;
  };
  if (const auto labels = labels_.find(link.block); labels != labels_.end()) {
    const auto own = std::find_if(labels->second.begin(), labels->second.end(),
                                  [&](const auto& label) { return label.first == &link; });
    if (own != labels->second.end()) {
      auto said = said_in(link.block, [&](Span span) { return span.Holds(own->second.begin); });
      if (said) return said;
    }
  }
  // A link that asks by itself is not the account that a text beside it gives up.
  for (const Cue cue : {Cue::kContact, Cue::kFollow}) {
    if (ByLabel(link, cue) || ByOwnSentence(link, cue)) return std::nullopt;
  }
  for (const int block : BlocksNear(link, chain)) {
    if (page_.blocks[static_cast<std::size_t>(block)].heading != link.heading) continue;
    auto said = said_in(block, [&](Span span) { return CuesOf(block).HasName(network, span); });
    if (said) return said;
  }
  return std::nullopt;
}

void UseReader::ReadSectionBlock(int block, const Link& link, std::size_t network,
                                 bool is_under_own_heading, Section& section) {
  if (CuesOf(block).cues.empty()) return;
  TextCues cues = CuesOf(block);
  std::erase_if(cues.cues, [&](const CueHit& hit) {
    return IsMasked(block, link, hit.begin) ||
           (hit.cue == Cue::kContact && IsOfOtherClause(block, link, hit.begin));
  });
  const std::string_view text = page_.blocks[static_cast<std::size_t>(block)].text;
  const std::vector<Span> clauses = Clauses(text);
  for (const Span& sentence : Sentences(text)) {
    if (!cues.Has(Cue::kContact, sentence)) continue;
    const bool names_it = cues.HasName(network, sentence);
    const bool names_any =
        std::any_of(cues.names.begin(), cues.names.end(),
                    [&](const Networks::Name& name) { return sentence.Holds(name.begin); });
    if (!names_it && !(is_under_own_heading && !names_any)) {
      if (names_any && !cues.Has(Cue::kNegation, sentence)) section.answers_elsewhere = true;
      continue;
    }
    bool is_refused = false;
    for (const Span& clause : clauses) {
      const bool is_its_clause =
          names_it ? cues.HasName(network, clause)
                   : cues.Has(Cue::kContact, clause) && sentence.Holds(clause.begin);
      if (is_its_clause && sentence.Holds(clause.begin) && cues.Has(Cue::kNegation, clause)) {
        is_refused = true;
      }
    }
    std::string& said = is_refused ? section.refuses : section.answers;
    if (said.empty()) said = text.substr(sentence.begin, sentence.end - sentence.begin);
  }
}

std::vector<int> UseReader::BlocksNear(const Link& link, const std::vector<int>& chain) const {
  const auto after = std::lower_bound(
      page_.blocks.begin(), page_.blocks.end(), link.position,
      [](const TextBlock& block, int position) { return block.position < position; });
  const int middle = static_cast<int>(after - page_.blocks.begin());
  const int count = static_cast<int>(page_.blocks.size());
  std::vector<int> near;
  for (int i = std::max(0, middle - kMaxSectionBlocks);
       i < std::min(count, middle + kMaxSectionBlocks); ++i) {
    const TextBlock& block = page_.blocks[static_cast<std::size_t>(i)];
    if (block.kind == TextKind::kHeading || block.kind == TextKind::kTitle || !block.is_visible ||
        block.region != link.region) {
      continue;
    }
    const bool is_near = chain.empty()
                             ? std::abs(i - middle) <= kMaxCaptionDistance
                             : std::find(chain.begin(), chain.end(), block.heading) != chain.end();
    if (is_near) near.push_back(i);
  }
  return near;
}

UseReader::Section UseReader::ReadSection(const Link& link, std::size_t network,
                                          const std::vector<int>& chain) {
  Section section;
  const bool heading_names_it =
      !chain.empty() &&
      CuesOf(chain.front())
          .HasName(network, {0, page_.blocks[static_cast<std::size_t>(chain.front())].text.size()});
  for (const int block : BlocksNear(link, chain)) {
    const int heading = page_.blocks[static_cast<std::size_t>(block)].heading;
    ReadSectionBlock(block, link, network, heading_names_it && heading == chain.front(), section);
  }
  return section;
}

std::optional<UseByWords> UseReader::ByCaption(const Link& link) {
  const auto after = std::lower_bound(
      page_.blocks.begin(), page_.blocks.end(), link.position,
      [](const TextBlock& block, int position) { return block.position < position; });
  const int middle = static_cast<int>(after - page_.blocks.begin());
  for (int i = middle - 1; i >= std::max(0, middle - kMaxCaptionDistance); --i) {
    const TextBlock& block = page_.blocks[static_cast<std::size_t>(i)];
    if (block.region != link.region || block.kind == TextKind::kHeading) break;
    if (block.kind == TextKind::kTitle) break;  // speaks of the page, not of what stands first
    if (i == link.block || !block.is_visible || block.text.size() > kMaxCaption) continue;
    const std::vector<CueHit>& cues = CuesOf(i).cues;
    for (auto hit = cues.rbegin(); hit != cues.rend(); ++hit) {  // the nearest to the link
      if (IsMasked(i, link, hit->begin)) continue;
      if (hit->cue != Cue::kContact && hit->cue != Cue::kFollow) continue;
      const bool is_of_another = CuesOf(i).names.empty() && HasOwnWay(block.text);
      if (hit->cue == Cue::kContact && (block.text.size() > kMaxPromise || is_of_another)) continue;
      return UseByWords{AsUse(hit->cue), Quoted(block.text)};
    }
  }
  return std::nullopt;
}

std::optional<UseByWords> UseReader::ByHeading(const Link& link, const std::vector<int>& chain) {
  for (const int at : chain) {
    const std::string& text = page_.blocks[static_cast<std::size_t>(at)].text;
    const TextCues& cues = CuesOf(at);
    const Span all{0, text.size()};
    const bool is_contact = cues.Has(Cue::kContact, all);
    if (is_contact || cues.Has(Cue::kFollow, all)) {
      if (link.region != Region::kMain && HasSiteLinksBetween(link, at)) return std::nullopt;
      const Use use = is_contact && !cues.Has(Cue::kNegation, all) ? Use::kContact : Use::kFollow;
      return UseByWords{use, Quoted(text)};
    }
    if (!NamesOnlyNetworks(at)) return std::nullopt;
  }
  return std::nullopt;
}

UseByWords UseReader::Read(const Link& link, const AccountLink& account) {
  FindLabels();
  const std::size_t network = static_cast<std::size_t>(account.network - networks_.list.data());
  const Use usual = account.use.value_or(Use::kFollow);
  const std::vector<int> chain = HeadingChain(link);
  if (auto use = ByLeaving(link, network, chain)) return *use;
  if (auto use = ByLabel(link, Cue::kContact)) return *use;
  const Section section = ReadSection(link, network, chain);
  if (!section.refuses.empty() && section.answers.empty()) {
    return {Use::kFollow, Quoted(section.refuses)};
  }
  if (auto use = ByOwnSentence(link, Cue::kContact)) return *use;
  if (!section.answers.empty()) return {Use::kContact, Quoted(section.answers)};
  if (auto use = ByLabel(link, Cue::kFollow)) return *use;
  if (auto use = ByOwnSentence(link, Cue::kFollow)) return *use;
  if (IsRefusedByOwnClause(link)) return {usual, ""};
  if (auto use = ByCaption(link)) return *use;
  if (section.answers_elsewhere) return {usual, ""};
  if (auto use = ByHeading(link, chain)) return *use;
  return {usual, ""};
}

}  // namespace klikpad
