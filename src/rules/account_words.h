// Reads rules/account-words.yaml: the words near a link that tell what it is for, and what speaks for
// another owner than the brand.

#pragma once

#include "rules/networks.h"

namespace klikpad {

Result<UseWords> ParseUseWords(const Yaml& yaml);
Result<OwnershipFacts> ParseOwnership(const Yaml& yaml);

}  // namespace klikpad
