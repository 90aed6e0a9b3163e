// Opening a contact.

#include "graph/opening.h"

#include <algorithm>

#include "base/text.h"

namespace klikpad {
namespace {

std::string DigitsOf(std::string_view text) {
  std::string digits;
  for (char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

// The label shows the value itself: the last digits of the number, or the address.
bool IsPrinted(const ContactPoint& point) {
  if (point.channel == "email") {
    return AsciiLower(point.label).find(point.value) != std::string::npos;
  }
  if (point.channel != "phone" && point.channel != "fax" && point.channel != "sms") return false;
  const std::string value = DigitsOf(point.value);
  const std::string label = DigitsOf(point.label);
  const std::size_t tail = std::min<std::size_t>(6, value.size());
  return tail >= 3 && label.find(value.substr(value.size() - tail)) != std::string::npos;
}

}  // namespace

bool NeedsClick(const ContactPoint& point) { return point.is_clickable && !IsPrinted(point); }

std::optional<WayCost> OpeningCost(const ContactPoint& point, const ClickModel& model) {
  // A link in a menu that is folded away opens with one click more, as a text behind a tab does;
  // other hidden text does not open.
  if (!point.is_visible && !point.is_clickable && !point.is_folded) return std::nullopt;
  WayCost cost;
  const WayCost one = CostOf(model, StepKind::kOpen);
  if (NeedsClick(point)) cost = cost + one;
  if (!point.is_visible) cost = cost + one;
  return cost;
}

}  // namespace klikpad
