// Where customers answer each other (rules/communities.yaml).

#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "rules/networks.h"

namespace klikpad {

struct CommunityPlatform {
  std::string host;               // "*.discourse.group": "*" is the brand's own part
  std::vector<std::string> path;  // segments, "*" for any; empty when the host is enough
  std::string source;
};

struct CommunityExample {
  std::string url, label, value, owner;
  int line = 0;
};

struct CommunityFacts {
  std::vector<std::string> hosts, paths;
  std::vector<CommunityPlatform> platforms;
  PhraseLists labels;  // ids: 1 says community, 0 means something else
  std::vector<CommunityExample> examples, counter_examples;
};

Result<CommunityFacts> ParseCommunityFacts(const Yaml& yaml);

}  // namespace klikpad
