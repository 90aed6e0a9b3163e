// How app stores name what stands in a listing (rules/stores.yaml), and what pages look like that
// stand in front of one.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"

namespace klikpad {

enum class ListingFact {
  kWebsite,
  kSupport,
  kPrivacy,
  kSeller,
  kEmail,
  kPhone,
  kAddress,
  kUpdated
};

struct StoreWords {
  std::map<std::string, ListingFact, std::less<>> labels;  // folded
  std::map<std::string, int, std::less<>> months;          // folded name → 1 to 12
  std::vector<std::string> consent_hosts, consent_marks;
  std::vector<std::string> challenge_hosts, challenge_marks;

  // What a label names; nothing for an unknown one.
  std::optional<ListingFact> FactOf(std::string_view label) const;
  // A label of that fact, of two words at least, stands in the text.
  bool IsNamedIn(std::string_view text, ListingFact fact) const;
};

Result<StoreWords> ParseStoreWords(const Yaml& yaml);

}  // namespace klikpad
