// A way as a reader walks it: pages, and between them the words that are clicked.

#pragma once

#include <string>
#include <vector>

#include "model/audit.h"
#include "report/say.h"

namespace klikpad {

struct WayNode {
  enum class Kind { kPage, kClick, kChannel };
  Kind kind = Kind::kPage;
  std::string text;  // clean, not escaped
  std::string href;  // "" when it is no page or no web address
};

// Home → "Contact" → page → … → channel.
std::vector<WayNode> WayOf(const Audit& audit, const Route& route, const Say& say);

// The way that an evidence row speaks of ("routes/3", "reach/17"), empty for other rows.
std::vector<WayNode> WayOfRow(const Audit& audit, const EvidenceRow& row, const Say& say);

// The contact as printed, else its canonical value.
std::string ContactText(const Contact& contact);

}  // namespace klikpad
