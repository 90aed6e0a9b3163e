// Holds an audit.json against the truth of a site.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/json.h"
#include "truth.h"

namespace klikpad {

struct ChannelCount {
  int expected = 0;  // contacts of the truth, or pages with clicks
  int right = 0;     // found, with the clicks of the truth
};

struct Comparison {
  std::map<std::string, ChannelCount> by_channel;  // "pages" among them
  int pages = 0;                                   // of the truth, reachable
  int contacts = 0;                                // of the truth, true ones
  std::vector<std::string> differences;            // "site: what, expected, found"
};

Comparison Compare(const SiteTruth& truth, const Json& audit);

// What the loose truth lists hold beside contacts: posts, films, shares, bare hosts.
bool IsLoose(const TrueContact& contact);

}  // namespace klikpad
