// What a page says of itself: title, language, base, metas, link relations, refresh.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"
#include "page/resolve.h"
#include "page/tree.h"

namespace klikpad {

// Base of relative references (HTML §4.2.3): the first <base href>, itself resolved with `url`.
std::string FindBase(const Tree& tree, const std::vector<std::uint8_t>& hidden,
                     const std::string& url);

// Fills title, lang, metas, rel_links, canonical, alternates and refreshes.
void ReadHead(const Tree& tree, const std::vector<std::uint8_t>& hidden, const Resolver& resolver,
              Page& page);

struct RefreshValue {
  int seconds = 0;
  std::string url;  // as written; "" for the page itself
};

// HTML §4.2.5.3 "shared declarative refresh steps": "5; url='/x'". Nothing when it is malformed.
std::optional<RefreshValue> ParseRefresh(std::string_view content);

}  // namespace klikpad
