// Store answers → listings: the addresses to ask, and what came back, in whatever shape the store
// had it since 2015. Pure: bytes in, a listing out. A wall, another app's page, a cut or unknown
// answer gives no fields but a clear word.

#pragma once

#include <string>

#include "model/exchange.h"
#include "model/listing.h"
#include "rules/store_words.h"

namespace klikpad {

// One app in one country's store.
struct ListingQuestion {
  Store store = Store::kApple;
  std::string app;         // "123456789" or "nl.example.app"
  std::string bundle;      // Apple's other name of an app, when that alone is known
  std::string storefront;  // country, upper case
  std::string language;    // of the page's words, "" the store's choice
  std::string scheme = "https";
};

// https://itunes.apple.com/lookup?id=…&country=nl; "" for other stores.
std::string LookupAddress(const ListingQuestion& asked);
// The product or details page.
std::string PageAddress(const ListingQuestion& asked);

// Readers never fail: what is no listing has its state and problem.
Listing ReadAppleLookup(const Exchange& exchange, const ListingQuestion& asked,
                        const StoreWords& words);
Listing ReadApplePage(const Exchange& exchange, const ListingQuestion& asked,
                      const StoreWords& words);
Listing ReadGooglePage(const Exchange& exchange, const ListingQuestion& asked,
                       const StoreWords& words);

// Apple's two answers as one: the page's own words go before the lookup's. What one of them lacks
// is said in `problem`.
Listing MergeApple(Listing lookup, Listing page);

}  // namespace klikpad
