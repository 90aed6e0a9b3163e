// Channels × the other places where a customer begins: the app's first screen and the listings in
// stores. Only what is the brand's own counts.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/audit.h"

namespace klikpad {

struct StartCell {
  int route = -1;  // index of the shortest way, -1 when there is none
  std::optional<int> clicks;
  bool is_at_most = false;  // something that was not looked at could hold a shorter way
};

struct StartRow {
  std::string channel;
  StartCell site;                // from the home page, to compare with
  std::vector<StartCell> cells;  // in the order of SiteLook::other_starts
};

// Rows of the channels that any start leads to and those of `always_shown`; none without other
// starts.
std::vector<StartRow> StartMatrix(const Audit& audit, const std::vector<std::string>& always_shown);

}  // namespace klikpad
