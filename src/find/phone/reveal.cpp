// Looks at the attributes of what can be pressed.

#include "find/phone/reveal.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxNumber = 40;  // bytes
constexpr std::size_t kMaxHeld = 50;

std::string_view NumberOn(const Document& document, int node, const PhoneFacts& facts) {
  if (node < 0) return {};
  const Node& element = document.nodes[static_cast<std::size_t>(node)];
  for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
    const Attribute& attribute = document.attributes[element.first_attribute + i];
    const bool may_hold = std::find(facts.number_attributes.begin(), facts.number_attributes.end(),
                                    attribute.name) != facts.number_attributes.end();
    if (may_hold && attribute.value.size() <= kMaxNumber) {
      return Trim(attribute.value);
    }
  }
  return {};
}

}  // namespace

std::vector<HeldNumber> HeldNumbers(const Page& page, const PhoneFacts& facts) {
  std::vector<HeldNumber> held;
  for (const Link& link : page.links) {
    const bool stays = link.kind == LinkKind::kButton || link.kind == LinkKind::kScript ||
                       link.href.empty() || link.href.front() == '#' ||
                       StartsWithIgnoreAsciiCase(link.href, "javascript:");
    if (!stays || held.size() >= kMaxHeld) continue;
    const std::string_view number = NumberOn(page.document, link.node, facts);
    if (number.empty()) continue;
    held.push_back({std::string(number), link.label, link.region, link.block, link.position,
                    link.is_visible, link.place});
  }
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const TextBlock& block = page.blocks[i];
    if (block.kind != TextKind::kButton || held.size() >= kMaxHeld) continue;
    const std::string_view number = NumberOn(page.document, block.node, facts);
    if (number.empty()) continue;
    held.push_back({std::string(number), block.text, block.region, static_cast<int>(i),
                    block.position, block.is_visible, block.place});
  }
  return held;
}

}  // namespace klikpad
