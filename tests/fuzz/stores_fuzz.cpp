// Fuzzes the readers of store answers: any bytes are read, and what is no listing tells nothing.
// The first byte chooses the reader.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "stores/store_answer.h"

namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

klikpad::StoreWords Words() {
  klikpad::StoreWords words;
  words.labels = {{"app support", klikpad::ListingFact::kSupport},
                  {"website", klikpad::ListingFact::kWebsite},
                  {"phone number", klikpad::ListingFact::kPhone}};
  return words;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const klikpad::StoreWords words = Words();
  klikpad::ListingQuestion asked;
  asked.app = "123456789";
  asked.storefront = "NL";
  klikpad::Exchange exchange;
  exchange.url = exchange.final_url = "https://apps.apple.com/nl/app/id123456789";
  exchange.status = 200;
  exchange.body.assign(reinterpret_cast<const char*>(data + 1), size - 1);
  klikpad::Listing listing;
  if (data[0] % 3 == 0) listing = klikpad::ReadAppleLookup(exchange, asked, words);
  if (data[0] % 3 == 1) listing = klikpad::ReadApplePage(exchange, asked, words);
  if (data[0] % 3 == 2) {
    asked.store = klikpad::Store::kGoogle;
    asked.app = "nl.voorbeeld.app";
    listing = klikpad::ReadGooglePage(exchange, asked, words);
  }
  if (listing.state == klikpad::ListingState::kRead) {
    Require(!listing.title.empty());
    return 0;
  }
  Require(!listing.problem.empty());
  Require(listing.title.empty() && listing.email.empty() && listing.phone.empty());
  Require(listing.support.url.empty() && listing.website.url.empty());
  return 0;
}
