// The parts of an EvidenceDraft: each fills some tables of an open, empty database.

#pragma once

#include <vector>

#include "evidence/database.h"
#include "model/audit.h"
#include "rules/rules.h"

namespace klikpad {

// "12:5", nothing when the place is not known.
inline std::optional<std::string> PlaceText(const Place& place) {
  return place.line > 0 ? std::optional(place.Text()) : std::nullopt;
}

// Row ids of what other rows refer to.
struct RowIds {
  // Of each SitePage, 0 when it has no row: redirects and addresses that were never opened.
  std::vector<std::int64_t> page;
  // Of each SitePage's first link; its others follow. 0 when it has no row.
  std::vector<std::int64_t> first_link;

  std::optional<std::int64_t> Page(int index) const;
  std::optional<std::int64_t> Link(const SiteLook& look, int page_index, int link_index) const;
};
RowIds NumberRows(const SiteLook& look);

// audit, channels
Result<void> WriteFacts(sqlite3* db, const Audit& audit, const Rules& rules);
Result<void> WriteCoverage(sqlite3* db, const std::vector<Coverage>& rows);
// pages, page_roles, texts, links
Result<void> WritePages(sqlite3* db, const SiteLook& look, const RowIds& ids);
// hosts
Result<void> WriteHosts(sqlite3* db, const SiteLook& look);
// contacts, hours
Result<void> WriteContacts(sqlite3* db, const SiteLook& look, const RowIds& ids);
// listings
Result<void> WriteListings(sqlite3* db, const Audit& audit, const RowIds& ids);
// reach
Result<void> WriteReach(sqlite3* db, const Audit& audit, const RowIds& ids);
// routes, steps
Result<void> WriteRoutes(sqlite3* db, const Audit& audit, const RowIds& ids);

// probes, incidents, benchmarks, touchpoints, metrics
Result<void> WriteObserved(sqlite3* db, const Audit& audit);
Result<void> WriteMetrics(sqlite3* db, const std::vector<Metric>& metrics);

// The row id of the page at which each page's section starts, nothing where there is none: the
// nearest known page above the first path segment below the home page.
std::vector<std::optional<std::int64_t>> FindSections(const SiteLook& look, const RowIds& ids);

}  // namespace klikpad
