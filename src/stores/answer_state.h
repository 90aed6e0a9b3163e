// What an answer of a store is, before anything is read from it.

#pragma once

#include <string>
#include <string_view>

#include "model/exchange.h"
#include "model/listing.h"
#include "rules/store_words.h"
#include "stores/store_answer.h"

namespace klikpad {

// An empty listing of what was asked.
Listing EmptyListing(const Exchange& exchange, const ListingQuestion& asked);

// False when there is nothing to read: then state and problem of `listing` are set.
bool HasBody(const Exchange& exchange, const StoreWords& words, Listing& listing);

// `listing` without any fields: the page is a wall, or `problem` says what it is.
Listing Unreadable(const Exchange& exchange, const ListingQuestion& asked, const StoreWords& words,
                   std::string problem);

}  // namespace klikpad
