// Apps of brand.yaml by their ids and addresses.

#include <algorithm>

#include "base/text.h"
#include "base/url.h"
#include "brand/brand_file.h"

namespace klikpad {

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

}  // namespace klikpad
