// Packs, checks and wording out of a folder of rules: everything a verdict rests on.

#pragma once

#include <string>
#include <vector>

#include "judge/judge.h"
#include "rules/rules.h"

namespace klikpad {

struct Library {
  Wording wording;
  std::vector<Pack> packs;  // in the order asked for
  std::string digest;       // of the packs, their checks and the wording

  // The channels and roles that the packs name: what reach must be known for. Sorted.
  std::vector<std::string> Channels() const;
  std::vector<Role> Roles() const;
};

// Names of the packs that come with klikpad, sorted.
Result<std::vector<std::string>> PackNames(const std::string& rules_folder);

// `names` are names of packs, or files (with a slash or ending in .yaml), which may bring their own
// checks in a folder `checks` beside them. `rules` must outlive the library.
Result<Library> LoadLibrary(const std::string& rules_folder, const Rules& rules,
                            const std::vector<std::string>& names);

// Sets findings, tallies and rules_digest of `audit` from its evidence. `rules` are those of the
// evidence.
Result<void> JudgeAudit(const EvidenceDb& db, const Library& library, const Rules& rules,
                        Audit& audit);

}  // namespace klikpad
