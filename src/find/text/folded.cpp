// A panel is known by its role, or by the control that names its id.

#include "find/text/folded.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "base/text.h"

namespace klikpad {
namespace {

bool IsHiddenText(const ContactPoint& point) {
  return !point.is_visible && !point.is_clickable && !point.is_data_only;
}

// The ids that controls of the page name.
std::set<std::string_view> ControlledIds(const Page& page) {
  std::set<std::string_view> ids;
  const Document& document = page.document;
  for (const Attribute& attribute : document.attributes) {
    if (attribute.name == "aria-controls") {
      for (const std::string_view id : Split(attribute.value, ' ')) ids.insert(id);
    } else if (attribute.name == "data-bs-target" || attribute.name == "data-target" ||
               attribute.name == "href") {
      if (attribute.value.size() > 1 && attribute.value.front() == '#') {
        ids.insert(attribute.value.substr(1));
      }
    }
  }
  return ids;
}

bool IsInPanel(const Document& document, int node, const std::set<std::string_view>& controlled) {
  while (node > 0 && node < static_cast<int>(document.nodes.size())) {
    if (document.Attr(node, "role") == "tabpanel") return true;
    const auto id = document.Attr(node, "id");
    if (id && controlled.contains(*id)) return true;
    node = document.nodes[static_cast<std::size_t>(node)].parent;
  }
  return false;
}

}  // namespace

void MarkFolded(const Page& page, Findings& found) {
  if (std::none_of(found.contacts.begin(), found.contacts.end(), IsHiddenText)) return;
  const std::set<std::string_view> controlled = ControlledIds(page);
  for (ContactPoint& point : found.contacts) {
    if (!IsHiddenText(point)) continue;
    point.is_folded = IsInPanel(page.document, point.position, controlled);
  }
}

}  // namespace klikpad
