// Text → the addresses of places in it: street and number or a box, code and town. Pure.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rules/addresses.h"

namespace klikpad {

struct FoundAddress {
  std::string value;    // canonical: "1234AB 12", "10115 hauptstrasse 5", "1000BB box 123"
  std::string shown;    // "Hauptstraße 5, 10115 Berlin"
  std::string purpose;  // postal, visiting, "" when nothing says
  std::size_t begin = 0, end = 0;  // bytes of code and town
};

// `before` is what stands above the text, for codes that stand at its beginning; lines parted by
// "\n". `country` is tried first, "" for none.
std::vector<FoundAddress> AddressesIn(std::string_view text, std::string_view before,
                                      const AddressFacts& facts, std::string_view country);

// Which kinds of codes a text may hold, told cheaply: of four digits with a town, of five, or with
// letters between digits.
struct CodeShapes {
  bool four = false, five = false, letters = false;
  bool Any() const { return four || five || letters; }
  bool MayHold(const AddressCountry& country) const {
    return country.digits == 4 ? four : country.digits == 5 ? five : letters;
  }
};
CodeShapes CodeShapesIn(std::string_view text);

}  // namespace klikpad
