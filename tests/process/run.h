// An audit of a made site by the real program, and what it left.

#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/files.h"
#include "base/json.h"
#include "process/child.h"
#include "process/made_site.h"

namespace klikpad {

inline std::vector<std::string> AuditOf(const MadeSite& site, const std::string& folder,
                                        const std::vector<std::string>& more = {}) {
  std::vector<std::string> words = {"audit", site.Url(), "-o", folder, "--no-stores"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

// audit.json without what may differ.
inline std::string Facts(const std::string& folder) {
  const auto text = ReadFile(folder + "/audit.json");
  REQUIRE_MESSAGE(text, folder);
  auto json = Json::Parse(*text);
  REQUIRE(json);
  json->Set("run", Json());
  return json->Text();
}

inline std::string TextOf(const std::string& file) { return ReadFile(file).value_or(""); }

}  // namespace klikpad
