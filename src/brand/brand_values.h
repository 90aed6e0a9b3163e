// Single values of brand.yaml, each checked: what is wrong is told with its line.

#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/url.h"
#include "base/yaml.h"
#include "rules/channels.h"

namespace klikpad {

Result<std::string> ReadCountry(const Yaml& yaml);  // ISO 3166-1, upper case
Result<std::string> ReadZone(const Yaml& yaml);     // a name of a time zone, or an offset
Result<std::vector<std::string>> ReadLanguages(const Yaml& yaml);  // "nl-NL" → "nl"
Result<Url> ReadAddress(const Yaml& yaml);                         // bare hosts get https://
Result<std::vector<std::string>> ReadHosts(const Yaml& yaml);
// Channel and handle, lower case without @.
Result<std::vector<std::pair<std::string, std::string>>> ReadHandles(const Yaml& yaml,
                                                                     const Channels& channels);
Result<int> ReadAtLeastOne(const Yaml& yaml);
Result<std::chrono::milliseconds> ReadDuration(const Yaml& yaml);
// Paths of files beside the one that is read; they exist.
Result<std::string> ReadFileOrNone(const Yaml& yaml);  // "" for the word "none"
Result<std::vector<std::string>> ReadFilesBeside(const Yaml& yaml);

}  // namespace klikpad
