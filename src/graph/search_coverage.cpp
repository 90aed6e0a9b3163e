// Measuring the look that a search gives.

#include "graph/search_coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace klikpad {
namespace {

// The page behind the redirects that begin at `page`; loops end.
const SitePage& EndOf(const SiteLook& look, int page) {
  const SitePage* end = &look.pages[static_cast<std::size_t>(page)];
  for (int hops = 0; hops < 32 && end->redirect_to >= 0; ++hops) {
    end = &look.pages[static_cast<std::size_t>(end->redirect_to)];
  }
  return *end;
}

void AddUnreadHits(Coverage& row, const SiteLook& look, const SitePage& results) {
  for (const SiteLink& link : results.links) {
    if (link.to < 0) continue;
    const SitePage& hit = EndOf(look, link.to);
    if (!IsOpen(hit.hole) || hit.is_alternate) continue;
    row.holes.push_back({hit.url, hit.hole, hit.hole_text, hit.clicks});
  }
}

// Words or an address that say search, where no form of the HTML is one: scripts make it.
const SiteLink* PromisedSearch(const SiteLook& look, const Vocabulary& vocabulary) {
  std::unordered_set<const char*> done;  // labels: a menu's are the same bytes on every page
  for (const SitePage& page : look.pages) {
    for (const SiteLink& link : page.links) {
      if (link.region == Region::kMain && link.kind == LinkKind::kLink) continue;
      if (!done.insert(link.label.View().data()).second) continue;
      const std::vector<Role> roles = vocabulary.RolesNamed(link.label);
      if (std::find(roles.begin(), roles.end(), Role::kSearchResults) != roles.end()) return &link;
    }
  }
  return nullptr;
}

Coverage MeasureTries(Coverage row, const SiteLook& look) {
  row.expected = static_cast<int>(look.searches.size());
  for (const SearchTry& search : look.searches) {
    if (search.page < 0) {
      if (row.why.empty()) {
        row.why = fmt::format("the search for '{}' was not read: {}", search.term, search.problem);
      }
      continue;
    }
    ++row.seen;
    AddUnreadHits(row, look, EndOf(look, search.page));
  }
  if (row.seen == row.expected && row.holes.empty()) {
    row.complete = Complete::kYes;
    return row;
  }
  row.complete = row.seen == 0 ? Complete::kNo : Complete::kPartial;
  if (row.why.empty()) row.why = "not every page was read that the search led to";
  return row;
}

}  // namespace

Coverage MeasureSearch(const SiteLook& look, bool site_is_whole, const Vocabulary& vocabulary) {
  Coverage row;
  row.kind = LookKind::kSearch;
  if (!look.searches.empty()) return MeasureTries(std::move(row), look);
  row.why = look.search_problem;
  if (!row.why.empty()) return row;
  row.complete = Complete::kPartial;
  if (!site_is_whole) {
    row.why = "no search form was seen, and the site was not seen whole";
  } else if (const SiteLink* link = PromisedSearch(look, vocabulary); link != nullptr) {
    row.why = fmt::format("'{}' promises a search, but no form of the HTML is one", link->label);
  } else {
    row.complete = Complete::kYes;
    row.why = "the site has no search";
  }
  return row;
}

}  // namespace klikpad
