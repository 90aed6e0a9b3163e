// Putting an audit together.

#include "app/audit.h"

#include <algorithm>
#include <set>

#include "app/listing_pages.h"
#include "app/surfaces.h"
#include "find/roles/listed_news.h"
#include "find/site/answered_by.h"
#include "find/site/ownership.h"
#include "graph/clicks.h"
#include "graph/contacts.h"
#include "graph/coverage.h"

namespace klikpad {
namespace {

std::vector<std::string> ChannelsToReach(const std::vector<Contact>& contacts, const Rules& rules,
                                         const Asked& asked) {
  std::set<std::string> found(asked.channels.begin(), asked.channels.end());
  for (const Contact& contact : contacts) {
    if (contact.owner == Owner::kOwn) found.insert(contact.channel);
  }
  std::vector<std::string> channels;
  for (const std::string& id : rules.channels.Ids()) {
    if (found.count(id) > 0) channels.push_back(id);
  }
  return channels;
}

std::vector<Role> RolesToReach(const SiteLook& look, const Asked& asked) {
  std::set<Role> found(asked.roles.begin(), asked.roles.end());
  for (const SitePage& page : look.pages) {
    for (const PageRole& role : page.found.roles) found.insert(role.role);
  }
  return {found.begin(), found.end()};
}

std::vector<std::pair<std::string, std::string>> Parameters(const CrawlOptions& options,
                                                            const CrawlResult& crawl) {
  return {{"language", crawl.language},
          {"locales", options.locales == Locales::kAll ? "all" : "one"},
          {"max_pages", std::to_string(options.max_pages)},
          {"depth", options.depth ? std::to_string(*options.depth) : "unlimited"},
          {"robots", options.obey_robots ? "obeyed" : "ignored"}};
}

}  // namespace

Audit JoinSurfaces(const Brand& brand, const CrawlOptions& options, CrawlResult crawl,
                   const Rules& rules, OtherSurfaces others) {
  Audit audit;
  audit.brand = brand;
  audit.rules_digest = rules.digest;
  for (const ChannelInfo& channel : rules.channels.list) {
    audit.channels.push_back({channel.id, channel.family, {channel.name_nl, channel.name_en}});
  }
  audit.parameters = Parameters(options, crawl);
  audit.look = std::move(crawl.look);
  for (const std::string& cap : crawl.caps) audit.look.problems.push_back("limit: " + cap);
  MarkListedNews(audit.look, rules);
  DecideOwners(audit.look, brand, rules);
  DecideWhoAnswers(audit.look, rules);
  if (others.app) {
    AddSurface(audit.look, std::move(others.app_surface.pages), {others.app_surface.start});
    audit.app = std::move(others.app);
  }
  for (Listing& listing : others.stores.listings) {
    if (listing.state != ListingState::kRead || listing.owner != Owner::kOwn) continue;
    listing.page = static_cast<int>(audit.look.pages.size());
    AddSurface(audit.look, ListingPages(listing, audit.look, brand, rules), {0});
  }
  audit.listings = std::move(others.stores.listings);
  others.stores.coverage.kind = LookKind::kStore;
  audit.coverage.push_back(std::move(others.stores.coverage));
  LearnOwners(audit.look);
  CountClicks(audit.look, rules.clicks);
  return audit;
}

void Measure(Audit& audit, const Rules& rules, const Asked& asked) {
  audit.contacts = CollectContacts(audit.look, rules);
  std::vector<Coverage> known = std::move(audit.coverage);
  audit.coverage = MeasureCoverage(audit.look, rules);
  const bool has_listing = std::any_of(audit.listings.begin(), audit.listings.end(),
                                       [](const Listing& listing) { return listing.page >= 0; });
  SetCoverage(audit.coverage, MeasureApp(audit.look, audit.brand.has_no_app, has_listing));
  for (Coverage& row : known) SetCoverage(audit.coverage, std::move(row));
  audit.reach = ComputeReach(audit.look, rules, ChannelsToReach(audit.contacts, rules, asked),
                             RolesToReach(audit.look, asked));
  audit.routes = FindRoutes(audit.look, rules, audit.contacts);
}

Audit AssembleAudit(const Brand& brand, const CrawlOptions& options, CrawlResult crawl,
                    const Rules& rules, const Asked& asked, OtherSurfaces others) {
  Audit audit = JoinSurfaces(brand, options, std::move(crawl), rules, std::move(others));
  Measure(audit, rules, asked);
  return audit;
}

}  // namespace klikpad
