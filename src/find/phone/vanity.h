// Numbers with letters for digits: "1-800-FLOWERS", "0800-BLOEMEN".

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace klikpad {

struct VanityNumber {
  std::string digits;    // as dialled, without the leading 1 of North America
  bool is_nanp = false;  // ten digits of the North American plan
  bool is_tied = false;  // a mark parts digits and letters, not a space
  std::size_t end = 0;   // in the text; past the same number in brackets that may follow
};

// The number that begins with the digit at `begin`; nothing unless three capitals stand in it.
std::optional<VanityNumber> ReadVanity(std::string_view text, std::size_t begin);

}  // namespace klikpad
