// Numbers in a page's structured data.

#pragma once

#include <string>
#include <vector>

#include "model/page.h"

namespace klikpad {

struct DataNumber {
  const DataItem* item = nullptr;
  std::string text;  // as written
  bool is_fax = false;
};

// Every telephone and faxNumber property, however deep; bounded for each item.
std::vector<DataNumber> NumbersInData(const Page& page);

}  // namespace klikpad
