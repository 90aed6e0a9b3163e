// Reads runs of digit groups from the left, the longest number first.

#include "find/phone/scan.h"

#include <algorithm>

#include "base/text.h"
#include "find/phone/mask.h"
#include "find/phone/prefilter.h"
#include "find/phone/shape.h"
#include "find/phone/start.h"
#include "find/phone/vanity.h"

namespace klikpad {
namespace {

constexpr std::size_t kWindowAfter = 60;
constexpr std::string_view kExample = "1234567890";  // in no plan; shows how numbers are written

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

class Scan {
 public:
  Scan(const PlainText& plain, const ScanContext& context)
      : text_(plain.text), context_(context), facts_(*context.facts) {}

  std::vector<SeenNumber> Run() {
    masked_ = MaskNonPhones(text_);
    for (const DigitRun& run : FindDigitRuns(masked_)) {
      for (std::size_t i = 0; i < run.groups.size();) {
        if (context_.checks->IsSpent()) break;
        i = std::max(i + 1, ReadAt(run, i));
      }
    }
    Label();
    return std::move(seen_);
  }

 private:
  std::size_t LastEnd() const { return seen_.empty() ? 0 : seen_.back().end; }

  // Reads the number that begins at group `i`; the index of the group after it, or `i` when none
  // does.
  std::size_t ReadAt(const DigitRun& run, std::size_t i) {
    if (run.groups[i].begin < LastEnd()) return i;
    std::size_t total = 0;
    for (std::size_t k = i; k < run.groups.size() && total < 7; ++k) total += run.groups[k].size();
    if (total < 3) return i;
    if (total < 7 && LettersFollow(run, i)) total = 7;
    if (total < 6 && !CapitalsFollow(text_, run.groups[i].end) && !MayBeShort(run, i)) return i;
    if (IsRelayPrefix(run, i) || IsBelgianEnterprise(run, i)) return i;
    if (!context_.checks->MayLook()) return i;
    std::optional<NumberStart> start =
        StartAt(text_, LastEnd(), run.groups[i].begin, total, context_);
    if (!start) return i;
    if (std::size_t next = ReadLetters(run, i, *start); next > i) return next;

    const std::size_t last = LastGroup(text_, run, i, start->has_plus);
    for (std::size_t j = last; j > i; --j) {
      const NumberShape shape = ShapeOf(text_, run, i, j, start->has_plus, start->has_open);
      if (shape.digits.size() < 7) break;
      if (!EndsWell(text_, run.groups[j - 1].end, shape)) continue;
      std::optional<DialNumber> number = ResolveNumber(facts_, *context_.checks, shape, *start);
      if (!number) continue;
      Take(*start, run.groups[j - 1].end, shape, std::move(*number));
      return SkipAlternatives(text_, run, j);
    }
    if (std::size_t next = ReadShort(run, i, *start); next > i) return next;
    return ReadAsPrinted(run, i, last, *start);
  }

  // "18001 0345 123 4001": the prefixes of Relay UK for calls by text (Ofcom, General Condition
  // C5).
  bool IsRelayPrefix(const DigitRun& run, std::size_t i) const {
    if (i + 1 >= run.groups.size() || text_[run.groups[i + 1].begin] != '0') return false;
    const std::string_view group =
        std::string_view(text_).substr(run.groups[i].begin, run.groups[i].size());
    return group == "18001" || group == "18002";
  }

  // One or two groups that are a short number somewhere, or a text that speaks of SMS, whose
  // numbers no list holds: years and amounts are passed over before any word is weighed.
  bool MayBeShort(const DigitRun& run, std::size_t i) {
    if (!says_sms_) says_sms_ = SaysSms(text_);
    if (*says_sms_) return true;
    std::string digits;
    for (std::size_t j = i; j < run.groups.size() && j < i + 2; ++j) {
      digits.append(text_, run.groups[j].begin, run.groups[j].size());
      const bool is_known = std::any_of(facts_.short_numbers.begin(), facts_.short_numbers.end(),
                                        [&](const ShortNumber& n) { return n.Matches(digits); });
      if (is_known) return true;
    }
    return false;
  }

  // "800-FLOWERS": capitals right after three to seven digits.
  // "BE 0123.456.789": the number of a firm in the Belgian register (Wetboek van economisch recht,
  // art. III.17), which as a Dutch number would be one of Amsterdam.
  bool IsBelgianEnterprise(const DigitRun& run, std::size_t i) const {
    if (i + 2 >= run.groups.size()) return false;
    const auto size = [&](std::size_t k) { return run.groups[k].size(); };
    const std::size_t begin = run.groups[i].begin;
    const bool is_shaped = size(i) == 4 && size(i + 1) == 3 && size(i + 2) == 3 &&
                           (text_[begin] == '0' || text_[begin] == '1');
    const std::string_view before = Trim(std::string_view(text_).substr(0, begin));
    const bool is_word = before.size() < 3 || !IsWordByte(before[before.size() - 3]);
    return is_shaped && before.ends_with("BE") && is_word;
  }

  bool LettersFollow(const DigitRun& run, std::size_t i) const {
    std::size_t at = run.groups[std::min(i + 2, run.groups.size() - 1)].end;
    if (at >= text_.size() || (text_[at] != '-' && text_[at] != '.')) return false;
    ++at;
    return at + 2 < text_.size() && IsUpper(text_[at]) && IsUpper(text_[at + 1]) &&
           IsUpper(text_[at + 2]);
  }

  std::string After(std::size_t end) const {
    return FoldAccents(std::string_view(text_).substr(end, kWindowAfter));
  }

  void Take(const NumberStart& start, std::size_t end, const NumberShape& shape,
            DialNumber number) {
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

  // "Fax: 020 555 01 42 / 020 555 01 43": one label for both.
  void TakeLabelOfPrevious(std::size_t begin, SeenNumber& seen) const {
    if (seen_.empty() || !is_labelled_before_.back() || seen_.back().end > begin) return;
    const std::string_view between =
        std::string_view(text_).substr(seen_.back().end, begin - seen_.back().end);
    if (!IsJoin(FoldAccents(between))) return;
    seen.label = seen_.back().label;
    seen.also = seen_.back().also;
    if (seen.is_valid) seen.confidence = Confidence::kSure;
  }

  void Push(const NumberStart& start, std::size_t end, SeenNumber seen) {
    seen.begin = start.begin;
    if (end < text_.size() && text_[end] == ')' && start.has_open &&
        text_.find('(', start.begin) < end &&
        std::string_view(text_).substr(start.begin, end - start.begin).find(')') ==
            std::string_view::npos) {
      ++end;
    }
    seen.end = ExtensionEnd(text_, end);
    seen.before = start.before;
    if (!start.label || start.is_outer) TakeLabelOfPrevious(start.begin, seen);
    if (start.label && !seen.label) {
      seen.label = start.label->label;
      seen.also = start.label->also;
    }
    is_labelled_before_.push_back(seen.label.has_value());
    seen_.push_back(std::move(seen));
  }

  // "14 020", "116 117", "112": only beside a word that says so, or alone below one.
  std::size_t ReadShort(const DigitRun& run, std::size_t i, const NumberStart& start) {
    if (!start.label || start.has_plus) return i;
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
      if (!EndsWell(text_, end, NumberShape()) || UnitAfter(facts_, After(end)) ||
          TrapBefore(facts_, start.before))
        continue;
      const bool is_alone = start.is_outer && label == PhoneLabel::kVoice &&
                            Trim(text_.substr(0, start.begin)).empty() &&
                            Trim(text_.substr(end)).empty();
      if (start.is_outer && !is_alone) continue;
      const bool is_sms =
          label == PhoneLabel::kSms && !start.countries.empty() && j == i + 1 && digits.size() >= 4;
      const ShortNumber* known = nullptr;
      for (const std::string& country : start.countries) {
        if ((known = facts_.FindShort(country, digits)) != nullptr) break;
      }
      if (known == nullptr && !is_sms) continue;
      const bool is_fourteen =
          known != nullptr && known->country == "NL" && digits.compare(0, 2, "14") == 0;
      if (!start.IsClose() && !is_sms && !is_fourteen && !is_alone) continue;
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
                            const NumberStart& start) {
    for (std::size_t j = last; j > i; --j) {
      const NumberShape shape = ShapeOf(text_, run, i, j, start.has_plus, start.has_open);
      const std::size_t count = shape.digits.size();
      if (count < 6) break;
      if (count > 14 || !EndsWell(text_, run.groups[j - 1].end, shape)) continue;
      const bool is_close = start.IsClose();
      const bool is_local = count == 7 && shape.sizes == std::vector<std::size_t>{3, 4};
      const bool may_be_nanp = !context_.is_country_sure ||
                               (!start.countries.empty() && IsNanp(facts_, start.countries[0]));
      const bool is_strong = shape.IsNanpStrong() && may_be_nanp;
      const bool is_trunk = shape.IsTrunkGrouped() && !context_.is_country_sure;
      const bool is_named = start.label && (is_local || (count >= 8 && shape.sizes.size() >= 2));
      const bool is_plus = shape.has_plus && count >= 9;
      if (!is_close && !is_strong && !is_trunk && !is_named && !is_plus) continue;
      if (shape.digits == kExample) return j;
      if (is_strong && !is_close && SureTrapBefore(facts_, start.before)) return j;
      if (!is_close && !is_strong && TrapBefore(facts_, start.before)) return i;
      if (!is_close && !is_strong && UnitAfter(facts_, After(run.groups[j - 1].end))) return i;
      SeenNumber seen;
      seen.value = shape.digits;
      seen.confidence =
          is_close && (is_strong || is_trunk || is_local) ? Confidence::kLikely : Confidence::kWeak;
      Push(start, run.groups[j - 1].end, std::move(seen));
      return SkipAlternatives(text_, run, j);
    }
    return i;
  }

  // A number with letters; the index of the group after it, or `i`.
  std::size_t ReadLetters(const DigitRun& run, std::size_t i, const NumberStart& start) {
    const std::optional<VanityNumber> vanity = ReadVanity(text_, run.groups[i].begin);
    if (!vanity || !(start.label || vanity->is_tied)) return i;
    if (!vanity->is_nanp && start.countries.empty()) return i;
    std::optional<DialNumber> number =
        context_.checks->Check(vanity->digits, vanity->is_nanp ? "US" : start.countries[0]);
    if (!number) return i;
    Take(start, vanity->end, NumberShape(), std::move(*number));
    std::size_t next = i + 1;
    while (next < run.groups.size() && run.groups[next].begin < vanity->end) ++next;
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
        const bool is_text = *after == PhoneLabel::kWhatsapp || *after == PhoneLabel::kSms;
        if (is_text && seen_[i].label && *seen_[i].label != *after) {
          seen_[i].also = after;  // "Bel 06 12345678 (WhatsApp kan ook)"
        } else if (!is_bracketed || *after != PhoneLabel::kFree) {
          seen_[i].label = after;
        }
        if (seen_[i].is_valid) seen_[i].confidence = Confidence::kSure;
      }
    }
  }

  const std::string& text_;
  const ScanContext& context_;
  const PhoneFacts& facts_;
  std::string masked_;
  std::optional<bool> says_sms_;
  std::vector<SeenNumber> seen_;
  std::vector<bool> is_labelled_before_;
};

}  // namespace

std::vector<SeenNumber> ScanNumbers(const PlainText& plain, const ScanContext& context) {
  return Scan(plain, context).Run();
}

}  // namespace klikpad
