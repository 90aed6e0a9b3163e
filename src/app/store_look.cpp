// Asking the stores.

#include "app/store_look.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "app/known_apps.h"
#include "base/domain.h"
#include "base/text.h"
#include "crawl/page_digest.h"
#include "crawl/robots_gate.h"
#include "find/brand_match.h"
#include "stores/store_answer.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostAppsAStore = 6;

// Answers to addresses; what robots.txt disallows is answered by that word.
class StoreAsker {
 public:
  StoreAsker(const StoreOptions& options, Fetcher& fetcher)
      : options_(options), fetcher_(fetcher) {}

  // One exchange an address, in their order; an empty address gives an empty one.
  std::vector<Exchange> Ask(const std::vector<std::string>& addresses, std::int64_t interval_ms) {
    std::vector<Exchange> exchanges(addresses.size());
    std::vector<Request> requests;
    std::vector<std::size_t> places;
    std::vector<Url> urls;
    for (const std::string& address : addresses) {
      if (const auto url = Url::Parse(address)) urls.push_back(*url);
    }
    if (options_.obey_robots) LoadRobots(urls);
    for (std::size_t i = 0; i < addresses.size(); ++i) {
      const auto url = Url::Parse(addresses[i]);
      if (!url) continue;
      exchanges[i].url = exchanges[i].final_url = addresses[i];
      const std::string refusal = options_.obey_robots ? robots_.Refusal(*url) : "";
      if (!refusal.empty()) {
        exchanges[i].error = FetchError::kRefused;
        exchanges[i].error_text = refusal;
        continue;
      }
      Request request;
      request.url = addresses[i];
      request.any_type = true;
      request.host_interval_ms =
          std::max(interval_ms, options_.obey_robots ? robots_.IntervalOf(*url) : 0);
      requests.push_back(std::move(request));
      places.push_back(i);
    }
    fetcher_.Fetch(requests, [&](std::size_t i, Exchange exchange) {
      exchanges[places[i]] = std::move(exchange);
    });
    return exchanges;
  }

 private:
  void LoadRobots(const std::vector<Url>& urls) {
    std::vector<Request> requests;
    std::vector<Url> asked;
    for (const Url& url : urls) {
      auto request = robots_.Ask(url);
      if (!request) continue;
      requests.push_back(std::move(*request));
      asked.push_back(url);
    }
    fetcher_.Fetch(requests, [&](std::size_t i, const Exchange& exchange) {
      robots_.Take(asked[i], exchange);
    });
  }

  const StoreOptions& options_;
  Fetcher& fetcher_;
  RobotsGate robots_;
};

bool IsFine(const Exchange& exchange) {
  return exchange.IsAnswered() && exchange.status == 200 && !exchange.is_truncated;
}

// Apps that files of the site name; three requests at most.
std::vector<KnownApp> AppsInFiles(const SiteLook& look, StoreAsker& asker) {
  const AppFiles files = AppFilesOf(look);
  const std::vector<Exchange> answers = asker.Ask({files.apple, files.google, files.manifest}, 0);
  std::vector<KnownApp> apps;
  const auto take = [&](const Exchange& exchange, auto read) {
    if (!IsFine(exchange)) return;
    for (KnownApp& app : read(exchange.body)) apps.push_back(std::move(app));
  };
  take(answers[0], ReadAppleAssociation);
  take(answers[1], ReadAssetLinks);
  take(answers[2], ReadManifest);
  return apps;
}

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
    listing.signals.push_back(fmt::format("named in {}", app.found_by));
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
  const std::vector<Exchange> found = asker.Ask(lookups, options.interval_ms);
  std::vector<Listing> listings(apps.size());
  for (std::size_t i = 0; i < apps.size(); ++i) {
    if (lookups[i].empty()) continue;
    listings[i] = ReadAppleLookup(found[i], questions[i], rules.stores);
    MarkRefused(found[i], listings[i]);
    if (questions[i].app.empty()) questions[i].app = listings[i].app;
  }
  for (const ListingQuestion& asked : questions) {
    pages.push_back(asked.app.empty() ? "" : PageAddress(asked));
  }
  const std::vector<Exchange> shown = asker.Ask(pages, options.interval_ms);
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

// What the listing gives as a way to its maker. An account or address that only its description
// mentions could be anybody's, unless it carries the brand's name.
bool IsMakers(const ContactPoint& point, const Listing& listing, const BrandNames& names) {
  if (point.use == Use::kShare || point.use == Use::kContent) return false;
  for (const ListingLink* link : {&listing.support, &listing.website}) {
    if (!point.url.empty() && point.url == link->url) return true;
  }
  if (point.channel == "email") {
    const std::string host = point.value.substr(point.value.rfind('@') + 1);
    return EqualsIgnoreAsciiCase(point.value, listing.email) || names.OwnsHost(host) ||
           !names.In(DomainLabel(host)).empty();
  }
  return point.handle.empty() || !names.In(point.handle).empty();
}

// The listing's words as HTML, so that the detectors of the site read them.
std::string HtmlOf(const Listing& listing) {
  std::string html = "<!doctype html><title>" + EscapeHtml(listing.title) + "</title><main><h1>" +
                     EscapeHtml(listing.title) + "</h1>";
  const auto link = [&](const std::string& href, const std::string& label) {
    html += "<p><a href=\"" + EscapeHtml(href) + "\">" + EscapeHtml(label) + "</a></p>\n";
  };
  const auto labelled = [&](const ListingLink& have, const char* label) {
    if (!have.url.empty()) link(have.url, have.label.empty() ? label : have.label);
  };
  labelled(listing.support, "App Support");
  labelled(listing.website, "Developer Website");
  labelled(listing.privacy, "Privacy Policy");
  if (!listing.email.empty()) link("mailto:" + listing.email, listing.email);
  if (!listing.phone.empty()) link("tel:" + listing.phone, listing.phone);
  for (const std::string& text : {listing.address, listing.seller}) {
    if (!text.empty()) html += "<p>" + EscapeHtml(text) + "</p>\n";
  }
  for (std::string_view line : Split(listing.description, '\n')) {
    if (!Trim(line).empty()) html += "<p>" + EscapeHtml(line) + "</p>\n";
  }
  return html;
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
  StoreAsker asker(options, fetcher);
  std::vector<KnownApp> found = AppsOnSite(look);
  const bool has_apple = std::any_of(file.stores.begin(), file.stores.end(),
                                     [](const auto& app) { return app.store == Store::kApple; });
  const bool has_google = std::any_of(file.stores.begin(), file.stores.end(),
                                      [](const auto& app) { return app.store == Store::kGoogle; });
  if (!has_apple || !has_google) {
    for (KnownApp& app : AppsInFiles(look, asker)) found.push_back(std::move(app));
  }
  std::vector<KnownApp> apps = ChooseApps(file, found);
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

std::vector<SitePage> ListingPages(const Listing& listing, const SiteLook& look, const Brand& brand,
                                   const Rules& rules) {
  Exchange exchange;
  exchange.url = exchange.final_url = listing.url;
  exchange.status = 200;
  exchange.headers = {{"content-type", "text/html; charset=utf-8"}};
  exchange.body = HtmlOf(listing);
  PageContext context;
  context.brand = brand;
  context.country = brand.country;
  if (!brand.languages.empty()) context.language = brand.languages.front();
  SitePage page = DigestPage(exchange, rules, context).page;
  page.url = listing.url;
  page.surface = Surface::kStore;
  page.needs_javascript = false;
  page.found.roles = {{Role::kListing, "it stands in an app store", Confidence::kSure}};
  page.found.mentions.clear();
  const BrandNames names(brand);
  for (ContactPoint& point : page.found.contacts) {
    if (IsMakers(point, listing, names)) {
      point.owner = Owner::kOwn;
      point.signals.emplace_back("stands in the brand's own store listing");
    }
    point.place = {};  // lines of what was put together, not of the store's page
  }
  for (OpeningHours& hours : page.found.hours) hours.place = {};
  for (SiteText& text : page.texts) text.place = {};
  std::set<std::string> known;
  for (const SitePage& have : look.pages) {
    if (have.is_read || have.redirect_to >= 0) known.insert(have.url);
    known.insert(have.aliases.begin(), have.aliases.end());
  }
  std::vector<SitePage> pages{std::move(page)};
  for (SiteLink& link : pages.front().links) {
    link.place = {};
    const auto url = Url::Parse(link.url);
    if (!url || !url->IsHttp() || !names.OwnsHost(url->Host())) continue;
    const std::string address = url->WithoutFragment();
    const auto is_like = [&](const std::string& have) {
      return have.substr(have.find(':') + 1) == address.substr(address.find(':') + 1);
    };
    if (std::any_of(known.begin(), known.end(), is_like)) continue;
    SitePage hole;
    hole.url = address;
    hole.surface = Surface::kStore;
    hole.hole = HoleReason::kLimit;
    hole.hole_text = "a page behind a store listing that the crawl did not meet";
    link.to = static_cast<int>(pages.size());
    pages.push_back(std::move(hole));
  }
  return pages;
}

}  // namespace klikpad
