// An app as a store shows it: what it says of its maker and of the ways to reach him. Made by
// `stores` from a store's answer; its page is a page of surface `store`.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/observed_words.h"
#include "model/words.h"

namespace klikpad {

// What became of asking a store.
enum class ListingState {
  kRead,
  kNotFound,    // the store has no such app in that country: a fact
  kBlocked,     // refused, challenged, too many requests
  kConsent,     // a consent wall stood before it
  kUnreadable,  // an answer of an unknown shape, or of another app
  kTruncated,   // cut off
  kFailed,      // no answer, or the server failed
  kRefused,     // robots.txt disallows it
};
template <>
struct Words<ListingState> {
  static constexpr std::array kList{"read"sv,       "not-found"sv, "blocked"sv, "consent"sv,
                                    "unreadable"sv, "truncated"sv, "failed"sv,  "refused"sv};
};

// A link of the listing, with the words that are on it.
struct ListingLink {
  std::string url;    // "" when the listing has none
  std::string label;  // "" when only data says so
};

struct Listing {
  Store store = Store::kApple;
  std::string app;         // "123456789", "nl.example.app"
  std::string storefront;  // country, upper case
  std::string url;         // of the listing's page
  ListingState state = ListingState::kUnreadable;
  std::string problem;  // one sentence when it was not read; also of a part of it that was not

  std::string title;
  std::string developer;  // as the store names the maker
  std::string seller;     // legal name, where the store tells it apart
  ListingLink support, website, privacy;
  std::string email, phone, address;  // as written
  std::string description;            // text, lines kept
  std::string version, updated_at;    // ISO date or time, "" unknown
  std::optional<double> price;
  std::string currency;
  std::optional<double> rating;
  std::optional<std::int64_t> ratings;

  std::string found_by;           // brand.yaml, or what on the site led here
  Owner owner = Owner::kUnknown;  // whose app it is
  int page = -1;                  // its page of surface store in the look; -1 for none
  std::vector<std::string> signals;
};

}  // namespace klikpad
