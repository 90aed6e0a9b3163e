// Numbers that a button holds until it is pressed: "Toon nummer".

#pragma once

#include <string>
#include <vector>

#include "model/page.h"
#include "rules/phones.h"

namespace klikpad {

struct HeldNumber {
  std::string text;   // as the attribute holds it
  std::string label;  // of the button or link
  Region region = Region::kMain;
  int block = -1;
  int position = 0;
  bool is_visible = true;
  Place place;
};

// Of links that stay on the page and of buttons, each attribute that may hold a number.
std::vector<HeldNumber> HeldNumbers(const Page& page, const PhoneFacts& facts);

}  // namespace klikpad
