// Where a number may begin, and what stands before it there.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "find/phone/plan.h"
#include "find/phone/scan.h"

namespace klikpad {

// One attempt: everything known of the place where a number may begin.
struct NumberStart : NumberSigns {
  std::size_t begin = 0;  // with "+" and "("
  bool has_plus = false;
  bool has_open = false;
  bool is_outer = false;  // the label stands outside the text
};

// `total` digits begin at `digits_begin`; what stands before `floor` belongs to the number before.
// Nothing when no number can begin there.
std::optional<NumberStart> StartAt(const std::string& text, std::size_t floor,
                                   std::size_t digits_begin, std::size_t total,
                                   const ScanContext& context);

}  // namespace klikpad
