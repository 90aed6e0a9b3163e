// Words and signs of a text of opening hours → tokens.

#include "find/hours/lexer.h"

#include <algorithm>
#include <utility>

#include "find/hours/marker.h"

namespace klikpad {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The bytes of the dashes that people put between days and times: U+2010 to U+2015, U+2212, U+00AD,
// arrows, the tilde, and U+FFFD, which a dash in an undeclared
// charset becomes.
std::size_t DashLength(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == '-' || text[0] == '~') return 1;
  for (const std::string_view dash : {"‐", "‑", "‒", "–", "—", "―", "−", "\uFFFD", "→", "›", "»"}) {
    if (text.starts_with(dash)) return dash.size();
  }
  return 0;
}

HoursMark MarkOf(HoursKind kind) {
  switch (kind) {
    case HoursKind::kClosed:
      return HoursMark::kClosed;
    case HoursKind::kAlways:
      return HoursMark::kAlways;
    case HoursKind::kAllDay:
      return HoursMark::kAllDay;
    case HoursKind::kRange:
      return HoursMark::kRange;
    case HoursKind::kBetween:
      return HoursMark::kBetween;
    case HoursKind::kList:
      return HoursMark::kList;
    case HoursKind::kFrom:
      return HoursMark::kFrom;
    case HoursKind::kExcept:
      return HoursMark::kExcept;
    case HoursKind::kAppointment:
      return HoursMark::kAppointment;
    case HoursKind::kVague:
      return HoursMark::kVague;
    case HoursKind::kSeason:
      return HoursMark::kSeason;
    case HoursKind::kBreak:
      return HoursMark::kBreak;
    case HoursKind::kAnswerTime:
      return HoursMark::kAnswerTime;
    case HoursKind::kDelivery:
      return HoursMark::kDelivery;
    case HoursKind::kToday:
      return HoursMark::kToday;
    case HoursKind::kOpen:
      return HoursMark::kOpen;
    default:
      return HoursMark::kWord;
  }
}

}  // namespace

HoursMarker::HoursMarker(std::string_view text, std::vector<TextWord> words,
                         const HoursLexicon& lexicon)
    : text_(text), lexicon_(lexicon), words_(std::move(words)) {
  hits_ = lexicon.set.FindAll(words_);
  // A phrase may have several readings ("di": Tuesday and Sunday); the first, which is of the
  // page's language, counts.
  const auto same = std::unique(
      hits_.begin(), hits_.end(),
      [](const PhraseSet::Hit& a, const PhraseSet::Hit& b) { return a.begin == b.begin; });
  hits_.erase(same, hits_.end());
  marks_.reserve(words_.size() + words_.size() / 4);
}

const PhraseSet::Hit* HoursMarker::HitAt(std::size_t at) const {
  if (hits_.empty() || at > hits_.back().begin) return nullptr;
  const auto hit =
      std::lower_bound(hits_.begin(), hits_.end(), at,
                       [](const PhraseSet::Hit& h, std::size_t byte) { return h.begin < byte; });
  return hit != hits_.end() && hit->begin == at ? &*hit : nullptr;
}

std::vector<HoursMarked> HoursMarker::Run() {
  std::size_t word = 0;
  while (at_ < text_.size()) {
    if (text_[at_] == ' ') {
      ++at_;
      continue;
    }
    while (word < words_.size() && words_[word].end <= at_) ++word;
    if (word < words_.size() && words_[word].begin == at_) {
      ReadWord(words_[word]);
    } else if (word < words_.size() && words_[word].begin < at_) {
      ReadInsideWord(words_[word]);
    } else {
      ReadSymbol();
    }
  }
  DropWeakDays(marks_);
  return std::move(marks_);
}

HoursMarked& HoursMarker::Push(HoursMark mark, std::size_t length) {
  HoursMarked marked;
  marked.mark = mark;
  marked.begin = at_;
  marked.end = at_ + length;
  marks_.push_back(marked);
  at_ += length;
  return marks_.back();
}

bool HoursMarker::EndsSentence() const {
  const std::size_t next = at_ + 1;
  if (next < text_.size() && text_[next] != ' ' && text_[next] != '\n') return false;
  // "Mo. - Fr.", "a.m.", "tel.": a point after an abbreviation ends nothing.
  if (marks_.empty() || marks_.back().end != at_) return true;
  const HoursMarked& last = marks_.back();
  if (last.mark == HoursMark::kDays && last.end - last.begin <= 5) return false;
  if (last.mark == HoursMark::kExcept || last.mark == HoursMark::kRange) return false;
  return !(last.mark == HoursMark::kWord && last.end - last.begin <= 3);
}

void HoursMarker::ReadSymbol() {
  const std::string_view rest = text_.substr(at_);
  const char c = rest[0];
  if (c == '\n') {
    Push(HoursMark::kLine, 1);
  } else if (const std::size_t dash = DashLength(rest)) {
    Push(HoursMark::kRange, dash).is_dash = true;
  } else if (c == ',' || c == '&' || c == '+' || c == '/') {
    Push(HoursMark::kList, 1).is_slash = c == '/';
  } else if (c == ';' || ((c == '.' || c == '!' || c == '?') && EndsSentence())) {
    Push(HoursMark::kEnd, 1);
  } else {
    ++at_;
  }
}

void HoursMarker::ReadWord(const TextWord& word) {
  const PhraseSet::Hit* hit = HitAt(word.begin);
  // A digit may begin a phrase ("24 uur per dag") or a time.
  if (hit && ReadPhrase(*hit)) return;
  if (IsDigit(text_[at_])) {
    ReadNumber(word);
    return;
  }
  if (text_.substr(at_, word.end - at_) == "\u00C2") {
    at_ = word.end;  // what is left of a no-break space that was decoded twice
    return;
  }
  Push(HoursMark::kWord, word.end - at_);
}

void HoursMarker::ReadInsideWord(const TextWord& word) {
  const std::string_view rest = text_.substr(at_, word.end - at_);
  if (IsDigit(rest[0])) {
    ReadNumber(word);
    return;
  }
  // "uurmaandag", "pmTuesday": elements without a space between them.
  const std::vector<int> whole = lexicon_.set.FindWhole(SplitWordsAndNumbers(rest));
  if (!whole.empty() && rest.size() >= 3) {
    const PhraseSet::Hit hit{whole.front(), 0, 1, at_, word.end};
    if (ReadPhrase(hit)) return;
  }
  Push(HoursMark::kWord, rest.size());
}

HoursKind HoursMarker::KindOf(const PhraseSet::Hit& hit) const {
  return lexicon_.words[static_cast<std::size_t>(hit.id)].kind;
}

bool HoursMarker::ReadPhrase(const PhraseSet::Hit& hit) {
  const HoursWord& word = lexicon_.words[static_cast<std::size_t>(hit.id)];
  const std::size_t length = hit.end - at_;
  switch (word.kind) {
    case HoursKind::kDay: {
      const bool is_upper = text_[at_] >= 'A' && text_[at_] <= 'Z';
      if (length == 1 && !is_upper) return false;
      HoursMarked& day = PushDays(length, 1u << (word.value - 1));
      day.is_single = true;
      day.is_weak = word.is_short;
      day.needs_range = word.needs_range;
      return true;
    }
    case HoursKind::kWorkingDays:
      PushDays(length, kWorkingDays).is_group = true;
      return true;
    case HoursKind::kWorkingDaysAndSaturday:
      PushDays(length, kWorkingDays | 0b10'0000).is_group = true;
      return true;
    case HoursKind::kWeekend:
      PushDays(length, kWeekendDays).is_group = true;
      return true;
    case HoursKind::kEveryDay:
      PushDays(length, kAllDays).is_group = true;
      return true;
    case HoursKind::kPublicHoliday:
      PushDays(length, kHolidays).is_group = true;
      return true;
    case HoursKind::kSundayAndHolidays:
      PushDays(length, kHolidays | 0b100'0000).is_group = true;
      return true;
    case HoursKind::kNoon:
      return PushNamedTime(hit, 720);
    case HoursKind::kMidnight:
      return PushNamedTime(hit, 1440);
    case HoursKind::kHalfTo:
      return ReadFraction(hit, -30);
    case HoursKind::kHalfPast:
      return ReadFraction(hit, 30);
    case HoursKind::kQuarterPast:
      return ReadFraction(hit, 15);
    case HoursKind::kQuarterTo:
      return ReadFraction(hit, -15);
    case HoursKind::kNumber:
      ReadSpelled(length, word.value);
      return true;
    case HoursKind::kMonth:
      if (!ReadMonthFirst(hit, word.value)) Push(HoursMark::kSeason, length);
      return true;
    case HoursKind::kTimeMark:
    case HoursKind::kZone:
    case HoursKind::kBeforeNoon:
    case HoursKind::kAfterNoon:
    case HoursKind::kDayPart:
      at_ = hit.end;  // says nothing by itself
      return true;
    default:
      Push(MarkOf(word.kind), length);
      return true;
  }
}

HoursMarked& HoursMarker::PushDays(std::size_t length, DayMask days) {
  HoursMarked& marked = Push(HoursMark::kDays, length);
  marked.days = days;
  return marked;
}

std::vector<HoursMarked> MarkHours(std::string_view text, const HoursLexicon& lexicon) {
  return HoursMarker(text, SplitWordsAndNumbers(text), lexicon).Run();
}

}  // namespace klikpad
