// brand.yaml: what a consultant says about the brand before the look. Unknown keys, wrong types and
// bad values are errors with file, line and, where one is near, the word that was meant.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "brand/timeline_source.h"
#include "model/brand.h"
#include "rules/channels.h"

namespace klikpad {

struct BrandLimits {
  std::optional<int> max_pages;
  std::optional<int> depth;
  std::optional<std::chrono::milliseconds> max_duration;
};

struct BrandFile {
  Brand brand;
  BrandLimits limits;
  // Files beside brand.yaml, resolved against its folder; "" when not given.
  std::string app, observations;
  std::vector<TimelineSource> timeline;
  // "apple" or "google", and the app's id there.
  std::vector<std::pair<std::string, std::string>> stores;
};

// `name` is the file's path: for errors, and its folder for the files it names.
Result<BrandFile> ParseBrandFile(std::string_view text, const std::string& name,
                                 const Channels& channels);

// "nl" → "NL"; "" stays "". An error for what is no country code.
Result<std::string> ParseCountry(const std::string& text);

// What an address alone tells: the name from the host. An error when it is no http(s) URL; a bare
// host name gets https://.
Result<Brand> BrandFromAddress(const std::string& address);

// The commented brand.yaml that `klikpad init` writes. `brand` fills what is known.
std::string BrandTemplate(const Brand& brand);

}  // namespace klikpad
