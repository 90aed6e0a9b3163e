// Reading brand.yaml. The template that `init` writes stands in brand_template.cpp.

#include "brand/brand_file.h"

#include <fmt/format.h>

#include <iterator>

#include "base/domain.h"
#include "base/text.h"
#include "base/url.h"
#include "base/yaml.h"
#include "brand/brand_values.h"

namespace klikpad {
namespace {

Result<std::string> Text(const Yaml& yaml) { return yaml.String(); }

Result<std::vector<std::string>> TextList(const Yaml& yaml) { return yaml.Strings(); }

// Reads members of a map one after the other and keeps the first error.
class MapReader {
 public:
  MapReader(const Yaml& yaml, const std::vector<std::string>& keys) : yaml_(yaml) {
    Keep(yaml.AllowOnly(keys));
  }
  // Nothing happens for an absent or empty member.
  template <typename Read, typename Use>
  void Member(std::string_view key, Read read, Use use) {
    const Yaml* value = yaml_.Find(key);
    if (error_ || value == nullptr || value->IsNull()) return;
    auto result = read(*value);
    Keep(result);
    if (result) use(std::move(*result));
  }
  template <typename T>
  void Keep(const Result<T>& result) {
    if (!result && !error_) error_ = result.error();
  }
  const std::optional<Error>& error() const { return error_; }

 private:
  const Yaml& yaml_;
  std::optional<Error> error_;
};

Result<BrandLimits> Limits(const Yaml& yaml) {
  BrandLimits limits;
  MapReader reader(yaml, {"max-pages", "depth", "max-duration"});
  reader.Member("max-pages", ReadAtLeastOne, [&](int n) { limits.max_pages = n; });
  reader.Member("depth", ReadAtLeastOne, [&](int n) { limits.depth = n; });
  reader.Member("max-duration", ReadDuration, [&](auto d) { limits.max_duration = d; });
  if (reader.error()) return tl::unexpected(*reader.error());
  return limits;
}

Result<std::vector<StoreApp>> StoreApps(Store store, const Yaml& yaml) {
  auto texts = yaml.Strings();
  if (!texts) return tl::unexpected(texts.error());
  std::vector<StoreApp> apps;
  for (const std::string& text : *texts) {
    auto app = ParseStoreApp(store, text);
    if (!app) {
      return yaml.Complain(fmt::format("'{}' is neither {} nor the address of a listing", text,
                                       store == Store::kApple
                                           ? "an app's number such as 123456789"
                                           : "an app's package such as com.example.app"));
    }
    apps.push_back(std::move(*app));
  }
  return apps;
}

Result<std::vector<StoreApp>> Stores(const Yaml& yaml) {
  std::vector<StoreApp> stores;
  MapReader reader(yaml, AllWords<Store>());
  for (Store store : {Store::kApple, Store::kGoogle}) {
    reader.Member(
        Word(store), [store](const Yaml& v) { return StoreApps(store, v); },
        [&](std::vector<StoreApp> apps) {
          stores.insert(stores.end(), std::make_move_iterator(apps.begin()),
                        std::make_move_iterator(apps.end()));
        });
  }
  if (reader.error()) return tl::unexpected(*reader.error());
  return stores;
}

}  // namespace

Result<BrandFile> ParseBrandFile(std::string_view text, const std::string& name,
                                 const Channels& channels) {
  auto yaml = Yaml::Parse(text, name);
  if (!yaml) return tl::unexpected(yaml.error());
  if (yaml->IsNull()) return Fail("is empty: `klikpad init` writes one to start from", name);

  BrandFile file;
  Brand& brand = file.brand;
  MapReader reader(*yaml,
                   {"name", "sector", "country", "zone", "languages", "start", "hosts", "handles",
                    "limits", "packs", "app", "timeline", "observations", "stores"});
  reader.Member("name", Text, [&](std::string v) { brand.name = std::move(v); });
  reader.Member("sector", Text, [&](std::string v) { brand.sector = std::move(v); });
  reader.Member("country", ReadCountry, [&](std::string v) { brand.country = std::move(v); });
  reader.Member("zone", ReadZone, [&](std::string v) { brand.zone = std::move(v); });
  reader.Member("languages", ReadLanguages, [&](auto v) { brand.languages = std::move(v); });
  reader.Member("start", ReadAddress, [&](const Url& v) { brand.start = v.WithoutFragment(); });
  reader.Member("hosts", ReadHosts, [&](auto v) { brand.hosts = std::move(v); });
  reader.Member(
      "handles", [&](const Yaml& v) { return ReadHandles(v, channels); },
      [&](auto v) { brand.handles = std::move(v); });
  reader.Member("packs", TextList, [&](auto v) { brand.packs = std::move(v); });
  reader.Member("limits", Limits, [&](const BrandLimits& v) { file.limits = v; });
  reader.Member("app", ReadFileOrNone, [&](std::string v) {
    brand.has_no_app = v.empty();
    file.app = std::move(v);
  });
  reader.Member(
      "timeline", [&](const Yaml& v) { return ParseTimelineSources(v, channels); },
      [&](auto v) { file.timeline = std::move(v); });
  reader.Member("observations", ReadFilesBeside, [&](auto v) { file.observations = std::move(v); });
  reader.Member("stores", Stores, [&](auto v) { file.stores = std::move(v); });
  if (!reader.error()) reader.Keep(yaml->Need("name"));
  if (!reader.error()) reader.Keep(yaml->Need("start"));
  if (reader.error()) return tl::unexpected(*reader.error());
  if (brand.name.empty() || brand.start.empty()) {
    return yaml->Complain("'name' and 'start' must not be empty");
  }
  brand.slug = Slug(brand.name);
  return file;
}

Result<Brand> BrandFromAddress(const std::string& address) {
  const auto url =
      Url::Parse(address.find("://") == std::string::npos ? "https://" + address : address);
  const bool has_credentials = url && !(url->Username().empty() && url->Password().empty());
  if (!url || !url->IsHttp() || url->Host().empty() || has_credentials) {
    return Fail(fmt::format("'{}' is neither a file nor an http or https address", address));
  }
  const bool is_ip = IsIpAddress(url->Host());
  Brand brand;
  brand.start = url->WithoutFragment();
  brand.name = is_ip ? url->HostPort() : DomainLabel(url->Host());
  if (brand.name.empty()) brand.name = url->Host();
  brand.slug = Slug(is_ip ? url->HostPort() : RegistrableDomain(url->Host()));
  return brand;
}

}  // namespace klikpad
