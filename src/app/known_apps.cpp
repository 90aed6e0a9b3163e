// Choosing among what names apps.

#include "app/known_apps.h"

#include <algorithm>
#include <string_view>

namespace klikpad {
namespace {

constexpr std::size_t kMostApps = 50;
constexpr std::string_view kBundle = "bundle:";

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

// "apple:123456789", "apple:bundle:nl.example.app", "google:nl.example.app"; nothing for other
// shops and for a link to a shop that names no app.
std::optional<KnownApp> AppOf(std::string_view value) {
  const std::size_t colon = value.find(':');
  const auto store = FromWord<Store>(value.substr(0, colon));
  if (!store || colon == value.npos) return std::nullopt;
  std::string_view id = value.substr(colon + 1);
  KnownApp app;
  app.store = *store;
  if (id.starts_with(kBundle)) {
    app.bundle = id.substr(kBundle.size());
  } else {
    app.app = id;
  }
  return app.app.empty() && app.bundle.empty() ? std::nullopt : std::optional(app);
}

}  // namespace

std::vector<KnownApp> AppsOnSite(const SiteLook& look) {
  std::vector<KnownApp> apps;
  const auto add = [&](const std::string& value, bool is_declared, const std::string& by) {
    auto app = AppOf(value);
    if (!app) return;
    app->is_declared = is_declared;
    app->found_by = by;
    Add(apps, std::move(*app));
  };
  const auto add_mention = [&](const AccountMention& mention) {
    if (mention.channel == "app") add(mention.value, true, mention.where);
  };
  for (const SitePage& page : look.pages) {
    if (page.surface != Surface::kSite) continue;
    for (const AccountMention& mention : page.found.mentions) add_mention(mention);
  }
  for (const AccountMention& mention : look.mentions) add_mention(mention);
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
