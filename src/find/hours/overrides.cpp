// Lets rules of opening hours bear on each other.

#include "find/hours/overrides.h"

#include <algorithm>
#include <cstdlib>

namespace klikpad {
namespace {

bool Overlaps(const HoursRule& a, const HoursRule& b) {
  for (const HoursSpan& x : a.spans) {
    for (const HoursSpan& y : b.spans) {
      if (x.opens < y.closes && y.opens < x.closes) return true;
    }
  }
  return false;
}

bool IsSame(const HoursRule& a, const HoursRule& b) {
  return a.is_closed == b.is_closed && a.spans.size() == b.spans.size() &&
         std::equal(a.spans.begin(), a.spans.end(), b.spans.begin(),
                    [](const HoursSpan& x, const HoursSpan& y) {
                      return x.opens == y.opens && x.closes == y.closes;
                    });
}

// "tot vier uur" on a clock of twelve hours: the four behind the start that is nearest to the usual
// end.
int ClosesLike(const HoursSpan& base, int closes) {
  if (closes > base.opens) return closes;
  const int first = closes + 12 * 60, second = closes + 24 * 60;
  if (closes >= 12 * 60 || first <= base.opens) return second;
  return std::abs(first - base.closes) <= std::abs(second - base.closes) ? first : second;
}

// True when `days` begin on the day after `before` ends: "ma-do", "vr".
bool IsNextDay(DayMask before, DayMask days) {
  if (before == 0 || days == 0 || (before & days) != 0) return false;
  const int last = 31 - __builtin_clz(static_cast<unsigned>(before));
  return __builtin_ctz(static_cast<unsigned>(days)) == last + 1;
}

}  // namespace

void FillStarts(std::vector<HoursRule>& rules) {
  for (std::size_t i = 1; i < rules.size(); ++i) {
    for (HoursSpan& span : rules[i].spans) {
      if (span.opens >= 0 || rules[i].days == 0) continue;
      for (std::size_t j = 0; j < i; ++j) {
        // "ma-do 9-17, vr tot 16": the days right before, where the day itself was not told.
        const bool is_before = j + 1 == i && rules[j].spans.size() == 1 &&
                               rules[i].spans.size() == 1 &&
                               IsNextDay(rules[j].days, rules[i].days);
        const bool is_base =
            rules[j].days == 0 || (rules[j].days & rules[i].days) == rules[i].days || is_before;
        if (!is_base || rules[j].spans.empty() || rules[j].spans.front().opens < 0) continue;
        const HoursSpan& base = rules[j].spans.front();
        const int closes = span.is_half_day_open ? ClosesLike(base, span.closes) : span.closes;
        if (base.opens >= closes) continue;
        span.opens = base.opens;
        span.closes = closes;
        break;
      }
    }
  }
}

void Override(ParsedHours& parsed) {
  std::vector<HoursRule>& rules = parsed.rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    for (std::size_t j = i + 1; j < rules.size(); ++j) {
      const DayMask shared = rules[i].days & rules[j].days;
      if (shared == 0 || IsSame(rules[i], rules[j])) continue;
      if (shared == rules[j].days && shared != rules[i].days &&
          (rules[j].is_closed || Overlaps(rules[i], rules[j]))) {
        rules[i].days &= ~shared;
      } else if (Overlaps(rules[i], rules[j])) {
        parsed.is_contradictory = true;
      }
    }
  }
}

}  // namespace klikpad
