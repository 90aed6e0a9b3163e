// Digits → a number of a country's plan. The only door to libphonenumber.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/words.h"

namespace klikpad {

struct DialNumber {
  std::string e164;                  // "+31206241111"
  std::string country;               // ISO 3166-1 alpha-2; "" for +800 and the like
  std::string national;              // national significant number: "206241111"
  Tariff tariff = Tariff::kUnknown;  // by the kind of number, seen from its own country
};

// `text` holds digits, at most one leading "+", and separators. `country` reads numbers without
// "+";
// "" takes only those with it. Nothing unless the number is valid in its plan. Costs about 25 µs.
std::optional<DialNumber> ParseDialNumber(std::string_view text, std::string_view country);

// The calling code of a country: 31 for "NL"; 0 when it is unknown.
int CallingCode(std::string_view country);

// Reads the plans of all countries, which the first number of a process does otherwise, at some 70
// ms. `country` is the one whose numbers are expected, or "". Any number of threads may call it.
void WarmUpPhones(std::string_view country);

}  // namespace klikpad
