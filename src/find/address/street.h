// The street and number, or the box, that stands right before a postcode.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/addresses.h"

namespace klikpad {

struct Street {
  std::string name, number;  // as written
  bool is_box = false;
};

// In the last parts (lines, commas) of `head`.
std::optional<Street> StreetAtEnd(std::string_view head, const AddressCountry& country,
                                  const AddressFacts& facts);

// "Beispielstr." → "beispielstrasse": letters and digits alone, folded.
std::string StreetKey(std::string_view name);

}  // namespace klikpad
