// References of a page → absolute addresses.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/url.h"

namespace klikpad {

class Resolver {
 public:
  // `base` absolute; when it is no URL only absolute references resolve.
  explicit Resolver(const std::string& base) : base_(Url::Parse(base)) {}

  // "" when it is no URL. The empty reference is the base itself. Of a page without an address
  // "//host/path" is taken as https.
  std::string Resolve(std::string_view reference) const {
    if (!base_ && reference.substr(0, 2) == "//") return Resolve("https:" + std::string(reference));
    const auto url = Url::Parse(reference, base_ ? &*base_ : nullptr);
    return url ? url->Text() : std::string();
  }

 private:
  std::optional<Url> base_;
};

}  // namespace klikpad
