// E-mail addresses in structured data (schema.org `email`).

#pragma once

#include <string>
#include <vector>

#include "model/page.h"

namespace klikpad {

struct DataEmail {
  const DataItem* item = nullptr;
  std::string text;     // as written
  std::string address;  // canonical
};

// In the order of the page.
std::vector<DataEmail> EmailsInData(const Page& page);

}  // namespace klikpad
