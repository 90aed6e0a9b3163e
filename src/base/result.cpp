// The one line that a user reads of an Error.

#include "base/result.h"

#include <fmt/format.h>

namespace klikpad {

std::string Error::Text() const {
  std::string place;
  if (!file.empty()) place = line > 0 ? fmt::format("{}:{}: ", file, line) : file + ": ";
  std::string hint = suggestion.empty() ? "" : fmt::format(" (did you mean '{}'?)", suggestion);
  return place + message + hint;
}

}  // namespace klikpad
