// What is known of the brand before the look: brand.yaml, or what an address alone tells.

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace klikpad {

struct Brand {
  std::string name;  // "" when unknown: then the host's own label stands in
  std::string slug;  // for folder names
  std::string sector;
  std::string country;                 // ISO 3166-1 alpha-2, upper case; "" unknown
  std::string zone;                    // time zone of times written without one; "" = the country's
  std::vector<std::string> languages;  // BCP 47 primary tags, lower case, the main one first
  std::string start;                   // absolute http(s) URL of the home page
  std::vector<std::string> hosts;  // the brand's own hosts beside the start's; subdomains included
  // channel → handle (lower case) or number that the brand is known to use
  std::vector<std::pair<std::string, std::string>> handles;
  std::vector<std::string> packs;
  bool has_no_app = false;  // said so in brand.yaml
};

// What the detectors know of the page's surroundings.
struct PageContext {
  std::string country;   // of numbers without a country code; "" unknown
  std::string language;  // of the page or the audit; "" unknown
  Brand brand;
  bool is_home = false;
};

}  // namespace klikpad
