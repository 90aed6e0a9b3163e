// Accessible names after W3C accname 1.2 (https://www.w3.org/TR/accname-1.2/#computation-steps) and
// HTML-AAM.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/page.h"
#include "page/tree.h"

namespace klikpad {

struct AccessibleName {
  std::string text;  // one line, at most 1,000 bytes
  NameSource source = NameSource::kNone;
};

class Names {
 public:
  // Both must outlive this. `hidden` is of FindHidden.
  Names(const Tree& tree, const std::vector<std::uint8_t>& hidden);

  // Of a link, button or other element that is named by its content.
  AccessibleName Of(int node) const;
  // Of a form field: aria-labelledby, aria-label, <label>, title, placeholder (HTML-AAM §4.1.1).
  std::string OfField(int node) const;

  // First element with that id, -1 when there is none.
  int ById(std::string_view id) const;
  // Text of the content alone, images by their alt.
  AccessibleName FromContent(int node) const;

 private:
  std::string FromIds(std::string_view ids) const;
  std::string FromLabels(int node) const;

  const Tree& tree_;
  const std::vector<std::uint8_t>& hidden_;
  std::unordered_map<std::string_view, int> ids_;     // looked up only, never listed
  std::unordered_map<std::string_view, int> labels_;  // for= → label element, the first
};

}  // namespace klikpad
