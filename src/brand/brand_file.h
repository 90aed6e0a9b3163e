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
#include "model/observed_words.h"
#include "rules/channels.h"

namespace klikpad {

struct BrandLimits {
  std::optional<int> max_pages;
  std::optional<int> depth;
  std::optional<std::chrono::milliseconds> max_duration;
};

// An app of the brand in a store.
struct StoreApp {
  Store store = Store::kApple;
  std::string app;               // "123456789", "nl.example.app"
  std::string scheme = "https";  // of the address that was given
};

struct BrandFile {
  Brand brand;
  BrandLimits limits;
  // Files beside brand.yaml, resolved against its folder; "" when not given. `app: none` says that
  // the brand has no app: Brand::has_no_app.
  std::string app;
  std::vector<TimelineSource> timeline;
  std::vector<std::string> observations;
  std::vector<StoreApp> stores;
};

// "nl.example.app": a name of a package or bundle, of two parts at least.
bool IsPackageName(std::string_view text);

// An app by its id in the store, or by the address of its listing. Nothing for what is neither.
std::optional<StoreApp> ParseStoreApp(Store store, std::string_view text);

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
