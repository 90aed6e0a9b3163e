// Times that stand near each other, with the days around them, count when something makes hours of
// them, or when a phrase says "at any hour".

#include "find/hours/stretches.h"

#include <algorithm>
#include <cstddef>

namespace klikpad {
namespace {

// What is farther apart than six lines belongs to different things (FindHours); here a little more,
// since texts that are no lines of hours may stand between.
constexpr std::size_t kMaxGap = 12;
constexpr std::size_t kReach = 6;   // texts from a day to the times that it may belong to
constexpr std::size_t kAround = 2;  // further texts before and behind, for words like "summer"

class Stretches {
 public:
  Stretches(const Page& page, const PageGlance& glance) : page_(page), glance_(glance) {
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
      const TextKind kind = page.blocks[i].kind;
      if (kind != TextKind::kTitle && kind != TextKind::kAlt) order_.push_back(i);
    }
  }

  std::vector<HoursStretch> Run() {
    std::size_t first = 0, last = 0;
    bool is_open = false;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      if (!IsSeed(i)) continue;
      if (is_open && i - last > kMaxGap) Close(first, last);
      if (!is_open || i - last > kMaxGap) first = i;
      is_open = true;
      last = i;
    }
    if (is_open) Close(first, last);
    return std::move(found_);
  }

 private:
  const TextGlance& At(std::size_t i) const { return glance_.blocks[order_[i]]; }

  bool HasTimes(std::size_t i) const { return At(i).times > 0; }
  bool IsSeed(std::size_t i) const { return HasTimes(i) || At(i).says_any_hour; }

  // A word beside times or in the heading above them says that hours are meant.
  bool MeansHours(std::size_t i) const {
    constexpr std::uint32_t kSays = trigger::kHours | trigger::kChannel;
    if (At(i).Has(kSays) || (order_[i] > 0 && glance_.blocks[order_[i] - 1].Has(kSays))) {
      return true;
    }
    const int heading = page_.blocks[order_[i]].heading;
    return heading >= 0 && glance_.blocks[static_cast<std::size_t>(heading)].Has(kSays);
  }

  // The first and the last text of days that stand in a row before the first and behind the last
  // time.
  std::size_t WithDaysBefore(std::size_t first) const {
    for (std::size_t i = first, steps = 0; i > 0 && steps < kReach; ++steps) {
      if (!At(--i).Has(trigger::kDay)) continue;
      first = i;
      steps = 0;
    }
    return first;
  }
  std::size_t WithDaysBehind(std::size_t last) const {
    for (std::size_t i = last + 1, steps = 0; i < order_.size() && steps < kReach; ++i, ++steps) {
      if (!At(i).Has(trigger::kDay)) continue;
      last = i;
      steps = 0;
    }
    return last;
  }

  bool IsLive(std::size_t first, std::size_t last) const {
    bool has_times = false, has_day = false;
    for (std::size_t i = first; i <= last; ++i) {
      if (At(i).says_any_hour) return true;
      has_day = has_day || At(i).Has(trigger::kDay | trigger::kWeakDay);
      if (!HasTimes(i)) continue;
      if (MeansHours(i)) return true;
      has_times = true;
    }
    return has_times && has_day;
  }

  void Close(std::size_t first, std::size_t last) {
    first = WithDaysBefore(first);
    last = WithDaysBehind(last);
    first -= std::min(first, kAround);
    last = std::min(order_.size() - 1, last + kAround);
    if (!IsLive(first, last)) return;
    const HoursStretch stretch{static_cast<int>(order_[first]), static_cast<int>(order_[last])};
    if (!found_.empty() && stretch.first <= found_.back().last) {
      found_.back().last = std::max(found_.back().last, stretch.last);
    } else {
      found_.push_back(stretch);
    }
  }

  const Page& page_;
  const PageGlance& glance_;
  std::vector<std::size_t> order_;  // blocks with text of the page
  std::vector<HoursStretch> found_;
};

}  // namespace

std::vector<HoursStretch> HoursStretches(const Page& page, const PageGlance& glance) {
  return Stretches(page, glance).Run();
}

}  // namespace klikpad
