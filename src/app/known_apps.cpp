// Reading what names apps.

#include "app/known_apps.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/json.h"
#include "base/text.h"
#include "base/url.h"

namespace klikpad {
namespace {

constexpr int kMostDepth = 40;
constexpr std::size_t kMostApps = 50;  // of one file

KnownApp Declared(Store store, std::string app, const char* found_by) {
  KnownApp known;
  known.store = store;
  known.app = std::move(app);
  known.found_by = found_by;
  known.is_declared = true;
  return known;
}

void Add(std::vector<KnownApp>& apps, KnownApp app) {
  const bool is_new = std::none_of(apps.begin(), apps.end(), [&](const KnownApp& have) {
    return have.store == app.store && have.app == app.app && have.bundle == app.bundle;
  });
  if (is_new && apps.size() < kMostApps) apps.push_back(std::move(app));
}

// "A1B2C3D4E5.nl.example.app" → "nl.example.app"; "" for wildcards and what is none.
std::string BundleOf(std::string_view id) {
  const std::size_t dot = id.find('.');
  if (dot == id.npos) return "";
  const std::string_view bundle = id.substr(dot + 1);
  return bundle.find('*') != bundle.npos || !IsPackageName(bundle) ? "" : std::string(bundle);
}

std::string OriginOf(const SiteLook& look) {
  if (look.start < 0) return "";
  const auto url = Url::Parse(look.pages[static_cast<std::size_t>(look.start)].url);
  return url && url->IsHttp() ? url->Scheme() + "://" + url->HostPort() : "";
}

}  // namespace

AppFiles AppFilesOf(const SiteLook& look) {
  AppFiles files;
  const std::string origin = OriginOf(look);
  if (origin.empty()) return files;
  files.apple = origin + "/.well-known/apple-app-site-association";
  files.google = origin + "/.well-known/assetlinks.json";
  files.manifest = look.pages[static_cast<std::size_t>(look.start)].manifest;
  return files;
}

std::vector<KnownApp> ReadAppleAssociation(std::string_view bytes) {
  std::vector<KnownApp> apps;
  const auto json = Json::Parse(bytes, "", kMostDepth);
  if (!json) return apps;
  const auto add = [&](const std::string& id) {
    const std::string bundle = BundleOf(id);
    if (bundle.empty()) return;
    KnownApp app = Declared(Store::kApple, "", "apple-app-site-association");
    app.bundle = bundle;
    Add(apps, std::move(app));
  };
  const Json& details = (*json)["applinks"]["details"];
  for (const Json& detail : details.Items()) {
    add(detail["appID"].AsString());
    for (const Json& id : detail["appIDs"].Items()) add(id.AsString());
  }
  // Before iOS 9.2 the details were a map by app.
  for (const auto& [id, rest] : details.Members()) add(id);
  return apps;
}

std::vector<KnownApp> ReadAssetLinks(std::string_view bytes) {
  std::vector<KnownApp> apps;
  const auto json = Json::Parse(bytes, "", kMostDepth);
  if (!json) return apps;
  for (const Json& statement : json->Items()) {
    const Json::Array& relations = statement["relation"].Items();
    const bool handles = std::any_of(relations.begin(), relations.end(), [](const Json& relation) {
      return relation.AsString() == "delegate_permission/common.handle_all_urls";
    });
    const Json& target = statement["target"];
    const std::string& package = target["package_name"].AsString();
    if (!handles || target["namespace"].AsString() != "android_app") continue;
    if (IsPackageName(package)) Add(apps, Declared(Store::kGoogle, package, "assetlinks.json"));
  }
  return apps;
}

std::vector<KnownApp> ReadManifest(std::string_view bytes) {
  std::vector<KnownApp> apps;
  const auto json = Json::Parse(bytes, "", kMostDepth);
  if (!json) return apps;
  for (const Json& related : (*json)["related_applications"].Items()) {
    const std::string& platform = related["platform"].AsString();
    const bool is_apple = platform == "itunes";
    if (!is_apple && platform != "play") continue;
    const Store store = is_apple ? Store::kApple : Store::kGoogle;
    for (const char* key : {"id", "url"}) {
      const auto app = ParseStoreApp(store, related[key].AsString());
      if (!app) continue;
      Add(apps, Declared(store, app->app, "manifest"));
      break;
    }
  }
  return apps;
}

std::vector<KnownApp> AppsOnSite(const SiteLook& look) {
  std::vector<KnownApp> apps;
  const auto add = [&](const std::string& value, bool is_declared, const std::string& by) {
    const std::size_t colon = value.find(':');
    const auto store = FromWord<Store>(value.substr(0, colon));
    if (!store || colon == value.npos) return;
    KnownApp app = Declared(*store, value.substr(colon + 1), "");
    app.is_declared = is_declared;
    app.found_by = by;
    Add(apps, std::move(app));
  };
  for (const SitePage& page : look.pages) {
    if (page.surface != Surface::kSite) continue;
    for (const AccountMention& mention : page.found.mentions) {
      if (mention.channel == "app") add(mention.value, true, mention.where);
    }
  }
  for (const SitePage& page : look.pages) {
    if (page.surface != Surface::kSite) continue;
    for (const ContactPoint& point : page.found.contacts) {
      if (point.channel == "app") add(point.value, point.is_data_only, "a link on the site");
    }
  }
  return apps;
}

std::vector<KnownApp> ChooseApps(const BrandFile& file, const std::vector<KnownApp>& found) {
  std::vector<KnownApp> chosen;
  for (Store store : {Store::kApple, Store::kGoogle}) {
    std::vector<KnownApp> of_store;
    for (const StoreApp& given : file.stores) {
      if (given.store != store) continue;
      KnownApp app = Declared(store, given.app, "brand.yaml");
      app.scheme = given.scheme;
      Add(of_store, std::move(app));
    }
    if (of_store.empty()) {
      for (bool is_declared : {true, false}) {
        for (const KnownApp& app : found) {
          if (app.store == store && app.is_declared == is_declared) Add(of_store, app);
        }
      }
    }
    chosen.insert(chosen.end(), of_store.begin(), of_store.end());
  }
  return chosen;
}

}  // namespace klikpad
