// The marks of chat vendors in a page's elements: ids, classes, attributes and tags of their own.

#pragma once

#include <vector>

#include "find/chat/marks.h"

namespace klikpad {

struct MarksOfElements {
  std::vector<VendorSighting> sightings;  // in document order
  int facade = -1;                        // first placeholder that loads a chat when clicked
  std::vector<int> on_click;              // nodes with a script of their own
};

MarksOfElements FindElementMarks(const Page& page, const Vendors& vendors);

}  // namespace klikpad
