// What the scripts of Google Play's details page tell of an app and its maker. Their data stand at
// positions that move from year to year, so everything is found by its shape.

#pragma once

#include <compare>
#include <optional>
#include <string>

#include "model/page.h"

namespace klikpad {

// "" for what the scripts do not tell.
struct GoogleData {
  std::string title, developer, seller, website, email, phone, address, privacy;
  std::string updated_at;  // of the version, ISO 8601 in UTC
  auto operator<=>(const GoogleData&) const = default;
};

// Nothing when the scripts tell of no developer, or of two.
std::optional<GoogleData> ReadGoogleData(const Page& page);

}  // namespace klikpad
