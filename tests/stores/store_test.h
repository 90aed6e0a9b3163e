// For tests of the readers: the words of rules/stores.yaml, answers, questions.

#pragma once

#include <doctest/doctest.h>

#include <string>

#include "base/yaml.h"
#include "stores/store_answer.h"

namespace klikpad {

inline const StoreWords& TheWords() {
  static const StoreWords words =
      ParseStoreWords(*Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/stores.yaml")).value();
  return words;
}

inline ListingQuestion AppleQuestion() {
  ListingQuestion asked;
  asked.app = "123456789";
  asked.storefront = "NL";
  asked.language = "nl";
  return asked;
}

inline ListingQuestion GoogleQuestion() {
  ListingQuestion asked;
  asked.store = Store::kGoogle;
  asked.app = "nl.voorbeeld.app";
  asked.storefront = "NL";
  asked.language = "nl";
  return asked;
}

inline Exchange AnswerOf(const std::string& url, std::string body, int status = 200) {
  Exchange exchange;
  exchange.url = url;
  exchange.final_url = url;
  exchange.status = status;
  exchange.headers = {{"content-type", "text/html; charset=utf-8"}};
  exchange.body = std::move(body);
  return exchange;
}

// Every field that says how to reach the maker, and the day of the version, one a line.
inline std::string Told(const Listing& listing) {
  std::string text;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) text += std::string(name) + "=" + value + "\n";
  };
  add("title", listing.title);
  add("developer", listing.developer);
  add("seller", listing.seller);
  add("support", listing.support.url);
  add("website", listing.website.url);
  add("privacy", listing.privacy.url);
  add("email", listing.email);
  add("phone", listing.phone);
  add("address", listing.address);
  add("updated", listing.updated_at);
  return text;
}

// A page that is not read tells nothing.
inline void CheckNothingTold(const Listing& listing, ListingState state,
                             const std::string& problem) {
  CHECK(std::string(Word(listing.state)) == std::string(Word(state)));
  CHECK(listing.problem.find(problem) != std::string::npos);
  CHECK_FALSE(listing.problem.empty());
  CHECK(Told(listing).empty());
  CHECK(listing.version.empty());
  CHECK_FALSE(listing.price.has_value());
}

}  // namespace klikpad
