// Writes store listings.

#include "evidence/writer.h"

namespace klikpad {

Result<void> WriteListings(sqlite3* db, const Audit& audit, const RowIds& ids) {
  Inserter rows(db, "listings",
                {"page_id", "store",   "app",        "storefront", "title",    "developer",
                 "seller",  "support", "website",    "privacy",    "email",    "phone",
                 "address", "version", "updated_at", "price",      "currency", "rating",
                 "ratings", "owner",   "found_by",   "quote"});
  for (const Listing& l : audit.listings) {
    // What was not read is a hole of the look, no listing.
    if (l.state != ListingState::kRead) continue;
    rows.Add(ids.Page(l.page), Word(l.store), OrNull(l.app), OrNull(l.storefront), OrNull(l.title),
             OrNull(l.developer), OrNull(l.seller), OrNull(l.support.url), OrNull(l.website.url),
             OrNull(l.privacy.url), OrNull(l.email), OrNull(l.phone), OrNull(l.address),
             OrNull(l.version), OrNull(l.updated_at), l.price, OrNull(l.currency), l.rating,
             l.ratings, Word(l.owner), OrNull(l.found_by), l.title);
  }
  return rows.Done();
}

}  // namespace klikpad
