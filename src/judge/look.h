// The names of looks that a verdict can need: "site", "site/home", "site/scripts", "timeline".

#pragma once

#include <map>
#include <string>
#include <vector>

#include "evidence/evidence_db.h"

namespace klikpad {

const std::vector<std::string>& LookNames();  // all that there can be

// How complete each look was, as the table `coverage` says.
class Looks {
 public:
  static tl::expected<Looks, QueryFailure> Read(const EvidenceDb& db);
  // A part of the site is complete when it says so, or when the whole is. The whole says nothing of
  // site/scripts: HTML can be complete while no browser has looked.
  bool IsComplete(const std::string& look) const;

 private:
  std::map<std::string, std::string> complete_;  // name → yes, partial, no
};

}  // namespace klikpad
