// Reading brand.yaml. The template that `init` writes stands in brand_template.cpp.

#include "brand/brand_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "base/domain.h"
#include "base/text.h"
#include "base/time_zone.h"
#include "base/units.h"
#include "base/url.h"
#include "base/yaml.h"

namespace klikpad {
namespace {

bool IsLowerWord(std::string_view text, std::size_t shortest, std::size_t longest) {
  return text.size() >= shortest && text.size() <= longest &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Result<std::string> Text(const Yaml& yaml) { return yaml.String(); }

Result<std::vector<std::string>> TextList(const Yaml& yaml) { return yaml.Strings(); }

Result<std::string> Country(const Yaml& yaml) {
  auto text = yaml.String();
  if (!text) return text;
  auto code = ParseCountry(*text);
  if (!code || code->empty()) return yaml.Complain(code ? "is empty" : code.error().message);
  return code;
}

Result<std::string> Zone(const Yaml& yaml) {
  auto name = yaml.String();
  if (!name) return name;
  if (!TimeZone::Named(*name)) {
    return yaml.Complain(
        fmt::format("'{}' is no time zone, such as Europe/Amsterdam or +01:00", *name));
  }
  return name;
}

Result<std::vector<std::string>> Languages(const Yaml& yaml) {
  auto tags = yaml.Strings();
  if (!tags) return tags;
  for (std::string& tag : *tags) {
    const std::string primary = AsciiLower(tag.substr(0, tag.find_first_of("-_")));
    if (!IsLowerWord(primary, 2, 3)) {
      return yaml.Complain(fmt::format("'{}' is no language tag, such as nl or en", tag));
    }
    tag = primary;
  }
  return tags;
}

Result<Url> Address(const Yaml& yaml) {
  auto text = yaml.String();
  if (!text) return tl::unexpected(text.error());
  const auto url = Url::Parse(text->find("://") == std::string::npos ? "https://" + *text : *text);
  if (!url || !url->IsHttp() || url->Host().empty()) {
    return yaml.Complain(fmt::format("'{}' is no http or https address", *text));
  }
  return *url;
}

Result<std::vector<std::string>> Hosts(const Yaml& yaml) {
  const std::vector<Yaml> one{yaml};
  const std::vector<Yaml>& items = yaml.IsList() ? yaml.Items() : one;
  std::vector<std::string> hosts;
  for (const Yaml& item : items) {
    auto url = Address(item);
    if (!url) return tl::unexpected(url.error());
    if (url->PathAndQuery() != "/") {
      return item.Complain(fmt::format("'{}' is no host name: leave the path out", item.Scalar()));
    }
    hosts.push_back(url->HostPort());
  }
  return hosts;
}

Result<std::vector<std::pair<std::string, std::string>>> Handles(const Yaml& yaml,
                                                                 const Channels& channels) {
  if (!yaml.IsMap()) return yaml.Complain("expected a map of channel: handle");
  std::vector<std::pair<std::string, std::string>> handles;
  for (const Yaml::Member& member : yaml.Members()) {
    if (channels.Find(member.key) == nullptr) {
      return Fail(fmt::format("'{}' is no channel", member.key), yaml.File(), member.line,
                  Nearest(member.key, channels.Ids()));
    }
    auto values = member.value.Strings();
    if (!values) return tl::unexpected(values.error());
    for (const std::string& value : *values) {
      std::string_view handle = Trim(value);
      if (!handle.empty() && handle.front() == '@') handle.remove_prefix(1);
      if (handle.empty()) return member.value.Complain("the handle is empty");
      handles.emplace_back(member.key, AsciiLower(handle));
    }
  }
  return handles;
}

Result<int> AtLeastOne(const Yaml& yaml) {
  constexpr int kMost = 10'000'000;
  auto number = yaml.Int();
  if (!number) return tl::unexpected(number.error());
  if (*number < 1 || *number > kMost) {
    return yaml.Complain(fmt::format("{} is out of range (1 to {})", *number, kMost));
  }
  return static_cast<int>(*number);
}

Result<std::chrono::milliseconds> Duration(const Yaml& yaml) {
  auto text = yaml.String();
  if (!text) return tl::unexpected(text.error());
  const auto duration = ParseDuration(*text);
  if (!duration) return yaml.Complain(fmt::format("'{}' is no duration such as 30s or 10m", *text));
  return *duration;
}

Result<std::string> FileBeside(const Yaml& yaml) {
  auto text = yaml.String();
  if (!text) return text;
  const auto path = std::filesystem::path(yaml.File()).parent_path() / *text;
  std::error_code code;
  if (!std::filesystem::is_regular_file(path, code)) {
    return yaml.Complain(fmt::format("file '{}' is not there", *text));
  }
  return path.string();
}

// "" for the word "none".
Result<std::string> FileOrNone(const Yaml& yaml) {
  if (yaml.IsScalar() && !yaml.IsQuoted() && yaml.Scalar() == "none") return std::string();
  return FileBeside(yaml);
}

Result<std::vector<std::string>> FilesBeside(const Yaml& yaml) {
  const std::vector<Yaml> one{yaml};
  std::vector<std::string> files;
  for (const Yaml& item : yaml.IsList() ? yaml.Items() : one) {
    auto file = FileBeside(item);
    if (!file) return tl::unexpected(file.error());
    files.push_back(std::move(*file));
  }
  return files;
}

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
  reader.Member("max-pages", AtLeastOne, [&](int n) { limits.max_pages = n; });
  reader.Member("depth", AtLeastOne, [&](int n) { limits.depth = n; });
  reader.Member("max-duration", Duration, [&](auto d) { limits.max_duration = d; });
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
  reader.Member("country", Country, [&](std::string v) { brand.country = std::move(v); });
  reader.Member("zone", Zone, [&](std::string v) { brand.zone = std::move(v); });
  reader.Member("languages", Languages, [&](auto v) { brand.languages = std::move(v); });
  reader.Member("start", Address, [&](const Url& v) { brand.start = v.WithoutFragment(); });
  reader.Member("hosts", Hosts, [&](auto v) { brand.hosts = std::move(v); });
  reader.Member(
      "handles", [&](const Yaml& v) { return Handles(v, channels); },
      [&](auto v) { brand.handles = std::move(v); });
  reader.Member("packs", TextList, [&](auto v) { brand.packs = std::move(v); });
  reader.Member("limits", Limits, [&](const BrandLimits& v) { file.limits = v; });
  reader.Member("app", FileOrNone, [&](std::string v) {
    brand.has_no_app = v.empty();
    file.app = std::move(v);
  });
  reader.Member(
      "timeline", [&](const Yaml& v) { return ParseTimelineSources(v, channels); },
      [&](auto v) { file.timeline = std::move(v); });
  reader.Member("observations", FilesBeside, [&](auto v) { file.observations = std::move(v); });
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

bool IsPackageName(std::string_view text) {
  constexpr std::size_t kLongest = 200;
  if (text.empty() || text.size() > kLongest) return false;
  int parts = 0;
  for (std::string_view part : Split(text, '.')) {
    const bool is_name = !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             c == '_' || c == '-';
    });
    if (!is_name) return false;
    ++parts;
  }
  return parts >= 2;
}

std::optional<StoreApp> ParseStoreApp(Store store, std::string_view text) {
  const auto is_number = [](std::string_view id) {
    return id.size() >= 5 && id.size() <= 12 &&
           id.find_first_not_of("0123456789") == std::string_view::npos;
  };
  StoreApp app;
  app.store = store;
  app.app = std::string(Trim(text));
  if (text.find("://") == std::string_view::npos) {
    const bool is_id = store == Store::kApple ? is_number(app.app) : IsPackageName(app.app);
    return is_id ? std::optional(app) : std::nullopt;
  }
  const auto url = Url::Parse(app.app);
  if (!url || !url->IsHttp()) return std::nullopt;
  app.scheme = url->Scheme();
  app.app.clear();
  if (store == Store::kGoogle && url->Host() == "play.google.com") {
    app.app = url->QueryValue("id").value_or("");
    return IsPackageName(app.app) ? std::optional(app) : std::nullopt;
  }
  const bool is_apple = url->Host() == "apps.apple.com" || url->Host() == "itunes.apple.com";
  if (store != Store::kApple || !is_apple) return std::nullopt;
  for (const std::string& segment : url->PathSegments()) {
    if (segment.starts_with("id") && is_number(segment.substr(2))) app.app = segment.substr(2);
  }
  return app.app.empty() ? std::nullopt : std::optional(app);
}

Result<std::string> ParseCountry(const std::string& text) {
  std::string code = AsciiLower(text);
  if (code.empty()) return code;
  if (!IsLowerWord(code, 2, 2)) {
    return Fail(fmt::format("country '{}' is no ISO 3166-1 code of two letters, such as NL", text));
  }
  for (char& c : code) c = static_cast<char>(c - 'a' + 'A');
  return code == "UK" ? "GB" : code;
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
