// Items of opening hours → rules: pairs days with times as readers do.

#include <fmt/format.h>

#include <algorithm>

#include "find/hours/overrides.h"
#include "find/hours/parse.h"

namespace klikpad {
namespace {

constexpr int kMaxGapWords = 6;

bool IsTimes(const HoursItem& item) {
  return item.kind == HoursItemKind::kSpan || item.kind == HoursItemKind::kClosed ||
         item.kind == HoursItemKind::kAllDay;
}

class RuleReader {
 public:
  explicit RuleReader(const std::vector<HoursItem>& items) : items_(items) {}

  ParsedHours Run() {
    FindOrder();
    for (; at_ < items_.size(); ++at_) ReadItem(items_[at_]);
    DropPending();
    if (parsed_.rules.empty() && parsed_.closed_dates.empty()) {
      parsed_.instead = instead_;
      if (instead_.empty() && parsed_.by_appointment) parsed_.instead = "by appointment";
    }
    return std::move(parsed_);
  }

 private:
  // "8:30-17:00, Monday to Friday": the text begins with times and ends with days.
  void FindOrder() {
    const HoursItem* first = nullptr;
    const HoursItem* last = nullptr;
    for (const HoursItem& item : items_) {
      if (!IsTimes(item) && item.kind != HoursItemKind::kDays) continue;
      if (!first) first = &item;
      last = &item;
    }
    is_times_first_ = first && first->kind != HoursItemKind::kDays &&
                      first->kind != HoursItemKind::kClosed && last->kind == HoursItemKind::kDays;
  }

  void ReadItem(const HoursItem& item) {
    switch (item.kind) {
      case HoursItemKind::kDays:
        ReadDays(item);
        return;
      case HoursItemKind::kSpan:
        if (!ReadClosedBehind(item)) ReadTimes(item);
        return;
      case HoursItemKind::kClosed:
      case HoursItemKind::kAllDay:
        ReadTimes(item);
        return;
      case HoursItemKind::kAlways:
        ReadAlways(item);
        return;
      case HoursItemKind::kExceptDays: {
        // "every day except Sunday, 9 to 5": the days that still wait for their times.
        for (HoursItem& days : pending_) days.days &= ~item.days;
        HoursRule& rule = NewRule(item);
        rule.days = item.days;
        rule.is_closed = true;
        return;
      }
      case HoursItemKind::kClosedDate:
        ReadClosedDate(item);
        return;
      case HoursItemKind::kBreak:
        ReadBreak();
        return;
      case HoursItemKind::kAppointment:
        parsed_.by_appointment = true;
        return;
      case HoursItemKind::kVague:
        instead_ = "unknown";
        return;
      case HoursItemKind::kAnswerTime:
        instead_ = "answer time";
        return;
      case HoursItemKind::kDelivery:
        instead_ = "delivery";
        return;
      case HoursItemKind::kToday:
        ReadToday();
        return;
    }
  }

  HoursRule& NewRule(const HoursItem& item) {
    HoursRule rule;
    rule.begin = item.begin;
    rule.end = item.end;
    parsed_.rules.push_back(rule);
    return parsed_.rules.back();
  }

  void ReadClosedDate(const HoursItem& item) {
    static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const char* month = kMonths[(item.month + 11) % 12];
    parsed_.closed_dates.push_back(item.last_day > item.day
                                       ? fmt::format("{} {}-{}", month, item.day, item.last_day)
                                       : fmt::format("{} {}", month, item.day));
  }

  // "Lunchpauze: 12.00-13.00": closed within the hours before.
  void ReadBreak() {
    const std::size_t next = at_ + 1;
    if (next >= items_.size() || items_[next].kind != HoursItemKind::kSpan) return;
    const HoursItem& pause = items_[next];
    if (pause.words > 3 || pause.ends > 0 || pause.opens < 0 || pause.closes < 0) return;
    at_ = next;
    if (!parsed_.rules.empty()) TakeAway(pause, parsed_.rules.back());
  }

  static bool IsWithin(const HoursItem& pause, const HoursSpan& span) {
    return pause.opens > span.opens && pause.closes < span.closes;
  }

  static void TakeAway(const HoursItem& pause, HoursRule& rule) {
    std::vector<HoursSpan> spans;
    for (const HoursSpan& span : rule.spans) {
      if (!IsWithin(pause, span)) {
        spans.push_back(span);
        continue;
      }
      spans.push_back({span.opens, pause.opens, span.begin});
      spans.push_back({pause.closes, span.closes, span.begin});
    }
    rule.spans = spans;
    rule.end = std::max(rule.end, pause.end);
  }

  // "tussen 12.30 en 13.00 uur zijn wij gesloten" behind hours around it.
  bool ReadClosedBehind(const HoursItem& pause) {
    const auto is_near = [&](std::size_t i) {
      return i < items_.size() && items_[i].words <= 3 && items_[i].lines == 0 &&
             items_[i].ends == 0;
    };
    const bool is_closed = is_near(at_ + 1) && items_[at_ + 1].kind == HoursItemKind::kClosed;
    const bool is_of_days = is_near(at_ + 2) && items_[at_ + 2].kind == HoursItemKind::kDays;
    if (!is_closed || is_of_days || pause.opens < 0 || pause.closes < 0) return false;
    DayMask days = 0;
    for (const HoursItem& item : pending_) days |= item.days;
    bool is_break = false;
    for (auto rule = parsed_.rules.rbegin(); rule != parsed_.rules.rend(); ++rule) {
      const bool is_meant = days == 0 || (rule->days & ~days) == 0;
      const bool is_around = std::any_of(rule->spans.begin(), rule->spans.end(),
                                         [&](const auto& span) { return IsWithin(pause, span); });
      if (is_meant && is_around) TakeAway(pause, *rule);
      is_break = is_break || (is_meant && is_around);
      if (days == 0) break;
    }
    if (!is_break) return false;
    pending_.clear();
    ++at_;
    return true;
  }

  // "gesloten van 12 tot 13 uur" behind hours around it; "closed daily 12-1" speaks of all of them.
  bool ReadClosedBetween() {
    std::size_t next = at_ + 1;
    const auto is_near = [&](std::size_t i) {
      return i < items_.size() && items_[i].words <= 2 && items_[i].lines == 0 &&
             items_[i].ends == 0;
    };
    const bool is_daily =
        is_near(next) && items_[next].kind == HoursItemKind::kDays && items_[next].days == kAllDays;
    if (is_daily) ++next;
    if (!is_near(next) || items_[next].kind != HoursItemKind::kSpan) return false;
    const HoursItem& pause = items_[next];
    if (pause.opens < 0 || pause.closes < 0) return false;
    bool is_break = false;
    for (auto rule = parsed_.rules.rbegin(); rule != parsed_.rules.rend(); ++rule) {
      const bool is_around = std::any_of(rule->spans.begin(), rule->spans.end(),
                                         [&](const auto& span) { return IsWithin(pause, span); });
      if (is_around) TakeAway(pause, *rule);
      is_break = is_break || is_around;
      if (!is_daily) break;
    }
    if (is_break) at_ = next;
    return is_break;
  }

  // What is said of today is no rule.
  void ReadToday() {
    instead_ = "today only";
    const std::size_t next = at_ + 1;
    if (next < items_.size() && IsTimes(items_[next]) && items_[next].words <= 2 &&
        items_[next].ends == 0) {
      at_ = next;
    }
  }

  // Days without times: "in het weekend" after hours of other days.
  void DropPending() {
    const bool follows_hours = !parsed_.rules.empty() && !pending_.empty() &&
                               pending_.front().words <= 2 && pending_.front().lines == 0 &&
                               pending_.front().ends == 0;
    if (follows_hours && pending_.front().is_group) {
      const HoursItem days = pending_.front();
      NewRule(days).days = days.days;
    }
    pending_.clear();
  }

  void ReadDays(const HoursItem& item) {
    const bool is_near = item.words <= kMaxGapWords && item.ends == 0;
    if (is_times_first_ && pending_.empty() && !parsed_.rules.empty() &&
        parsed_.rules.back().days == 0 && !parsed_.rules.back().is_closed && is_near) {
      HoursRule& rule = parsed_.rules.back();
      rule.days = item.days;
      rule.end = item.end;
      return;
    }
    if (!pending_.empty()) {
      const bool is_beside = item.words <= 1 && item.ends == 0;
      // "op werkdagen van maandag t/m vrijdag", "7 days: Sun-Thurs": the group is only an opening.
      if (is_beside && pending_.back().is_group && !item.is_group && item.lines == 0) {
        pending_.pop_back();
      } else if (!is_beside) {
        DropPending();
      }
    }
    pending_.push_back(item);
  }

  // The times that follow at once, for the days that wait: an equal number of both, in columns or
  // lines, are pairs.
  bool ReadColumns() {
    const std::size_t count = pending_.size();
    if (count < 2) return false;
    std::size_t run = 0;
    int lines = 0;
    while (at_ + run < items_.size() && IsTimes(items_[at_ + run]) && run <= count) {
      const HoursItem& time = items_[at_ + run];
      if (run > 0 && (time.words > 2 || time.ends > 0)) break;
      lines += run > 0 ? time.lines : 0;
      ++run;
    }
    bool is_in_lines = lines > 0;
    for (std::size_t i = 1; i < count; ++i) is_in_lines = is_in_lines || pending_[i].lines > 0;
    if (run != count || (count == 2 && !is_in_lines)) return false;
    for (std::size_t i = 0; i < count; ++i) {
      HoursRule& rule = NewRule(pending_[i]);
      rule.days = pending_[i].days;
      AddTimes(rule, items_[at_ + i]);
    }
    pending_.clear();
    at_ += count - 1;
    return true;
  }

  static void AddTimes(HoursRule& rule, const HoursItem& item) {
    rule.end = std::max(rule.end, item.end);
    if (item.kind == HoursItemKind::kClosed) {
      rule.is_closed = true;
    } else if (item.kind == HoursItemKind::kAllDay) {
      rule.spans.push_back({0, 24 * 60, item.begin});
      rule.is_certain = true;
    } else {
      rule.spans.push_back({item.opens, item.closes, item.begin, item.is_half_day_open});
      rule.is_certain = rule.is_certain || item.is_certain;
    }
  }

  void ReadTimes(const HoursItem& item) {
    const bool is_near = item.words <= kMaxGapWords && item.ends == 0;
    if (!pending_.empty() && is_near) {
      if (ReadColumns()) return;
      HoursRule& rule = NewRule(pending_.front());
      for (const HoursItem& days : pending_) rule.days |= days.days;
      pending_.clear();
      AddTimes(rule, item);
      return;
    }
    DropPending();
    if (item.kind == HoursItemKind::kClosed) {
      ReadClosedFirst(item);
      return;
    }
    const bool is_complete =
        is_times_first_ && !parsed_.rules.empty() && parsed_.rules.back().days != 0;
    const bool continues = !parsed_.rules.empty() && !is_complete &&
                           !parsed_.rules.back().is_closed && !parsed_.rules.back().spans.empty() &&
                           item.words <= 1 && item.ends == 0 && item.lines <= 1 &&
                           item.opens >= 0 && item.closes >= 0 &&
                           parsed_.rules.back().end <= item.begin;
    if (continues) {
      AddTimes(parsed_.rules.back(), item);
      return;
    }
    AddTimes(NewRule(item), item);
  }

  // "closed on Sunday", "fermé le dimanche"; alone it closes nothing in particular.
  void ReadClosedFirst(const HoursItem& item) {
    if (ReadClosedBetween()) return;
    const std::size_t next = at_ + 1;
    const bool is_before_days = next < items_.size() && items_[next].kind == HoursItemKind::kDays &&
                                items_[next].words <= 2 && items_[next].lines == 0 &&
                                items_[next].ends == 0;
    const bool has_own_times = next + 1 < items_.size() && IsTimes(items_[next + 1]) &&
                               items_[next + 1].words <= 1 && items_[next + 1].ends == 0;
    if (is_before_days && !has_own_times) {
      HoursRule& rule = NewRule(item);
      rule.days = items_[next].days;
      rule.is_closed = true;
      rule.end = items_[next].end;
      at_ = next;
      return;
    }
    if (items_.size() == 1) NewRule(item).is_closed = true;
  }

  void ReadAlways(const HoursItem& item) {
    HoursRule& rule = NewRule(item);
    rule.days = kAllDays;
    rule.spans.push_back({0, 24 * 60, item.begin});
    rule.is_certain = true;
    pending_.clear();
  }

  const std::vector<HoursItem>& items_;
  std::size_t at_ = 0;
  bool is_times_first_ = false;
  std::vector<HoursItem> pending_;
  ParsedHours parsed_;
  std::string instead_;
};

}  // namespace

ParsedHours ReadHoursRules(const std::vector<HoursItem>& items) {
  ParsedHours parsed = RuleReader(items).Run();
  FillStarts(parsed.rules);
  Override(parsed);
  return parsed;
}

}  // namespace klikpad
