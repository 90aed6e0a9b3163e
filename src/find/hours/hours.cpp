// Groups what a page says of hours, asks whose it is, and makes rows of it.

#include "find/hours/hours.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "find/hours/channel.h"
#include "find/hours/columns.h"
#include "find/hours/data.h"
#include "find/hours/parse.h"
#include "find/hours/stretches.h"
#include "find/text/page_stream.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxQuote = 600;
constexpr std::size_t kMaxRows = 2'000;
constexpr std::size_t kMaxRow = 200;     // bytes of a cell that is no text of its own
constexpr std::size_t kMaxClause = 120;  // bytes on each side of a time
constexpr std::size_t kMaxLabel = 40;    // bytes of a name before a colon
constexpr std::size_t kMaxRest = 40;     // bytes of other words in a block that is all hours

bool IsTimes(const HoursItem& item) {
  return item.kind == HoursItemKind::kSpan || item.kind == HoursItemKind::kClosed ||
         item.kind == HoursItemKind::kAllDay || item.kind == HoursItemKind::kAlways;
}

class HoursFinder {
 public:
  HoursFinder(const Page& page, const Rules& rules, const PageContext& context,
              const PageGlance& glance, Findings& findings)
      : page_(page), rules_(rules), glance_(glance), findings_(findings), stream_(page) {
    language_ = page.lang.empty() ? context.language : page.lang;
  }

  void Run(const std::vector<HoursStretch>& stretches) {
    if (stream_.Text().empty()) return;
    ChooseLanguage();
    ReadColumns();
    for (const HoursStretch& stretch : stretches) ReadStretch(stretch);
  }

 private:
  void ReadColumns() {
    for (const HoursColumnCell& column :
         HoursColumns(page_, glance_, rules_.vocabulary.HoursWordsOf(language_))) {
      std::vector<HoursMarked> marks = MarksOf(stream_.Begin(column.day), stream_.End(column.day));
      // An abbreviation alone is no day; at the head of a column it is.
      if (marks.size() != 1 || marks[0].mark != HoursMark::kDays) marks = {DayOf(column.day)};
      const std::size_t begin = stream_.Begin(column.cell), end = stream_.End(column.cell);
      for (const HoursMarked& mark : MarksOf(begin, end)) marks.push_back(mark);
      AddGroup(ReadHoursItems(marks));
      in_columns_.push_back({stream_.Begin(column.day), stream_.End(column.day)});
      in_columns_.push_back({begin, end});
    }
  }

  HoursMarked DayOf(int block) const {
    const HoursLexicon& lexicon = rules_.vocabulary.HoursWordsOf(language_);
    const std::string& text = page_.blocks[static_cast<std::size_t>(block)].text;
    HoursMarked day;
    day.mark = HoursMark::kDays;
    day.begin = stream_.Begin(block);
    day.end = stream_.End(block);
    day.is_single = true;
    for (const int id : lexicon.set.FindWhole(SplitWordsAndNumbers(text))) {
      const HoursWord& word = lexicon.words[static_cast<std::size_t>(id)];
      if (word.kind == HoursKind::kDay && day.days == 0) day.days = 1u << (word.value - 1);
    }
    return day;
  }

  std::vector<HoursMarked> MarksOf(std::size_t begin, std::size_t end) const {
    std::vector<HoursMarked> marks;
    while (begin < end) {
      const std::string& language = LanguageOf(stream_.BlockAt(begin));
      const std::size_t stop = std::min(end, EndOfLanguage(begin, language));
      const std::string_view text = std::string_view(stream_.Text()).substr(begin, stop - begin);
      for (HoursMarked mark : MarkHours(text, rules_.vocabulary.HoursWordsOf(language))) {
        mark.begin += begin;
        mark.end += begin;
        marks.push_back(mark);
      }
      begin = stop;
    }
    return marks;
  }

  // That of the days that the block names, else of the page.
  const std::string& LanguageOf(int block) const {
    const auto own = languages_.find(block);
    return own == languages_.end() ? language_ : own->second;
  }

  // Where behind that byte the next block of another language begins.
  std::size_t EndOfLanguage(std::size_t at, const std::string& language) const {
    if (languages_.empty()) return stream_.Text().size();
    const int blocks = static_cast<int>(page_.blocks.size());
    for (int block = stream_.BlockAt(at) + 1; block < blocks; ++block) {
      const bool is_in_stream = stream_.End(block) > stream_.Begin(block);
      if (is_in_stream && LanguageOf(block) != language) return stream_.Begin(block);
    }
    return stream_.Text().size();
  }

  void ReadStretch(const HoursStretch& stretch) {
    const std::size_t begin = stream_.Begin(stretch.first);
    const std::size_t end = std::min(stream_.End(stretch.last), stream_.Text().size());
    if (end <= begin) return;  // behind what is read of a very long page
    std::vector<HoursMarked> marks = MarksOf(begin, end);
    std::erase_if(marks, [&](const HoursMarked& mark) {  // read column by column
      return std::any_of(in_columns_.begin(), in_columns_.end(), [&](const auto& cell) {
        return mark.begin >= cell.first && mark.begin < cell.second;
      });
    });
    std::vector<HoursItem> group;
    for (const HoursItem& item : ReadHoursItems(marks)) {
      if (IsNotWeekly(item)) continue;
      if (!group.empty() && (IsBreak(group.back(), item) || IsOtherLabel(group, item))) {
        AddGroup(group);
        group.clear();
      }
      group.push_back(item);
    }
    AddGroup(group);
  }

  // Templates say "en" on Dutch pages: the names of days tell. A line in Spanish among others in
  // English is read as Spanish.
  void ChooseLanguage() {
    std::vector<TextWord> words;  // of texts with such a name
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const TextBlock& block = page_.blocks[i];
      if (block.kind == TextKind::kTitle || block.kind == TextKind::kAlt) continue;
      if (!glance_.blocks[i].Has(trigger::kDay)) continue;
      std::vector<TextWord> more = SplitWordsAndNumbers(block.text);
      std::string by_days = rules_.vocabulary.LanguageOfDays(more);
      if (!by_days.empty()) languages_[static_cast<int>(i)] = std::move(by_days);
      words.insert(words.end(), std::make_move_iterator(more.begin()),
                   std::make_move_iterator(more.end()));
    }
    const std::string by_days = rules_.vocabulary.LanguageOfDays(words);
    const std::string said = language_.substr(0, language_.find_first_of("-_"));
    if (!by_days.empty() && by_days != said && !HasShortDaysOf(said, by_days)) language_ = by_days;
    if (language_.empty()) {
      language_ = rules_.vocabulary.LanguageOfHours(SplitWordsAndNumbers(stream_.Text()));
    }
    const std::string primary = language_.substr(0, language_.find_first_of("-_"));
    std::erase_if(languages_, [&](const auto& own) { return own.second == primary; });
  }

  // "Mon-Fri 9-5" where the page says that it is English, whatever other days it names in full.
  bool HasShortDaysOf(const std::string& said, const std::string& other) const {
    if (said.empty()) return false;
    const auto days = [&](std::string_view text, const std::string& language) {
      const auto marks = MarkHours(text, rules_.vocabulary.HoursWordsOf(language));
      return std::count_if(marks.begin(), marks.end(),
                           [](const HoursMarked& mark) { return mark.mark == HoursMark::kDays; });
    };
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const TextGlance& glance = glance_.blocks[i];
      if (glance.times == 0 || glance.Has(trigger::kDay)) continue;
      const std::string_view text = CutUtf8(page_.blocks[i].text, kMaxQuote);
      if (days(text, said) > days(text, other)) return true;
    }
    return false;
  }

  // Also one in which `to` stands, as long as it has no times of its own: "Office Hours".
  bool HasHeadingBetween(std::size_t from, std::size_t to) const {
    const int last = stream_.BlockAt(to);
    for (int block = stream_.BlockAt(from) + 1; block <= last; ++block) {
      const TextBlock& here = page_.blocks[static_cast<std::size_t>(block)];
      const bool has_times = glance_.blocks[static_cast<std::size_t>(block)].times > 0;
      if (here.kind == TextKind::kHeading && (block < last || !has_times)) return true;
    }
    return false;
  }

  // Hours of something else begin: far away, under another heading, or with a channel of their own.
  bool IsBreak(const HoursItem& before, const HoursItem& item) const {
    if (item.seasons > 0 && (item.lines > 0 || IsTimes(before))) return true;
    if (item.words > 12 || (item.ends > 0 && item.words > 3) || item.lines > 6) return true;
    if (item.lines > 0 && HasHeadingBetween(before.begin, item.begin)) return true;
    const TextBlock& here = page_.blocks[static_cast<std::size_t>(stream_.BlockAt(item.begin))];
    const TextBlock& there = page_.blocks[static_cast<std::size_t>(stream_.BlockAt(before.begin))];
    if (here.region != there.region) return true;
    if (LanguageOf(stream_.BlockAt(item.begin)) != LanguageOf(stream_.BlockAt(before.begin)))
      return true;
    // "24/7" of one thing and "24/7" or "Medewerkers ma-vr 9-17" of another.
    const auto is_promise = [](const HoursItem& one) {
      return one.kind == HoursItemKind::kAlways || one.kind == HoursItemKind::kAllDay;
    };
    if (is_promise(before) && is_promise(item) && (item.words > 1 || item.lines > 0)) return true;
    // "vr 8-12 uur" and, in the next line, "Storingsdienst (24 uur)".
    const bool is_of_days = before.kind == HoursItemKind::kDays && item.words == 0;
    if (is_promise(item) && item.lines > 0 && !is_of_days) return true;
    const std::string between = stream_.Quote(before.end, item.begin);
    if (HoldsNumber(between)) return true;
    if (is_promise(before) && item.ends > 0 && item.words > 0) return true;
    if (!IsTimes(before) && !is_promise(before)) return false;
    if (HoldsAddress(between)) return true;
    if (item.words == 0) return false;
    return HoldsAccount(between) || !rules_.vocabulary.FindChannels(between, language_).empty();
  }

  // "Op maandag tussen 9 en 11 uur is het erg druk", "elke eerste dinsdag van de maand 16-18 uur":
  // no opening hours of every week.
  bool IsNotWeekly(const HoursItem& item) const {
    constexpr std::string_view kEnds = ",;(\n";
    const std::string& text = stream_.Text();
    const auto is_end = [&](std::size_t i) {
      return kEnds.find(text[i]) != kEnds.npos ||
             (text[i] == '.' && i + 1 < text.size() && text[i + 1] == ' ');
    };
    std::size_t from = item.begin, to = item.end;
    while (from > 0 && item.begin - from < kMaxClause && !is_end(from - 1)) --from;
    while (to < text.size() && to - item.end < kMaxClause && !is_end(to)) ++to;
    return rules_.vocabulary.Term("hours-not-weekly", stream_.Quote(from, to)) != nullptr;
  }

  // "elke dag 8-22 uur" and, in the next line, "X: ma-vr 9-17 uur" or "Winkel: za 9-18 uur": what
  // is complete before a line with a name of its own is not that one's.
  bool IsOtherLabel(const std::vector<HoursItem>& group, const HoursItem& item) const {
    if (item.lines == 0) return false;
    const auto is_first = std::find_if(group.begin(), group.end(), [](const HoursItem& one) {
      return IsTimes(one) || one.kind == HoursItemKind::kDays;
    });
    const bool is_complete =
        IsTimes(group.back()) || (is_first != group.end() && IsTimes(*is_first));
    if (!is_complete) return false;
    const std::string_view between =
        std::string_view(stream_.Text()).substr(group.back().end, item.begin - group.back().end);
    for (const std::string_view line : Split(between.substr(between.find('\n') + 1), '\n')) {
      const std::size_t colon = line.find(':');
      const std::string label(Trim(line.substr(0, colon)));
      if (label.empty()) continue;
      // "Middag: 13-17 uur" goes on with the days before.
      const bool says_more = item.words > 0 || NamesHours(label);
      if (colon != line.npos && label.size() <= kMaxLabel && says_more) return true;
      if (!rules_.vocabulary.FindChannels(label, language_).empty()) return true;
    }
    return false;
  }

  // "ma-vr 9-17 uur | Dermatologie | 030 255 12 02 | ma-do 8-16 uur": another number's row begins.
  bool HoldsNumber(const std::string& text) const {
    return std::any_of(
        findings_.contacts.begin(), findings_.contacts.end(), [&](const ContactPoint& contact) {
          return (contact.channel == "phone" || contact.channel == "whatsapp") &&
                 !contact.display.empty() && text.find(contact.display) != std::string::npos;
        });
  }

  // "(ma-vr 9-17 uur) of mail info@voorbeeld.example (24/7)"
  bool HoldsAccount(std::string_view text) const {
    return std::any_of(
        findings_.contacts.begin(), findings_.contacts.end(), [&](const ContactPoint& contact) {
          const bool is_account = contact.channel != "address" && contact.use == Use::kContact;
          return is_account && contact.display.size() > 3 &&
                 text.find(contact.display) != text.npos;
        });
  }

  // "Dorpsstraat 1, …, ma-za 9-18 uur" and, in the next line, another shop.
  bool HoldsAddress(std::string_view text) const {
    return std::any_of(
        findings_.contacts.begin(), findings_.contacts.end(), [&](const ContactPoint& contact) {
          if (contact.channel != "address" || contact.display.empty()) return false;
          const std::string_view display = contact.display;
          const std::string_view street = display.substr(0, display.find_first_of(",\n"));
          return text.find(street) != text.npos;
        });
  }

  // Times without days, and promises of any hour ("24/7 camera's"), are hours only where words
  // beside them say so: in their own block, or, when that holds little else, in the block or
  // heading above.
  bool SaysHours(const std::vector<HoursItem>& group) const {
    const int block = stream_.BlockAt(group.front().begin);
    const TextBlock& here = page_.blocks[static_cast<std::size_t>(block)];
    const std::size_t end = std::max(stream_.End(block), group.back().end);
    if (NamesHours(stream_.Quote(stream_.Begin(block), end))) return true;
    const std::size_t rest = end - stream_.Begin(block) - (group.back().end - group.front().begin);
    if (rest > kMaxRest) return false;
    if (here.heading >= 0 &&
        NamesHours(page_.blocks[static_cast<std::size_t>(here.heading)].text)) {
      return true;
    }
    return block > 0 && NamesHours(page_.blocks[static_cast<std::size_t>(block - 1)].text);
  }

  bool NamesHours(std::string_view text) const {
    text = CutUtf8(text, 600);
    const auto marks = MarkHours(text, rules_.vocabulary.HoursWordsOf(language_));
    return std::any_of(marks.begin(), marks.end(),
                       [](const HoursMarked& mark) { return mark.mark == HoursMark::kOpen; }) ||
           !rules_.vocabulary.FindChannels(text, language_).empty();
  }

  // "24 hours a day, 7 days a week" says by itself that hours are meant, "24 hours" only behind
  // days.
  bool IsAllDay(const std::vector<HoursItem>& group) const {
    for (std::size_t i = 1; i < group.size(); ++i) {
      const bool is_behind_days = group[i - 1].kind == HoursItemKind::kDays && group[i].words == 0;
      if (group[i].kind == HoursItemKind::kAllDay && is_behind_days) return true;
    }
    return std::any_of(group.begin(), group.end(), [&](const HoursItem& item) {
      const bool is_all_day =
          item.kind == HoursItemKind::kAllDay || item.kind == HoursItemKind::kAlways;
      return is_all_day && SplitWords(stream_.Quote(item.begin, item.end)).size() >= 3;
    });
  }

  // "Lost cards | 0800 123 4003 | 24 hours".
  bool IsCellBesideNumber(const std::vector<HoursItem>& group) const {
    const int block = stream_.BlockAt(group.front().begin);
    const int row = page_.blocks[static_cast<std::size_t>(block)].row;
    if (row < 0 || group.front().begin != stream_.Begin(block) ||
        group.back().end != stream_.End(block)) {
      return false;
    }
    for (int i = block - 1; i >= 0; --i) {
      const TextBlock& cell = page_.blocks[static_cast<std::size_t>(i)];
      if (cell.row != row) return false;
      if (cell.text.size() <= kMaxRow && HoldsNumber(cell.text)) return true;
    }
    return false;
  }

  // "24/7" that is a whole block, and no tile of a row of short ones ("24/7" above "camera's").
  bool StandsAlone(const std::vector<HoursItem>& group) const {
    const int block = stream_.BlockAt(group.front().begin);
    if (group.size() != 1 || group[0].kind != HoursItemKind::kAlways ||
        group[0].begin != stream_.Begin(block) || group[0].end != stream_.End(block)) {
      return false;
    }
    const auto is_tile = [&](int index) {
      if (index < 0 || index >= static_cast<int>(page_.blocks.size())) return false;
      const TextBlock& beside = page_.blocks[static_cast<std::size_t>(index)];
      const bool is_apart = beside.kind == TextKind::kTitle || beside.kind == TextKind::kHeading;
      return !is_apart && beside.text.size() <= 60;
    };
    return page_.blocks[static_cast<std::size_t>(block)].kind != TextKind::kHeading &&
           !is_tile(block - 1) && !is_tile(block + 1);
  }

  void AddGroup(const std::vector<HoursItem>& group) {
    if (group.empty() || !std::any_of(group.begin(), group.end(), IsTimes)) return;
    const ParsedHours parsed = ReadHoursRules(group);
    bool has_weekly = false;
    // "24/7" may promise anything, "täglich 0-24 Uhr" are hours.
    const bool has_span = std::any_of(group.begin(), group.end(), [](const HoursItem& item) {
      return item.kind == HoursItemKind::kSpan;
    });
    for (const HoursRule& rule : parsed.rules) {
      const bool is_promise = !has_span && rule.days == kAllDays && rule.spans.size() == 1 &&
                              rule.spans[0].opens == 0 && rule.spans[0].closes == 24 * 60;
      has_weekly = has_weekly || (rule.days && !rule.spans.empty() && !is_promise);
    }
    if (!has_weekly && !IsAllDay(group) && !SaysHours(group) && !StandsAlone(group) &&
        !IsCellBesideNumber(group)) {
      return;
    }
    // From the first rule to the last: what stands around them is no hours.
    std::size_t begin = std::string::npos;
    std::size_t end = 0;
    for (const HoursRule& rule : parsed.rules) {
      begin = std::min(begin, rule.begin);
      end = std::max(end, rule.end);
    }
    if (begin == std::string::npos) return;
    const std::string& language = LanguageOf(stream_.BlockAt(begin));
    const HoursPlaceInText place{begin, end, !has_weekly && !has_span,
                                 last_end_ < begin ? last_end_ : 0};
    last_end_ = end;
    const HoursOwner owner = OwnerOfHours(page_, stream_, place, language, rules_, findings_);
    const std::string whole = stream_.Quote(begin, end);
    for (const HoursRule& rule : parsed.rules) {
      AddRule(rule, owner, whole.size() <= kMaxQuote ? whole : stream_.Quote(rule.begin, rule.end));
    }
  }

  void AddRule(const HoursRule& rule, const HoursOwner& group_owner, const std::string& quote) {
    for (const HoursSpan& span : rule.spans) {
      if (span.opens < 0 || span.closes <= span.opens) continue;
      const HoursOwner by_column = OwnerByColumn(page_, stream_, span.begin, language_, rules_);
      const HoursOwner& owner = by_column.channels.empty() ? group_owner : by_column;
      const bool is_all_day = span.opens == 0 && span.closes == 24 * 60;
      const DayMask days = rule.days == 0 && is_all_day ? kAllDays : rule.days;
      std::vector<std::string> channels = owner.channels;
      if (channels.empty()) channels.emplace_back();
      for (const std::string& channel : channels) {
        if (days == 0) AddRow(channel, 0, span, owner.label, rule, quote);
        for (int day = 1; day <= 7; ++day) {
          if (days >> (day - 1) & 1u) AddRow(channel, day, span, owner.label, rule, quote);
        }
      }
    }
  }

  void AddRow(const std::string& channel, int weekday, const HoursSpan& span,
              const std::string& label, const HoursRule& rule, const std::string& quote) {
    if (findings_.hours.size() >= kMaxRows) return;
    OpeningHours row;
    row.channel = channel;
    row.weekday = weekday;
    row.opens = span.opens;
    row.closes = span.closes;
    row.label = label;
    row.quote = std::string(CutUtf8(quote, kMaxQuote));
    row.place = page_.blocks[static_cast<std::size_t>(stream_.BlockAt(rule.begin))].place;
    findings_.hours.push_back(std::move(row));
  }

  const Page& page_;
  const Rules& rules_;
  const PageGlance& glance_;
  Findings& findings_;
  PageStream stream_;
  std::string language_;
  std::map<int, std::string> languages_;  // of blocks whose days are of another language
  std::vector<std::pair<std::size_t, std::size_t>> in_columns_;  // bytes of the stream
  std::size_t last_end_ = 0;  // of the group before, a byte of the stream
};

}  // namespace

void FindHours(const Page& page, const Rules& rules, const PageContext& context,
               const PageGlance& glance, Findings& findings) {
  const std::vector<HoursStretch> stretches = HoursStretches(page, glance);
  if (!stretches.empty()) HoursFinder(page, rules, context, glance, findings).Run(stretches);
  FindHoursInData(page, rules, findings);
}

void FindHours(const Page& page, const Rules& rules, const PageContext& context,
               Findings& findings) {
  FindHours(page, rules, context, PageGlance(page, rules), findings);
}

}  // namespace klikpad
