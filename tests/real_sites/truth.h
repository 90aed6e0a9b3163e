// The hand-checked truth beside the real sites, in one shape: clicks of files, contacts with the
// clicks of the nearest page that carries them.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"

namespace klikpad {

struct TruePage {
  std::string file;           // below the tree, "nl/index.html"
  std::optional<int> clicks;  // nothing: not reachable by links
};

struct TrueContact {
  std::string kind;   // mailto, tel, twitter, facebook, chat …
  std::string value;  // as the truth writes it
  int clicks = 0;
};

struct SiteTruth {
  std::string name;
  std::string folder;              // of the tree, relative to where the archives were unpacked
  std::string start;               // the home page's address
  std::vector<std::string> hosts;  // under which the tree is served
  std::vector<TruePage> pages;
  std::vector<TrueContact> contacts;
};

// A truth file of one site, or of mini-sites (one object a host).
std::vector<SiteTruth> ReadTruth(const Json& truth, const std::string& name);

}  // namespace klikpad
