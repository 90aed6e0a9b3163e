// Asking the stores.

#include "app/store_look.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "app/known_apps.h"
#include "app/store_asker.h"
#include "base/text.h"
#include "base/url.h"
#include "find/site/brand_match.h"
#include "stores/store_answer.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostAppsAStore = 6;

ListingQuestion QuestionFor(const KnownApp& app, const StoreOptions& options) {
  ListingQuestion asked;
  asked.store = app.store;
  asked.app = app.app;
  asked.bundle = app.bundle;
  asked.storefront = options.storefront;
  asked.language = options.language;
  asked.scheme = app.scheme;
  return asked;
}

// Whose app it is: said by the brand, or by what the listing says of its maker.
void DecideOwner(const KnownApp& app, const BrandNames& names, Listing& listing) {
  const auto owned = [&](const std::string& address) {
    const auto url = Url::Parse(address);
    return url && names.OwnsHost(url->Host());
  };
  const std::size_t at = listing.email.rfind('@');
  if (app.is_declared) {
    listing.signals.push_back(fmt::format("named by the brand itself: {}", app.found_by));
  }
  if (owned(listing.website.url) || owned(listing.support.url) || owned(listing.privacy.url) ||
      (at != std::string::npos && names.OwnsHost(AsciiLower(listing.email.substr(at + 1))))) {
    listing.signals.emplace_back("its links or address lead to the brand's own domain");
  }
  for (const std::string& text : {listing.seller, listing.developer}) {
    if (names.In(text).empty()) continue;
    listing.signals.push_back(
        fmt::format("the maker's name carries the name '{}'", names.In(text)));
    break;
  }
  if (!listing.signals.empty()) listing.owner = Owner::kOwn;
}

HoleReason HoleOf(const Listing& listing) {
  switch (listing.state) {
    case ListingState::kBlocked:
    case ListingState::kConsent:
      return HoleReason::kBlocked;
    case ListingState::kTruncated:
      return HoleReason::kTruncated;
    case ListingState::kRefused:
      return HoleReason::kRobots;
    default:
      return HoleReason::kFailed;
  }
}

Coverage CoverageOf(const std::vector<Listing>& listings, std::size_t left_out) {
  Coverage row;
  row.kind = LookKind::kStore;
  for (const Listing& listing : listings) {
    row.seen += listing.state == ListingState::kRead ? 1 : 0;
    const bool is_open = listing.state != ListingState::kNotFound && !listing.problem.empty();
    if (is_open) {
      row.holes.push_back({listing.url, HoleOf(listing), listing.problem, std::nullopt});
    }
  }
  row.expected = static_cast<int>(listings.size() + left_out);
  if (listings.empty()) {
    row.complete = Complete::kNo;
    row.why = "no store listing is known";
  } else if (!row.holes.empty()) {
    row.complete = row.seen > 0 ? Complete::kPartial : Complete::kNo;
    row.why = row.holes.front().text;
  } else if (left_out > 0) {
    row.complete = Complete::kPartial;
    row.why = fmt::format("only the first {} apps of a store were asked for", kMostAppsAStore);
  } else {
    row.complete = Complete::kYes;
  }
  return row;
}

// At most so many of each store; the others are counted.
std::size_t Cut(std::vector<KnownApp>& apps) {
  std::size_t left_out = 0;
  std::vector<KnownApp> kept;
  for (KnownApp& app : apps) {
    const auto same = std::count_if(kept.begin(), kept.end(),
                                    [&](const KnownApp& have) { return have.store == app.store; });
    if (static_cast<std::size_t>(same) < kMostAppsAStore) {
      kept.push_back(std::move(app));
    } else {
      ++left_out;
    }
  }
  apps = std::move(kept);
  return left_out;
}

void MarkRefused(const Exchange& exchange, Listing& listing) {
  if (exchange.error == FetchError::kRefused) listing.state = ListingState::kRefused;
}

std::vector<Listing> AskListings(const std::vector<KnownApp>& apps, const StoreOptions& options,
                                 const Rules& rules, StoreAsker& asker) {
  std::vector<ListingQuestion> questions;
  std::vector<std::string> lookups, pages;
  for (const KnownApp& app : apps) {
    questions.push_back(QuestionFor(app, options));
    lookups.push_back(LookupAddress(questions.back()));
  }
  const std::vector<Exchange> found = asker.Ask(lookups);
  std::vector<Listing> listings(apps.size());
  for (std::size_t i = 0; i < apps.size(); ++i) {
    if (lookups[i].empty()) continue;
    listings[i] = ReadAppleLookup(found[i], questions[i], rules.stores);
    MarkRefused(found[i], listings[i]);
    if (questions[i].app.empty()) questions[i].app = listings[i].app;
  }
  for (const ListingQuestion& asked : questions) {
    std::string page = asked.app.empty() ? "" : PageAddress(asked);
    // A bundle and a number that are one app: the first speaks for both.
    if (std::find(pages.begin(), pages.end(), page) != pages.end()) page.clear();
    pages.push_back(std::move(page));
  }
  const std::vector<Exchange> shown = asker.Ask(pages);
  for (std::size_t i = 0; i < apps.size(); ++i) {
    if (pages[i].empty()) continue;
    if (questions[i].store == Store::kGoogle) {
      listings[i] = ReadGooglePage(shown[i], questions[i], rules.stores);
      MarkRefused(shown[i], listings[i]);
    } else {
      Listing page = ReadApplePage(shown[i], questions[i], rules.stores);
      MarkRefused(shown[i], page);
      listings[i] = MergeApple(std::move(listings[i]), std::move(page));
    }
  }
  return listings;
}

Coverage NotLooked(std::string why) {
  Coverage row;
  row.kind = LookKind::kStore;
  row.why = std::move(why);
  return row;
}

}  // namespace

StoreLook LookAtStores(const BrandFile& file, const SiteLook& look, const StoreOptions& options,
                       const Rules& rules, Fetcher& fetcher) {
  StoreLook result;
  const auto is_cancelled = [&] { return options.is_cancelled && options.is_cancelled(); };
  if (!options.is_on || is_cancelled()) {
    result.coverage = NotLooked("the stores were not asked");
    return result;
  }
  std::vector<KnownApp> apps = ChooseApps(file, AppsOnSite(look));
  if (apps.empty()) {
    result.coverage = NotLooked("no store listing is known");
    return result;
  }
  if (options.storefront.empty()) {
    result.coverage =
        NotLooked("no country is known, so no storefront: brand.yaml or --storefront");
    return result;
  }
  const std::size_t left_out = Cut(apps);
  StoreAsker asker(fetcher, options.obey_robots, options.interval_ms);
  std::vector<Listing> listings = AskListings(apps, options, rules, asker);
  const BrandNames names(file.brand);
  // A bundle and an id may be one app.
  std::set<std::pair<Store, std::string>> seen;
  for (std::size_t i = 0; i < apps.size(); ++i) {
    Listing& listing = listings[i];
    listing.found_by = apps[i].found_by;
    if (listing.app.empty()) listing.app = apps[i].bundle;
    if (listing.state == ListingState::kRead) DecideOwner(apps[i], names, listing);
    if (seen.emplace(listing.store, listing.app).second) {
      result.listings.push_back(std::move(listing));
    }
  }
  std::stable_sort(result.listings.begin(), result.listings.end(),
                   [](const Listing& a, const Listing& b) {
                     return std::tie(a.store, a.app) < std::tie(b.store, b.app);
                   });
  result.coverage = CoverageOf(result.listings, left_out);
  return result;
}

}  // namespace klikpad
