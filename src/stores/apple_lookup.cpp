// Apple's lookup service: https://itunes.apple.com/lookup?id=…&country=…, a small JSON document.
// source: shared facts app_stores, apple.lookup_api.

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "base/url.h"
#include "stores/answer_state.h"
#include "stores/store_answer.h"
#include "stores/store_page.h"

namespace klikpad {
namespace {

// A parameter's value holds letters, digits, dots and the like only; anything else was no id.
std::string Plain(std::string_view text) {
  std::string plain;
  for (char c : text) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    if (is_plain) plain += c;
  }
  return plain;
}

bool IsAsked(const Json& result, const ListingQuestion& asked) {
  if (result["wrapperType"].AsString() != "software") return false;
  if (asked.app.empty()) return result["bundleId"].AsString() == asked.bundle;
  return result["trackId"].IsInt() && std::to_string(result["trackId"].AsInt()) == asked.app;
}

void Take(const Json& result, Listing& listing) {
  listing.app = std::to_string(result["trackId"].AsInt());
  listing.title = CollapseSpace(result["trackName"].AsString());
  listing.seller = CollapseSpace(result["sellerName"].AsString());
  listing.developer = CollapseSpace(result["artistName"].AsString());
  if (const auto page = WebAddress(result["trackViewUrl"].AsString())) listing.url = *page;
  if (const auto site = WebAddress(result["sellerUrl"].AsString())) listing.website = {*site, ""};
  listing.description = CutDescription(result["description"].AsString());
  listing.version = CollapseSpace(result["version"].AsString());
  listing.updated_at = result["currentVersionReleaseDate"].AsString();
  if (result["price"].IsNumber()) {
    listing.price = result["price"].AsDouble();
    listing.currency = result["currency"].AsString();
  }
  if (result["averageUserRating"].IsNumber()) {
    listing.rating = result["averageUserRating"].AsDouble();
  }
  if (result["userRatingCount"].IsInt()) listing.ratings = result["userRatingCount"].AsInt();
}

}  // namespace

std::string LookupAddress(const ListingQuestion& asked) {
  if (asked.store != Store::kApple) return "";
  const std::string which =
      asked.app.empty() ? "bundleId=" + Plain(asked.bundle) : "id=" + Plain(asked.app);
  return asked.scheme + "://itunes.apple.com/lookup?" + which +
         "&country=" + AsciiLower(Plain(asked.storefront)) + "&entity=software";
}

std::string PageAddress(const ListingQuestion& asked) {
  const std::string country = AsciiLower(Plain(asked.storefront));
  const std::string app = Plain(asked.app);
  const std::string language = Plain(asked.language);
  if (asked.store == Store::kApple) {
    return asked.scheme + "://apps.apple.com/" + country + "/app/id" + app +
           (language.empty() ? "" : "?l=" + language);
  }
  std::string country_code = country;
  for (char& c : country_code) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return asked.scheme + "://play.google.com/store/apps/details?id=" + app +
         (language.empty() ? "" : "&hl=" + language) + "&gl=" + country_code;
}

Listing ReadAppleLookup(const Exchange& exchange, const ListingQuestion& asked,
                        const StoreWords& words) {
  Listing listing = EmptyListing(exchange, asked);
  if (!HasBody(exchange, words, listing)) return listing;
  const auto json = Json::Parse(exchange.body, "", 40);
  if (!json || !(*json)["results"].IsArray() || !(*json)["resultCount"].IsInt()) {
    return Unreadable(exchange, asked, words, "the store's answer has an unknown shape");
  }
  for (const Json& result : (*json)["results"].Items()) {
    if (!IsAsked(result, asked) || result["trackName"].AsString().empty()) continue;
    listing.state = ListingState::kRead;
    Take(result, listing);
    return listing;
  }
  if ((*json)["resultCount"].AsInt() == 0 && (*json)["results"].Items().empty()) {
    listing.state = ListingState::kNotFound;
    listing.problem = "the store has no such app in this country";
    return listing;
  }
  return Unreadable(exchange, asked, words, "the store answers with another app");
}

}  // namespace klikpad
