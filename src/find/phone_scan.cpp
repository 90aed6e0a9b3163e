// Reads runs of digit groups from the left, the longest number first.

#include "find/phone_scan.h"

#include <algorithm>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kWindowBefore = 80, kWindowAfter = 60;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLetterByte(char c) {
  return IsUpper(c) || (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0;
}

bool HasLetter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), IsLetterByte);
}

// How a number is written, apart from its digits.
struct Shape {
  std::string digits;
  std::vector<std::size_t> sizes;  // of its groups
  bool has_plus = false;
  bool has_parens = false;
  bool has_marks = false;  // "-" or "." between groups
  bool is_glued = false;   // one group
  bool is_tied = false;    // the last two groups by "-" or ".", the area code by that or brackets

  // "(555) 555-0100", "555-555-0100", "1 555.555.0100": only North America writes so.
  bool IsNanpStrong() const { return IsNanpGrouped() && is_tied; }
  bool IsNanpGrouped() const {
    // "1800 555 0100": the one and the area code in one group.
    const bool is_joined = sizes.size() == 3 && sizes[0] == 4 && digits[0] == '1';
    if (is_joined) return sizes[1] == 3 && sizes[2] == 4;
    const std::size_t first = HasLeadingOne() ? 1 : 0;
    return sizes.size() == first + 3 && sizes[first] == 3 && sizes[first + 1] == 3 &&
           sizes[first + 2] == 4;
  }
  bool HasLeadingOne() const { return sizes.size() > 1 && sizes[0] == 1 && digits[0] == '1'; }
  bool IsNanpLength() const {
    return digits.size() == 10 || (digits.size() == 11 && digits[0] == '1');
  }
  // "020 624 11 11", "01452 912958"
  bool IsTrunkGrouped() const {
    // Postal codes of the United States, and ranges of them.
    const bool is_zip = has_marks && sizes.size() == 2 && sizes[0] == 5 && sizes[1] >= 4;
    return digits.size() >= 9 && digits.size() <= 11 && digits[0] == '0' && digits[1] != '0' &&
           !is_zip && sizes.size() >= 2 && sizes.size() <= 5 && sizes[0] >= 2 && sizes[0] <= 5;
  }
  bool HasLoneDigits() const {  // "1 2 3 4": single digits after the first group
    return std::count(sizes.begin() + (sizes.empty() ? 0 : 1), sizes.end(), 1u) > 0;
  }
};

// Reads an extension right after a number ("ext. 12", "x12", "toestel 12"); its end, or `at`.
std::size_t ExtensionEnd(std::string_view text, std::size_t at) {
  static constexpr std::string_view kWords[] = {
      "extension", "ext",       "ex", "xt",    "x",      "#",     "toestel", "tst",
      "poste",     "durchwahl", "dw", "keuze", "option", "press", "int",     "anexo"};
  std::size_t i = at;
  while (i < text.size() &&
         (text[i] == ' ' || text[i] == ',' || text[i] == ';' || text[i] == '(' || text[i] == '-')) {
    ++i;
  }
  if (i > at + 3) return at;
  const std::string rest = AsciiLower(text.substr(i, 12));
  for (std::string_view word : kWords) {
    if (rest.compare(0, word.size(), word) != 0) continue;
    std::size_t k = i + word.size();
    while (k < text.size() &&
           (text[k] == ' ' || text[k] == '.' || text[k] == ':' || text[k] == '#'))
      ++k;
    std::size_t end = k;
    while (end < text.size() && IsDigit(text[end])) ++end;
    if (end == k || end - k > 6) continue;
    if (end < text.size() && IsLetterByte(text[end])) continue;
    return end;
  }
  return at;
}

char KeypadDigit(char c) { return "22233344455566677778889999"[c - 'A']; }

class Scan {
 public:
  Scan(const PlainText& plain, const ScanContext& context)
      : text_(plain.text), context_(context), facts_(*context.facts) {}

  std::vector<SeenNumber> Run() {
    masked_ = MaskNonPhones(text_);
    for (const DigitRun& run : FindDigitRuns(masked_)) {
      for (std::size_t i = 0; i < run.groups.size();) {
        if (context_.checks->IsSpent()) return std::move(seen_);
        i = std::max(i + 1, ReadAt(run, i));
      }
    }
    Label();
    return std::move(seen_);
  }

 private:
  // One attempt: everything known of the place where a number may begin.
  struct Start {
    std::size_t begin = 0;  // with "+" and "("
    bool has_plus = false;
    bool has_open = false;
    std::string before;
    std::optional<LabelHit> label;
    std::vector<std::string> countries;
    bool is_outer = false;  // the label stands outside the text
    bool IsClose() const { return label && label->is_close; }
  };

  std::size_t LastEnd() const { return seen_.empty() ? 0 : seen_.back().end; }

  // Reads the number that begins at group `i`; the index of the group after it, or `i` when none
  // does.
  std::size_t ReadAt(const DigitRun& run, std::size_t i) {
    if (run.groups[i].begin < LastEnd()) return i;
    std::size_t total = 0;
    for (std::size_t k = i; k < run.groups.size() && total < 7; ++k) total += run.groups[k].size();
    if (total < 3 || !context_.checks->MayLook()) return i;
    if (total < 7 && LettersFollow(run, i)) total = 7;
    std::optional<Start> start = StartAt(run.groups[i].begin, total);
    if (!start) return i;
    if (std::size_t next = ReadVanity(run, i, *start); next > i) return next;

    const std::size_t last = LastGroup(run, i, start->has_plus);
    for (std::size_t j = last; j > i; --j) {
      const Shape shape = ShapeOf(run, i, j, *start);
      if (shape.digits.size() < 7) break;
      if (!EndsWell(run.groups[j - 1].end, shape)) continue;
      std::optional<DialNumber> number = Resolve(shape, *start);
      if (!number) continue;
      Take(*start, run.groups[j - 1].end, shape, std::move(*number));
      return SkipAlternatives(run, j);
    }
    if (std::size_t next = ReadShort(run, i, *start); next > i) return next;
    return ReadAsPrinted(run, i, last, *start);
  }

  // "800-FLOWERS": capitals right after three to seven digits.
  bool LettersFollow(const DigitRun& run, std::size_t i) const {
    std::size_t at = run.groups[std::min(i + 2, run.groups.size() - 1)].end;
    if (at >= text_.size() || (text_[at] != '-' && text_[at] != '.')) return false;
    ++at;
    return at + 2 < text_.size() && IsUpper(text_[at]) && IsUpper(text_[at + 1]) &&
           IsUpper(text_[at + 2]);
  }

  std::optional<Start> StartAt(std::size_t digits_begin, std::size_t total) {
    Start start;
    std::size_t b = digits_begin;
    const std::size_t floor = LastEnd();
    for (int i = 0; i < 4 && b > floor; ++i) {
      const char c = text_[b - 1];
      if (c == '(') {
        start.has_open = true;
      } else if (c == '+') {
        start.has_plus = true;
      } else if (!(c == ' ' && b >= 2 && b - 1 > floor &&
                   (text_[b - 2] == '+' || text_[b - 2] == '('))) {
        break;
      }
      --b;
    }
    start.begin = b;
    const char left = b > floor ? text_[b - 1] : ' ';
    const bool is_glued = IsLetterByte(left);
    if (left == ' ' && b >= 2 && text_[b - 2] == '$' && !start.has_plus) return std::nullopt;
    if (left == '$' || left == '\x01' || left == '%' || left == '_' || left == '*')
      return std::nullopt;
    if (left == '.' && b >= 2 && IsDigit(text_[b - 2]) && !start.has_plus && !start.has_open)
      return std::nullopt;
    const std::size_t window = std::max(floor, b > kWindowBefore ? b - kWindowBefore : 0);
    // A few digits without any word before them are nothing.
    if (total < 7 && window == b && !context_.outer_label) return std::nullopt;
    start.before = FoldAccents(LineBefore(window, b));
    start.label = LabelBefore(facts_, start.before);
    if (!start.label || start.label->is_department) {
      if (std::optional<LabelHit> group = GroupLabel(b)) start.label = group;
    }
    if (!start.label && !HasLetter(start.before) && context_.outer_label) {
      start.label = context_.outer_label();
      start.is_outer = start.label.has_value();
    }
    // "Tel0201234567" is a label, "Axis M3014" is none.
    const bool is_letter = is_glued && (start.before.size() < 2 ||
                                        !IsLetterByte(start.before[start.before.size() - 2]));
    if (is_glued && !start.has_plus && !start.has_open && (is_letter || !start.IsClose()))
      return std::nullopt;
    if (total < 7 && !start.label) return std::nullopt;
    start.countries = context_.countries(start.before, b);
    return start;
  }

  // A line above that holds a label alone ("Fax:") speaks for the lines below it.
  std::optional<LabelHit> GroupLabel(std::size_t at) const {
    std::size_t end = text_.rfind('\n', at == 0 ? 0 : at - 1);
    for (int lines = 0; lines < 6 && end != text_.npos && end > 0; ++lines) {
      const std::size_t above = text_.rfind('\n', end - 1);
      const std::size_t begin = above == text_.npos ? 0 : above + 1;
      const std::string_view line = Trim(std::string_view(text_).substr(begin, end - begin));
      if (line.size() <= 24 && line.size() > 2 && line.back() == ':' && CountDigits(line, 1) == 0) {
        std::optional<LabelHit> hit = LabelBefore(facts_, FoldAccents(line));
        if (!hit || !hit->is_close) return std::nullopt;
        return LabelHit{hit->label, false, false};
      }
      end = above;
    }
    return std::nullopt;
  }

  // The text from `from` to `to` within one line; with the line above when its own holds no word.
  std::string_view LineBefore(std::size_t from, std::size_t to) const {
    const std::string_view window = std::string_view(text_).substr(from, to - from);
    const std::size_t line = window.rfind('\n');
    if (line == window.npos || line == 0) return window;
    if (HasLetter(window.substr(line))) return window.substr(line + 1);
    const std::size_t above = window.rfind('\n', line - 1);
    return above == window.npos ? window : window.substr(above + 1);
  }

  // One past the last group that may belong to a number begun at `i`.
  std::size_t LastGroup(const DigitRun& run, std::size_t i, bool has_plus) const {
    std::size_t digits = run.groups[i].size();
    const std::size_t most = has_plus ? 15 : 16;
    std::size_t k = i + 1;
    for (; k < run.groups.size() && k < i + 9; ++k) {
      const std::string_view gap = std::string_view(text_).substr(
          run.groups[k - 1].end, run.groups[k].begin - run.groups[k - 1].end);
      digits += run.groups[k].size();
      const std::size_t before = digits - run.groups[k].size();
      if (digits > most) break;
      if (gap.find('/') != gap.npos && before > 6) break;
      if (gap.find('(') != gap.npos && before > 6) break;
      if (gap.size() > 1 && gap[0] == '.' && gap[1] == ' ' && before > 6) break;
    }
    return k;
  }

  Shape ShapeOf(const DigitRun& run, std::size_t i, std::size_t j, const Start& start) const {
    Shape shape;
    shape.has_plus = start.has_plus;
    shape.has_parens = start.has_open;
    for (std::size_t k = i; k < j; ++k) {
      const DigitGroup& group = run.groups[k];
      shape.digits.append(text_, group.begin, group.size());
      shape.sizes.push_back(group.size());
      if (k == i) continue;
      for (std::size_t c = run.groups[k - 1].end; c < group.begin; ++c) {
        if (text_[c] == '(' || text_[c] == ')') shape.has_parens = true;
        if (text_[c] == '-' || text_[c] == '.') shape.has_marks = true;
      }
    }
    shape.is_glued = shape.sizes.size() == 1;
    shape.is_tied = j >= i + 3 && IsTied(run.groups[j - 3], run.groups[j - 2], run.groups[j - 1]);
    return shape;
  }

  // "555-555-0100", "(555) 555-0100", "555/555-0100" but not "555/555) 0100".
  bool IsTied(const DigitGroup& area, const DigitGroup& office, const DigitGroup& line) const {
    const std::string_view first =
        std::string_view(text_).substr(area.end, office.begin - area.end);
    const std::string_view second =
        std::string_view(text_).substr(office.end, line.begin - office.end);
    const bool is_opened = area.begin > 0 && text_[area.begin - 1] == '(';
    const bool has_close = first.find(')') != first.npos;
    if (is_opened != has_close || second.find_first_of("()/") != second.npos) return false;
    const bool has_mark = second.find_first_of("-.") != second.npos;
    return has_mark ? first != " " || second == "-" : is_opened;
  }

  // Elements side by side leave no space: a complete number may touch the next word.
  bool EndsWell(std::size_t end, const Shape& shape) const {
    const char right = end < text_.size() ? text_[end] : ' ';
    if (right == '%' || right == '$' || right == '\x01' || right == '_') return false;
    if (IsLetterByte(right)) {
      return shape.IsNanpStrong() || shape.has_plus || ExtensionEnd(text_, end) != end ||
             (IsUpper(right) && shape.sizes.size() > 1);
    }
    if ((right == ',' || right == '.') && end + 1 < text_.size() && IsDigit(text_[end + 1])) {
      std::size_t tail = end + 1;
      while (tail < text_.size() && IsDigit(text_[tail])) ++tail;
      return tail - end > 4;  // ",5": a decimal; ",020…": the next number
    }
    return true;
  }

  bool IsTried(const std::vector<std::string>& countries, std::string_view country) const {
    return std::find(countries.begin(), countries.end(), country) != countries.end();
  }
  bool IsNanp(std::string_view country) const {
    return std::binary_search(facts_.nanp.begin(), facts_.nanp.end(), country);
  }

  // The number in its plan, when a plan knows it and its writing is that of a phone number.
  std::optional<DialNumber> Resolve(const Shape& shape, const Start& start) {
    NumberChecks& checks = *context_.checks;
    if (shape.has_plus) return checks.Check("+" + shape.digits, "");
    if (IsTrapped(shape, start)) return std::nullopt;
    if (shape.digits.size() >= 11 && shape.digits.compare(0, 2, "00") == 0) {
      if (auto number = checks.Check("+" + shape.digits.substr(2), "")) return number;
    }
    const bool is_elsewhere =
        context_.is_country_sure && !start.countries.empty() && !IsNanp(start.countries[0]);
    const bool may_be_nanp =
        shape.IsNanpStrong() || start.countries.empty() || IsNanp(start.countries[0]);
    if (shape.IsNanpLength() && shape.IsNanpGrouped() && may_be_nanp && !is_elsewhere) {
      if (auto number = checks.Check(shape.digits, "US")) return number;
    }
    for (const std::string& country : start.countries) {
      if (!FitsPlan(shape, country, start)) continue;
      if (auto number = checks.Check(shape.digits, country)) return number;
    }
    if (shape.IsNanpLength() && (shape.IsNanpStrong() || (start.label && !is_elsewhere))) {
      if (auto number = checks.Check(shape.digits, "US")) return number;
    }
    // "Tel: 965 2397 0072": the country code without its plus.
    if (start.label && shape.digits.size() >= 10 && shape.digits[0] != '0') {
      auto number = checks.Check("+" + shape.digits, "");
      if (number && (IsTried(start.countries, number->country) ||
                     (start.IsClose() && shape.sizes.size() >= 3 && !number->country.empty() &&
                      shape.digits.size() - shape.sizes[0] == number->national.size()))) {
        return number;
      }
    }
    return std::nullopt;
  }

  // Whether a number written so may be one of that country, before its plan is asked.
  bool FitsPlan(const Shape& shape, std::string_view country, const Start& start) const {
    if (shape.digits.size() > 14) return false;
    const bool has_label = start.label.has_value();
    if (IsNanp(country)) {
      if (!shape.IsNanpLength()) return false;
      if (shape.IsNanpGrouped()) return true;
      const std::size_t first = shape.HasLeadingOne() ? 1 : 0;
      const bool is_two = shape.sizes.size() == first + 2 && shape.sizes[first] == 3;
      if (is_two && (shape.has_parens || shape.has_marks)) return true;
      return has_label;
    }
    if (shape.HasLoneDigits() && !start.IsClose() && !shape.has_parens) return false;
    if (shape.sizes.size() > 6 && !start.IsClose()) return false;
    if (!std::binary_search(facts_.no_trunk_zero.begin(), facts_.no_trunk_zero.end(), country))
      return shape.digits[0] == '0' || has_label || IsService(shape);
    return shape.sizes.size() >= 2 || has_label;
  }

  // "1800 209 4545", "1300 …": service numbers are dialled without the trunk zero.
  static bool IsService(const Shape& shape) {
    return shape.sizes.size() >= 2 && shape.sizes[0] == 4 && shape.digits[0] == '1' &&
           (shape.digits.compare(1, 3, "800") == 0 || shape.digits.compare(1, 3, "300") == 0 ||
            shape.digits.compare(1, 3, "860") == 0);
  }

  bool IsTrapped(const Shape& shape, const Start& start) {
    if (start.IsClose() || shape.IsNanpStrong()) return false;
    return TrapBefore(facts_, start.before);
  }

  std::string After(std::size_t end) const {
    return FoldAccents(std::string_view(text_).substr(end, kWindowAfter));
  }

  void Take(const Start& start, std::size_t end, const Shape& shape, DialNumber number) {
    if (!start.IsClose() && !shape.has_plus && !shape.IsNanpStrong() &&
        UnitAfter(facts_, After(end)))
      return;
    SeenNumber seen;
    seen.value = std::move(number.e164);
    seen.country = std::move(number.country);
    seen.national = std::move(number.national);
    seen.tariff = number.tariff;
    seen.is_valid = true;
    const bool is_plain = shape.is_glued && !shape.has_plus;
    seen.confidence = start.label ? Confidence::kSure
                      : is_plain  ? Confidence::kWeak
                                  : Confidence::kLikely;
    Push(start, end, std::move(seen));
  }

  void Push(const Start& start, std::size_t end, SeenNumber seen) {
    seen.begin = start.begin;
    if (end < text_.size() && text_[end] == ')' && start.has_open &&
        text_.find('(', start.begin) < end &&
        std::string_view(text_).substr(start.begin, end - start.begin).find(')') ==
            std::string_view::npos) {
      ++end;
    }
    seen.end = ExtensionEnd(text_, end);
    seen.before = start.before;
    if (start.label) seen.label = start.label->label;
    is_labelled_before_.push_back(start.label.has_value());
    seen_.push_back(std::move(seen));
  }

  // "020-6241111/12": the digits after a slash that only replace the last ones.
  std::size_t SkipAlternatives(const DigitRun& run, std::size_t next) {
    while (next < run.groups.size()) {
      const std::size_t from = run.groups[next - 1].end;
      const std::string_view gap =
          std::string_view(text_).substr(from, run.groups[next].begin - from);
      const bool is_tied = gap.find('/') != gap.npos || gap == "-";
      if (!is_tied || run.groups[next].size() > 4 || run.groups[next].size() < 1) break;
      const bool begins_number = next + 1 < run.groups.size() &&
                                 text_[run.groups[next].end] != '/' && run.groups[next].size() == 3;
      if (begins_number) break;
      ++next;
    }
    return next;
  }

  // "14 020", "116 117", "112": only beside a word that says so.
  std::size_t ReadShort(const DigitRun& run, std::size_t i, const Start& start) {
    if (!start.label || start.is_outer || start.has_plus) return i;
    const PhoneLabel label = start.label->label;
    if (label == PhoneLabel::kFax || label == PhoneLabel::kMobile) return i;
    std::string digits;
    for (std::size_t j = i; j < run.groups.size() && j < i + 2; ++j) {
      digits.append(text_, run.groups[j].begin, run.groups[j].size());
    }
    for (std::size_t j = std::min(i + 2, run.groups.size()); j > i; --j) {
      if (j == i + 1) digits.assign(text_, run.groups[i].begin, run.groups[i].size());
      if (digits.size() < 3 || digits.size() > 6) continue;
      // More digits follow: this is a piece of something longer.
      if (j < run.groups.size() && run.groups[j].begin - run.groups[j - 1].end == 1) continue;
      const std::size_t end = run.groups[j - 1].end;
      if (!EndsWell(end, Shape()) || UnitAfter(facts_, After(end)) ||
          TrapBefore(facts_, start.before))
        continue;
      const bool is_sms =
          label == PhoneLabel::kSms && !start.countries.empty() && j == i + 1 && digits.size() >= 4;
      const ShortNumber* known = nullptr;
      for (const std::string& country : start.countries) {
        if ((known = facts_.FindShort(country, digits)) != nullptr) break;
      }
      if (known == nullptr && !is_sms) continue;
      const bool is_fourteen =
          known != nullptr && known->country == "NL" && digits.compare(0, 2, "14") == 0;
      if (!start.IsClose() && !is_sms && !is_fourteen) continue;
      SeenNumber seen;
      seen.value = digits;
      seen.is_valid = true;
      seen.confidence = Confidence::kLikely;
      if (known != nullptr) {
        seen.country = known->country.empty() ? start.countries.empty() ? "" : start.countries[0]
                                              : known->country;
        seen.tariff = known->tariff;
        seen.purpose = known->purpose;
      }
      Push(start, end, std::move(seen));
      return j;
    }
    return i;
  }

  // A number that no plan knows, or whose country is unknown: digits as printed.
  std::size_t ReadAsPrinted(const DigitRun& run, std::size_t i, std::size_t last,
                            const Start& start) {
    for (std::size_t j = last; j > i; --j) {
      const Shape shape = ShapeOf(run, i, j, start);
      const std::size_t count = shape.digits.size();
      if (count < 6) break;
      if (count > 14 || !EndsWell(run.groups[j - 1].end, shape)) continue;
      const bool is_close = start.IsClose();
      const bool is_local = count == 7 && shape.sizes == std::vector<std::size_t>{3, 4};
      const bool may_be_nanp =
          !context_.is_country_sure || (!start.countries.empty() && IsNanp(start.countries[0]));
      const bool is_strong = shape.IsNanpStrong() && may_be_nanp;
      const bool is_trunk = shape.IsTrunkGrouped() && !context_.is_country_sure;
      const bool is_named = start.label && (is_local || (count >= 8 && shape.sizes.size() >= 2));
      const bool is_plus = shape.has_plus && count >= 9;
      if (!is_close && !is_strong && !is_trunk && !is_named && !is_plus) continue;
      if (!is_close && !is_strong && TrapBefore(facts_, start.before)) return i;
      if (!is_close && !is_strong && UnitAfter(facts_, After(run.groups[j - 1].end))) return i;
      SeenNumber seen;
      seen.value = shape.digits;
      seen.confidence =
          is_close && (is_strong || is_trunk || is_local) ? Confidence::kLikely : Confidence::kWeak;
      Push(start, run.groups[j - 1].end, std::move(seen));
      return SkipAlternatives(run, j);
    }
    return i;
  }

  // "1-800-FLOWERS", "0800-BLOEMEN": letters stand for the digits of a telephone's keys.
  std::size_t ReadVanity(const DigitRun& run, std::size_t i, const Start& start) {
    const std::size_t first = run.groups[i].begin;
    std::size_t at = first;
    std::string digits, tail;
    std::size_t letters = 0, end = first;
    bool is_tied = false;  // a mark parts digits and letters, not a space
    while (at < text_.size() && digits.size() < 12) {
      const char c = text_[at];
      if (IsDigit(c) && letters == 0) {
        digits += c;
        end = ++at;
      } else if (IsUpper(c) || IsDigit(c)) {
        // The word up to its end: all capitals and digits, or none of it.
        std::size_t word_end = at;
        while (word_end < text_.size() && (IsUpper(text_[word_end]) || IsDigit(text_[word_end])))
          ++word_end;
        if (word_end < text_.size() && IsLetterByte(text_[word_end])) break;
        if (word_end - at < 2) break;
        if (letters == 0) is_tied = text_[at - 1] == '-' || text_[at - 1] == '.';
        for (; at < word_end; ++at) {
          tail += IsUpper(text_[at]) ? KeypadDigit(text_[at]) : text_[at];
          letters += IsUpper(text_[at]) ? 1 : 0;
        }
        end = at;
        if (tail.size() >= 7) break;
      } else if ((c == '-' || c == '.' || c == ' ' || c == ')' || c == '(') && at - end < 2) {
        if (letters > 0 && c != '-' && digits.size() + tail.size() >= 10) break;
        ++at;
      } else {
        break;
      }
    }
    if (letters < 3 || !(start.label || is_tied)) return i;
    const std::string national = !digits.empty() && digits[0] == '1' ? digits.substr(1) : digits;
    std::optional<DialNumber> number;
    const bool is_free = national.size() >= 3 && national[0] == '8' && national[1] == national[2];
    if (national.size() >= 3 && national[0] != '0' && national.size() + tail.size() >= 10 &&
        national.size() + tail.size() <= 13 && (is_free || national.size() + tail.size() == 10) &&
        national.size() <= 7) {
      number = context_.checks->Check((national + tail).substr(0, 10), "US");
    } else if (digits.size() == 4 && digits[0] == '0' && tail.size() >= 4 && tail.size() <= 7 &&
               !start.countries.empty()) {
      number = context_.checks->Check(digits + tail, start.countries[0]);
    }
    if (!number) return i;
    // "1-800-FLOWERS (356-9377)": the same again in digits.
    std::size_t open = end;
    while (open < text_.size() && (text_[open] == ' ' || text_[open] == '\n')) ++open;
    if (open < text_.size() && text_[open] == '(') {
      const std::size_t close = text_.find(')', open);
      if (close != text_.npos && close - open <= 14 &&
          CountDigits(text_.substr(open, close - open), 12) >= 4) {
        end = close + 1;
      }
    }
    Shape shape;
    shape.has_marks = true;
    Take(start, end, shape, std::move(*number));
    std::size_t next = i + 1;
    while (next < run.groups.size() && run.groups[next].begin < end) ++next;
    return next;
  }

  // Sets `after` of all, and the labels that stand behind their numbers.
  void Label() {
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      const std::size_t limit = i + 1 < seen_.size() ? seen_[i + 1].begin : text_.size();
      seen_[i].after = FoldAccents(std::string_view(text_).substr(
          seen_[i].end, std::min(limit - std::min(limit, seen_[i].end), kWindowAfter)));
    }
    if (seen_.empty()) return;
    // "555-0100 phone, 555-0101 fax": labels follow when nothing precedes the first number and
    // something follows the last.
    const bool labels_follow =
        !is_labelled_before_[0] && LabelAfter(facts_, seen_.back().after).has_value();
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      const std::optional<PhoneLabel> after = LabelAfter(facts_, seen_[i].after);
      if (!after) continue;
      const std::size_t open = seen_[i].after.find_first_not_of(' ');
      const bool is_bracketed = open != std::string::npos && seen_[i].after[open] == '(';
      if (labels_follow || is_bracketed || (i + 1 == seen_.size() && !seen_[i].label)) {
        if (!is_bracketed || *after != PhoneLabel::kFree) seen_[i].label = after;
        if (seen_[i].is_valid) seen_[i].confidence = Confidence::kSure;
      }
    }
  }

  const std::string& text_;
  const ScanContext& context_;
  const PhoneFacts& facts_;
  std::string masked_;
  std::vector<SeenNumber> seen_;
  std::vector<bool> is_labelled_before_;
};

}  // namespace

std::optional<DialNumber> NumberChecks::Check(const std::string& digits,
                                              const std::string& country) {
  auto [it, is_new] = known_.try_emplace({digits, country});
  if (is_new && left_ > 0) {
    --left_;
    it->second = ParseDialNumber(digits, country);
  }
  return it->second;
}

std::vector<SeenNumber> ScanNumbers(const PlainText& plain, const ScanContext& context) {
  return Scan(plain, context).Run();
}

}  // namespace klikpad
