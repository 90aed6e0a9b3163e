// Looks for the names of channels around opening hours, nearest first.

#include "find/hours/channel.h"

#include <algorithm>

#include "base/text.h"
#include "find/hours/lexer.h"

namespace klikpad {
namespace {

constexpr int kMaxLinesAbove = 4;
constexpr int kMaxHeadings = 4;
constexpr std::size_t kMaxCell = 80;  // bytes of a cell whose number speaks for its row
constexpr int kMaxSentencesBefore = 3;
constexpr std::size_t kMaxLineLabel = 40;  // bytes of a name before a colon

// Nobody answers it while the visitor waits: it has no hours of its own.
bool IsMute(std::string_view channel) { return channel == "fax" || channel == "callback"; }

// The nearest ancestor that `is_it` says, the node itself included; -1 when there is none.
template <typename Predicate>
int Ancestor(const Document& document, int node, Predicate is_it) {
  while (node >= 0 && !is_it(document.nodes[static_cast<std::size_t>(node)].tag)) {
    node = document.nodes[static_cast<std::size_t>(node)].parent;
  }
  return node;
}

class OwnerReader {
 public:
  OwnerReader(const Page& page, const PageStream& stream, std::string_view language,
              const Rules& rules, const Findings& findings)
      : page_(page), stream_(stream), language_(language), rules_(rules), findings_(findings) {}

  HoursOwner Read(const HoursPlaceInText& place) {
    const int block = stream_.BlockAt(place.begin);
    const std::size_t from = SentenceStart(place.begin, stream_.Begin(block));
    if (TakeClause(from, place)) return owner_;
    const std::size_t to = std::min(SentenceEnd(place.end), BracketEnd(from, place));
    if (IsOfMachine(stream_.Quote(from, to))) return owner_;
    const std::string label = LabelOfLine(place.begin, stream_.Begin(block));
    if (!label.empty() && Take(label)) {
      // "Billing office: 503 555 0145, Mon-Fri 9-5": the number is nearer.
      const std::size_t colon = stream_.Text().rfind(':', place.begin);
      if (owner_.channels == std::vector<std::string>{"address"} && colon >= from) {
        TakeContactIn(stream_.Quote(colon, place.begin));
      }
      return owner_;
    }
    // Words before the hours first; behind them stands what comes next ("or e-mail us") as often.
    if (Take(stream_.Quote(from, place.end)) || Take(stream_.Quote(place.end, to), true)) {
      return owner_;
    }
    // "Levering: ma-za 8-18 uur" are not the hours of the number beside.
    if (!label.empty() && rules_.vocabulary.Term("hours-other", label)) return owner_;
    if (place.is_any_hour) {
      if (TakeContactIn(stream_.Quote(from, place.begin)) ||
          TakeContactIn(stream_.Quote(place.end, to)) || SaysMore(from, to, place)) {
        return owner_;
      }
    } else if (TakeContactIn(stream_.Quote(from, place.begin)) ||
               rules_.vocabulary.Term("hours-other", stream_.Quote(from, place.begin)) ||
               TakeContactInLine(place.begin, stream_.Begin(block))) {
      return owner_;
    }
    if (!label.empty() && TakeContactIn(stream_.Quote(place.end, to))) return owner_;
    // "Levering: ma-za 8-18 uur" are not the hours of the number above.
    if (rules_.vocabulary.Term("hours-other", stream_.Quote(from, to))) return owner_;
    if (TakeRow(block) || TakeContactInRow(block)) return owner_;
    if (!SaysOpen(stream_.Quote(from, place.begin)) && TakeBranch(block)) return owner_;
    if (TakeSentenceBefore(from, stream_.Begin(block))) return owner_;
    const std::string before = stream_.Quote(stream_.Begin(block), place.begin);
    bool is_general = IsGeneral(stream_.Quote(from, to));
    const bool has_own_name = !label.empty() && !IsGeneral(label) && !SaysOpen(label);
    for (int above = 1; above <= kMaxLinesAbove && block - above >= 0 && !is_general; ++above) {
      if (has_own_name) break;
      const TextBlock& line = page_.blocks[static_cast<std::size_t>(block - above)];
      if (line.kind == TextKind::kHeading || line.region != Block(block).region) break;
      if (line.kind == TextKind::kTitle || line.kind == TextKind::kAlt) continue;
      if (line.text.size() > 200 || HoldsHours(line.text)) break;
      if (IsOtherItem(block, block - above, before)) break;
      if (Take(line.text, true)) return owner_;
      is_general = IsGeneral(line.text);
    }
    int heading = Block(block).heading;
    for (int level = 0; level < kMaxHeadings && heading >= 0 && !is_general; ++level) {
      if (Take(Block(heading).text)) return owner_;
      is_general = IsGeneral(Block(heading).text);
      heading = Above(heading);
    }
    if (has_own_name) return owner_;
    if (TakeNearContact(block, before)) return owner_;
    Take(stream_.Quote(place.end, to));
    return owner_;
  }

  // True when the text names channels; they are the owner then. A line above counts only for what
  // people wait for: an e-mail address above the hours of a shop says nothing about them.
  bool Take(const std::string& text, bool is_line_above = false) {
    return TakePart(text, 0, text.size(), is_line_above);
  }

  // The same of a part of it: what "X" means, only all of a sentence tells.
  bool TakePart(const std::string& whole, std::size_t begin, std::size_t end,
                bool is_line_above = false) {
    const std::string text = whole.substr(begin, end - begin);
    for (const ChannelMatch& match : rules_.vocabulary.FindChannels(whole, language_)) {
      if (match.begin < begin || match.end > end) continue;
      const std::string& channel = match.name->channel;
      // "Community" and "form" are common words, too: as a caption they must stand nearly alone.
      const bool is_common = channel == "community" || channel == "form";
      const bool is_mute = channel == "app" || IsMute(channel) ||
                           (is_common && SplitWords(text).size() > 3) ||
                           (is_line_above && (channel == "email" || channel == "form"));
      if (!is_mute) owner_.channels.push_back(channel);
    }
    if (owner_.channels.empty() &&
        (rules_.vocabulary.Term("jargon", text) || rules_.vocabulary.Term("social", text))) {
      TakeSocialAccounts();
    }
    std::sort(owner_.channels.begin(), owner_.channels.end());
    owner_.channels.erase(std::unique(owner_.channels.begin(), owner_.channels.end()),
                          owner_.channels.end());
    if (!owner_.channels.empty()) owner_.label = std::string(CutUtf8(text, 120));
    return !owner_.channels.empty();
  }

  HoursOwner owner() const { return owner_; }

 private:
  const TextBlock& Block(int index) const { return page_.blocks[static_cast<std::size_t>(index)]; }

  // The heading of the part in which a heading stands: those beside it are of something else.
  int Above(int heading) const {
    const int level = Block(heading).level;
    do {
      heading = Block(heading).heading;
    } while (heading >= 0 && level > 0 && Block(heading).level >= level);
    return heading;
  }

  // "Our automated payment line is open 24/7": nobody answers.
  bool IsOfMachine(const std::string& sentence) const {
    return rules_.vocabulary.Term("bot", sentence) != nullptr &&
           rules_.vocabulary.Term("colleague", sentence) == nullptr;
  }

  // "Regel uw zaken 24/7 online in Mijn Merk" has more words than "Die lijn is dag en nacht open".
  bool SaysMore(std::size_t from, std::size_t to, const HoursPlaceInText& place) const {
    constexpr int kFewWords = 3;
    const HoursLexicon& lexicon = rules_.vocabulary.HoursWordsOf(language_);
    int words = 0;
    for (const std::string& part :
         {stream_.Quote(from, place.begin), stream_.Quote(place.end, to)}) {
      const std::vector<TextWord> all = SplitWordsAndNumbers(part);
      words += static_cast<int>(all.size());
      std::size_t behind = 0;  // the last phrase: one may have several readings
      for (const PhraseSet::Hit& hit : lexicon.set.FindAll(all)) {
        const bool is_open =
            lexicon.words[static_cast<std::size_t>(hit.id)].kind == HoursKind::kOpen;
        if (!is_open || hit.first_word < behind) continue;
        words -= static_cast<int>(hit.word_count);
        behind = hit.first_word + hit.word_count;
      }
    }
    return words > kFewWords;
  }

  // "Openingstijden": hours of the house, not of the channel in the line above.
  bool IsGeneral(const std::string& text) const {
    return rules_.vocabulary.Term("hours-label", text) != nullptr;
  }

  std::size_t SentenceStart(std::size_t at, std::size_t least) const {
    const std::string& text = stream_.Text();
    for (std::size_t i = at; i > least + 1; --i) {
      const char c = text[i - 2];
      if ((c == '.' || c == '!' || c == '?' || c == ';') && text[i - 1] == ' ') return i;
    }
    return least;
  }

  std::size_t SentenceEnd(std::size_t at) const {
    const std::string& text = stream_.Text();
    while (at < text.size() && text[at] != '\n') {
      const bool is_end = text[at] == '.' || text[at] == '!' || text[at] == '?' || text[at] == ';';
      if (is_end && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n')) break;
      ++at;
    }
    return at;
  }

  // "Winkel: ma-za 9-18 uur" above other hours: its name is of its own.
  bool HoldsHours(const std::string& text) const {
    const auto marks = MarkHours(text, rules_.vocabulary.HoursWordsOf(language_));
    return std::count_if(marks.begin(), marks.end(), [](const HoursMarked& mark) {
             return mark.mark == HoursMark::kTime && !(mark.is_bare && !mark.is_marked);
           }) >= 2;
  }

  // The bracket in which the hours stand: from its "(" on, npos for none.
  std::size_t BracketBegin(std::size_t from, std::size_t at) const {
    const std::string& text = stream_.Text();
    for (std::size_t i = at; i > from; --i) {
      if (text[i - 1] == '(') return i - 1;
      if (text[i - 1] == ')' || text[i - 1] == '\n') break;
    }
    return std::string::npos;
  }

  // Where that bracket ends; npos when they stand in none.
  std::size_t BracketEnd(std::size_t from, const HoursPlaceInText& place) const {
    if (BracketBegin(from, place.begin) == std::string::npos) return std::string::npos;
    return stream_.Text().find_first_of(")\n", place.end);
  }

  // "Bel 020 - 555 01 88 (ma-vr 9-17 uur) of stuur een DM naar @voorbeeld op X (24/7)": each has
  // what stands last before it, behind the hours of others.
  bool TakeClause(std::size_t from, const HoursPlaceInText& place) {
    const bool is_second = place.after > from;
    const std::size_t bracket = BracketBegin(from, place.begin);
    const bool is_in_bracket = bracket != std::string::npos && bracket > place.after;
    if (!is_second && !is_in_bracket) return false;
    const std::size_t begin = std::max(from, place.after);
    const std::size_t end = is_in_bracket ? bracket : place.begin;
    const std::string sentence = stream_.Text().substr(from, SentenceEnd(place.end) - from);
    return TakePart(sentence, begin - from, end - from) ||
           TakeContactIn(stream_.Quote(begin, end), true);
  }

  // "X: ma-vr 9-17 uur": the name before a colon with which the line begins; "" for none.
  std::string LabelOfLine(std::size_t at, std::size_t least) const {
    const std::string& text = stream_.Text();
    const std::size_t end_above = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
    const std::size_t from = std::max(least, end_above == std::string::npos ? 0 : end_above + 1);
    const std::size_t colon = text.find(':', from);
    if (colon >= at || colon - from > kMaxLineLabel || SentenceStart(at, from) > colon) return "";
    return stream_.Quote(from, colon);
  }

  // "Bel 020 - 555 01 88. Die lijn is dag en nacht open.": the nearest sentence of the block that
  // names a channel.
  bool TakeSentenceBefore(std::size_t from, std::size_t least) {
    if (IsGeneral(stream_.Quote(from, SentenceEnd(from)))) return false;
    for (int sentences = 0; sentences < kMaxSentencesBefore && from > least + 1; ++sentences) {
      const std::size_t begin = SentenceStart(from - 1, least);
      const std::string sentence = stream_.Quote(begin, from);
      if (SpeaksOfAnswers(sentence) && Take(sentence, true)) return true;
      from = begin;
    }
    return false;
  }

  // Names a channel where somebody answers. "Winkel: ma-vr 9-17 uur." has hours of its own.
  bool SpeaksOfAnswers(const std::string& sentence) const {
    const auto matches = rules_.vocabulary.FindChannels(sentence, language_);
    return std::any_of(matches.begin(), matches.end(), [&](const ChannelMatch& match) {
      const ChannelInfo* channel = rules_.channels.Find(match.name->channel);
      return channel != nullptr && channel->family != "in-person";
    });
  }

  // "Garden Joy: 013 - 555 01 99 (ma-vr 9-16 uur)", "Industrieweg 12, 9953 XX Waterveen, ma-vr 8-16
  // uur": the number or address that stands last before the hours on their own line goes before
  // what other lines and headings name.
  bool TakeContactInLine(std::size_t at, std::size_t least) {
    const std::string& text = stream_.Text();
    const std::size_t end_above = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
    const std::size_t from = std::max(least, end_above == std::string::npos ? 0 : end_above + 1);
    return from < at && TakeContactIn(std::string_view(text).substr(from, at - from));
  }

  // The number or address that stands last in the text; or what of any channel.
  bool TakeContactIn(std::string_view line, bool takes_all = false) {
    const ContactPoint* nearest = nullptr;
    std::size_t nearest_at = 0;
    for (const ContactPoint& contact : findings_.contacts) {
      const ChannelInfo* channel = rules_.channels.Find(contact.channel);
      if (!channel || contact.use != Use::kContact || contact.is_data_only) continue;
      if (contact.display.empty() || IsMute(contact.channel)) continue;
      if (!takes_all && channel->family != "voice" && contact.channel != "address") continue;
      const std::size_t found = line.rfind(contact.display);
      if (found == line.npos || (nearest && found < nearest_at)) continue;
      nearest = &contact;
      nearest_at = found;
    }
    if (!nearest) return false;
    owner_.channels = {nearest->channel};
    owner_.label = nearest->display;
    return true;
  }

  // "Krantenwinkel De Pen, Kerkstraat 3, 9000 Gent, tel. 09 225 55 12, ma-vr 7-18.30 uur" among
  // other shops: then the shop is open, whoever picks up the phone.
  bool TakeBranch(int block) {
    constexpr int kMaxDistance = 2;
    const ContactPoint* own = nullptr;
    std::string first;  // address of the page
    bool is_list = false;
    for (const ContactPoint& contact : findings_.contacts) {
      const bool is_branch = contact.channel == "address" && contact.purpose != "postal" &&
                             contact.use == Use::kContact && !contact.is_data_only &&
                             contact.region == Block(block).region;
      if (!is_branch) continue;
      if (first.empty()) first = contact.value;
      is_list = is_list || contact.value != first;
      const int distance = BlocksFrom(contact.position, block);
      const bool is_near = distance >= 0 && distance <= kMaxDistance;
      if (is_near && !IsHeadingBetween(contact.position, block)) own = &contact;
    }
    if (!is_list || !own) return false;
    owner_.channels = {own->channel};
    owner_.label = own->display;
    return true;
  }

  bool TakeRow(int block) {
    const int row = Block(block).row;
    if (row < 0) return false;
    for (int other = block - 1; other >= 0 && Block(other).row == row; --other) {
      if (Take(Block(other).text)) return true;
    }
    return false;
  }

  // "Cardiologie | 030 - 555 01 02 | ma-vr 8-16 uur": the number in another cell of the row.
  bool TakeContactInRow(int block) {
    const int row = Block(block).row;
    if (row < 0) return false;
    for (const ContactPoint& contact : findings_.contacts) {
      const ChannelInfo* channel = rules_.channels.Find(contact.channel);
      if (!channel || contact.use != Use::kContact || contact.is_data_only) continue;
      if (contact.display.empty() || IsMute(contact.channel)) continue;
      if (channel->family != "voice" && channel->family != "messaging") continue;
      for (int other = block - 1; other >= 0 && Block(other).row == row; --other) {
        const std::string& cell = Block(other).text;
        if (cell.size() > kMaxCell || cell.find(contact.display) == std::string::npos) continue;
        owner_.channels = {contact.channel};
        owner_.label = contact.display;
        return true;
      }
    }
    return false;
  }

  // "Webcare": the brand's accounts on the page.
  void TakeSocialAccounts() {
    for (const ContactPoint& contact : findings_.contacts) {
      const ChannelInfo* channel = rules_.channels.Find(contact.channel);
      const bool is_account = channel && channel->family == "social" && !channel->is_dead &&
                              contact.region == Region::kMain &&
                              (contact.use == Use::kContact || contact.use == Use::kFollow);
      if (is_account) owner_.channels.push_back(contact.channel);
    }
  }

  // Blocks from the one of that position to `block`; negative when it stands behind.
  int BlocksFrom(int position, int block) const {
    int distance = 0;
    for (int i = block; i >= 0 && Block(i).position > position; --i) ++distance;
    const bool is_behind = distance == 0 && block + 1 < static_cast<int>(page_.blocks.size()) &&
                           Block(block + 1).position <= position;
    return is_behind ? -1 : distance;
  }

  // "Bereikbaarheid": a caption that leaves open what is reached then.
  bool SaysOpen(const std::string& text) const {
    const HoursLexicon& lexicon = rules_.vocabulary.HoursWordsOf(language_);
    const auto hits = lexicon.set.FindAll(SplitWordsAndNumbers(text));
    return std::any_of(hits.begin(), hits.end(), [&](const PhraseSet::Hit& hit) {
      return lexicon.words[static_cast<std::size_t>(hit.id)].kind == HoursKind::kOpen;
    });
  }

  // True when a heading that is no mere caption of hours ("Sauna") parts the block from a contact
  // above it.
  bool IsHeadingBetween(int position, int block) const {
    for (int i = block; i >= 0 && Block(i).position > position; --i) {
      const TextBlock& line = Block(i);
      if (line.kind == TextKind::kHeading && !IsGeneral(line.text) && !SaysOpen(line.text)) {
        return true;
      }
    }
    return false;
  }

  // "Videoberatung Mo-Do 10-18 Uhr" as an item of a list: what another item offers is something
  // else.
  bool IsOtherItem(int block, int other, const std::string& before) const {
    constexpr std::size_t kName = 5;  // letters: "Du mardi au vendredi" has no name
    const std::vector<TextWord> words = SplitWords(before);
    const bool has_name = std::any_of(words.begin(), words.end(), [](const TextWord& word) {
      return word.end - word.begin >= kName;
    });
    if (!has_name || SaysOpen(before) || IsGeneral(before)) return false;
    const auto is_item = [](std::string_view tag) { return tag == "li"; };
    const int item = Ancestor(page_.document, Block(block).node, is_item);
    const int other_item = Ancestor(page_.document, Block(other).node, is_item);
    return item >= 0 && other_item >= 0 && item != other_item;
  }

  // A number or an address just before the hours or in their block, in the same section; `before`:
  // what the block says before the hours.
  bool TakeNearContact(int block, const std::string& before) {
    const TextBlock& hours = Block(block);
    const ContactPoint* nearest = nullptr;
    int least = 4;
    for (const ContactPoint& contact : findings_.contacts) {
      const ChannelInfo* channel = rules_.channels.Find(contact.channel);
      if (!channel || contact.use != Use::kContact || contact.region != hours.region) continue;
      const bool is_visited = contact.channel == "address" && contact.purpose != "postal";
      if (channel->family != "voice" && channel->family != "messaging" && !is_visited) continue;
      if (IsMute(contact.channel)) continue;
      const int distance = BlocksFrom(contact.position, block);
      if (distance < 0 || distance >= least) continue;
      if (IsHeadingBetween(contact.position, block)) continue;
      if (IsOtherItem(block, block - distance, before)) continue;
      least = distance;
      nearest = &contact;
    }
    if (!nearest) return false;
    owner_.channels = {nearest->channel};
    owner_.label = nearest->display;
    return true;
  }

  const Page& page_;
  const PageStream& stream_;
  std::string_view language_;
  const Rules& rules_;
  const Findings& findings_;
  HoursOwner owner_;
};

bool IsCell(std::string_view tag) { return tag == "td" || tag == "th"; }

// The cells of a row, in order.
std::vector<int> CellsOf(const Document& document, int row) {
  std::vector<int> cells;
  const int end = document.nodes[static_cast<std::size_t>(row)].end;
  for (int node = row + 1; node < end;) {
    const Node& here = document.nodes[static_cast<std::size_t>(node)];
    if (IsCell(here.tag)) {
      cells.push_back(node);
      node = here.end;
    } else {
      ++node;
    }
  }
  return cells;
}

std::string TextOf(const Document& document, int node) {
  std::string text;
  const int end = document.nodes[static_cast<std::size_t>(node)].end;
  for (int i = node; i < end && text.size() < 200; ++i) {
    const Node& here = document.nodes[static_cast<std::size_t>(i)];
    if (here.IsText()) text += std::string(here.text) + " ";
  }
  return CollapseSpace(text);
}

}  // namespace

HoursOwner OwnerOfHours(const Page& page, const PageStream& stream, const HoursPlaceInText& place,
                        std::string_view language, const Rules& rules, const Findings& findings) {
  return OwnerReader(page, stream, language, rules, findings).Read(place);
}

HoursOwner OwnerByColumn(const Page& page, const PageStream& stream, std::size_t at,
                         std::string_view language, const Rules& rules) {
  const Document& document = page.document;
  const int start = page.blocks[static_cast<std::size_t>(stream.BlockAt(at))].node;
  if (start < 0 || start >= static_cast<int>(document.nodes.size())) return {};
  const int cell = Ancestor(document, start, IsCell);
  if (cell < 0) return {};
  const int row = Ancestor(document, cell, [](std::string_view tag) { return tag == "tr"; });
  const int table = Ancestor(document, cell, [](std::string_view tag) { return tag == "table"; });
  if (row < 0 || table < 0) return {};
  const std::vector<int> cells = CellsOf(document, row);
  const auto column = std::find(cells.begin(), cells.end(), cell) - cells.begin();
  int first_row = table + 1;
  while (first_row < row && document.nodes[static_cast<std::size_t>(first_row)].tag != "tr") {
    ++first_row;
  }
  if (first_row >= row) return {};
  const std::vector<int> heads = CellsOf(document, first_row);
  if (heads.size() != cells.size()) return {};
  OwnerReader reader(page, stream, language, rules, Findings{});
  reader.Take(TextOf(document, heads[static_cast<std::size_t>(column)]));
  return reader.owner();
}

}  // namespace klikpad
