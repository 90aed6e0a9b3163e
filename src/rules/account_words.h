// Reads rules/account-words.yaml: the words near a link that tell what it is for, and what speaks
// for another owner than the brand.

#pragma once

#include "rules/networks.h"

namespace klikpad {

Result<PhraseLists> ParseUseWords(const Yaml& yaml);  // ids: Cue
Result<OwnershipFacts> ParseOwnership(const Yaml& yaml);

}  // namespace klikpad
