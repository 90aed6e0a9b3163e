// A text in both languages of the reports.

#pragma once

#include <string>

namespace klikpad {

struct Bilingual {
  std::string nl, en;
  bool operator==(const Bilingual&) const = default;
};

}  // namespace klikpad
