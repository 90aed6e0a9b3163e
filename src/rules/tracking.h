// Query parameters that never change which page an address means (rules/tracking-parameters.yaml).

#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"

namespace klikpad {

// Name patterns in the file's order, as StripTracking and CrawlKey (base/url_clean.h) take them.
Result<std::vector<std::string>> ParseTrackingParameters(const Yaml& yaml);

}  // namespace klikpad
