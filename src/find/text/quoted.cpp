// Told by the element, or by a class that names reviews.

#include "find/text/quoted.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"

namespace klikpad {
namespace {

// With which words of a class begin (own knowledge: Judge.me, Yotpo, Stamped, WooCommerce, themes).
constexpr std::array<std::string_view, 8> kClasses{"testimonial",   "review",     "jdgm-rev",
                                                   "yotpo-review",  "spr-review", "stamped",
                                                   "klantervaring", "ervaringen"};

bool SaysReview(std::string_view css_class) {
  const std::string lower = AsciiLower(css_class);
  for (const std::string_view name : Split(lower, ' ')) {
    for (const std::string_view word : kClasses) {
      if (name.starts_with(word)) return true;
    }
  }
  return false;
}

bool IsQuoted(const Document& document, int node) {
  while (node > 0 && node < static_cast<int>(document.nodes.size())) {
    const Node& element = document.nodes[static_cast<std::size_t>(node)];
    if (element.tag == "body" || element.tag == "main") return false;
    if (element.tag == "blockquote") return true;
    if (document.Attr(node, "itemprop") == "reviewBody") return true;
    const auto css_class = document.Attr(node, "class");
    if (css_class && SaysReview(*css_class)) return true;
    node = element.parent;
  }
  return false;
}

}  // namespace

void MarkQuoted(const Page& page, Findings& found) {
  for (ContactPoint& point : found.contacts) {
    if (point.channel == "phone" || point.channel == "email" || point.channel == "whatsapp") {
      point.is_quoted = !point.is_data_only && IsQuoted(page.document, point.position);
    }
  }
}

}  // namespace klikpad
