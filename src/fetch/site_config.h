// site.yaml: how the folder of a site answers where its files alone do not say it. The keys are
// documented in fixtures/README.md.

#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "model/exchange.h"

namespace klikpad {

// A file named in site.yaml, relative to the folder of its host; "" when none is named.
struct SiteFile {
  std::string path;
  int line = 0;
};

// What is special about one address. Whatever is not said comes from the file of that address.
struct SitePageRule {
  std::optional<int> status;
  Headers headers;
  std::string redirect;  // Location as it is sent; "" when it is no redirect
  std::chrono::milliseconds delay{0};
  SiteFile body_file;
  std::optional<std::string> body;
  std::string type;                       // Content-Type
  std::optional<std::uint64_t> truncate;  // the connection breaks off behind so many bytes of body
  bool closes = false;                    // the connection is closed without an answer
};

// A search whose answer depends on a parameter.
struct SiteSearch {
  std::string path, parameter;
  std::map<std::string, SiteFile> answers;  // by lower-case words
  SiteFile otherwise;
};

struct ServedHost {
  std::string name;      // lower case
  std::string folder;    // beside site.yaml, "" for a redirect
  std::string redirect;  // an origin to which every address of this host leads, "" for a folder
  int line = 0;
};

struct SiteConfig {
  std::string host;               // "" serves every host
  std::vector<ServedHost> hosts;  // the others
  bool is_extensionless = false;
  SiteFile not_found;
  Headers headers;  // with every answer
  SiteSearch search;
  // By address: "/path", "/path?query", or "//host/path" for another host than the first.
  std::map<std::string, SitePageRule> pages;
};

Result<SiteConfig> ParseSiteConfig(const Yaml& yaml);

}  // namespace klikpad
