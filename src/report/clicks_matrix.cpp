// Contacts counted by channel and distance.

#include "report/clicks_matrix.h"

#include <algorithm>
#include <tuple>

#include "model/page_roles.h"

namespace klikpad {
namespace {

int NearestRoute(const Audit& audit, int contact) {
  int best = -1;
  for (std::size_t i = 0; i < audit.routes.size(); ++i) {
    const Route& route = audit.routes[i];
    if (route.contact != contact || route.tier != Tier::kShortest || route.uses_search) continue;
    if (route.surface != Surface::kSite) continue;
    if (best < 0 || route.clicks < audit.routes[static_cast<std::size_t>(best)].clicks) {
      best = static_cast<int>(i);
    }
  }
  return best;
}

// What stands in the app or a store alone is no contact of the site's visitor.
bool IsOnSite(const Audit& audit, const Contact& contact) {
  return std::any_of(contact.places.begin(), contact.places.end(), [&](const ContactPlace& place) {
    const bool is_page = place.page >= 0 && place.page < static_cast<int>(audit.look.pages.size());
    return !is_page ||
           audit.look.pages[static_cast<std::size_t>(place.page)].surface == Surface::kSite;
  });
}

// Nobody there is asked by customers. A purpose is known of one place; a mailbox's name, of all.
bool IsForOthers(const Audit& audit, const Contact& contact) {
  const bool has_purpose = contact.channel == "email" || contact.places.size() == 1;
  if (has_purpose && IsPurposeOfOthers(contact.purpose)) return true;
  return !contact.places.empty() &&
         std::all_of(contact.places.begin(), contact.places.end(), [&](const ContactPlace& place) {
           return place.page >= 0 && place.page < static_cast<int>(audit.look.pages.size()) &&
                  IsPlaceOfOthers(audit.look.pages[static_cast<std::size_t>(place.page)],
                                  place.region);
         });
}

// "p.jansen@…": one of several people rather than the desk.
bool IsPersonsMailbox(const Contact& contact) {
  const std::string_view name = std::string_view(contact.value).substr(0, contact.value.find('@'));
  return contact.channel == "email" && name.find_first_of("._") != name.npos;
}

// The page of contact, which says of all ways what is the first, names it.
bool StandsOnPageOfContact(const Audit& audit, const Contact& contact) {
  return std::any_of(contact.places.begin(), contact.places.end(), [&](const ContactPlace& place) {
    return place.page >= 0 && place.page < static_cast<int>(audit.look.pages.size()) &&
           HasRole(audit.look.pages[static_cast<std::size_t>(place.page)], {Role::kContact});
  });
}

// What is there for customers comes first, then what is near; what can be called or written to
// comes before what can only be followed, what is for all before what is for one subject, what the
// page of contact names before what others do, the desk before its people, what stands on more
// pages before what stands on few.
auto Order(const Audit& audit, const Contact& contact) {
  return std::make_tuple(IsForOthers(audit, contact), contact.clicks ? *contact.clicks : 1 << 20,
                         contact.use == Use::kContact ? 0 : 1,
                         IsPurposeOfOneSubject(contact.purpose),
                         !StandsOnPageOfContact(audit, contact), IsPersonsMailbox(contact),
                         -static_cast<long>(contact.places.size()));
}

void AddScent(const Audit& audit, MatrixRow& row) {
  for (const Reach& reach : audit.reach) {
    if (reach.page != audit.look.start || reach.kind != TargetKind::kChannel ||
        reach.target != row.channel)
      continue;
    if (reach.tier != Tier::kScent || reach.uses_search) continue;
    row.has_scent = true;
    row.scent = reach.clicks;
  }
}

// Through the site's search, where that is shorter than by links alone.
void AddSearch(const Audit& audit, MatrixRow& row) {
  for (const SearchTry& search : audit.look.searches) {
    if (search.channel == row.channel && search.page >= 0) row.was_searched = true;
  }
  row.with_search = row.clicks;
  for (const Reach& reach : audit.reach) {
    const bool is_channel = reach.kind == TargetKind::kChannel && reach.target == row.channel;
    if (reach.page != audit.look.start || !is_channel) continue;
    if (reach.tier != Tier::kShortest || !reach.uses_search || !reach.clicks) continue;
    if (!row.with_search || *reach.clicks < *row.with_search) row.with_search = reach.clicks;
  }
  if (row.with_search == row.clicks) return;
  row.was_searched = true;
  for (std::size_t i = 0; i < audit.routes.size(); ++i) {
    const Route& route = audit.routes[i];
    if (!route.uses_search || route.tier != Tier::kShortest) continue;
    if (route.clicks != row.with_search || route.contact < 0) continue;
    const Contact& contact = audit.contacts[static_cast<std::size_t>(route.contact)];
    if (contact.channel == row.channel && CountsAsOwn(contact) && row.search_route < 0) {
      row.search_route = static_cast<int>(i);
    }
  }
}

MatrixRow RowOf(const Audit& audit, const std::string& channel) {
  MatrixRow row;
  row.channel = channel;
  int seen = 0, contacts = 0, without_human = 0, dead = 0;
  for (std::size_t i = 0; i < audit.contacts.size(); ++i) {
    const Contact& contact = audit.contacts[i];
    if (contact.channel != channel || !CountsAsOwn(contact)) continue;
    if (!IsOnSite(audit, contact)) continue;
    ++seen;
    contacts += contact.use == Use::kContact ? 1 : 0;
    without_human += contact.human == Human::kNo ? 1 : 0;
    dead += contact.is_dead ? 1 : 0;
    ++row.counts[MatrixColumn(contact.clicks)];
    const bool is_nearer =
        row.nearest < 0 ||
        Order(audit, contact) < Order(audit, audit.contacts[static_cast<std::size_t>(row.nearest)]);
    if (is_nearer) row.nearest = static_cast<int>(i);
  }
  if (row.nearest < 0) return row;
  row.clicks = audit.contacts[static_cast<std::size_t>(row.nearest)].clicks;
  row.route = NearestRoute(audit, row.nearest);
  row.is_at_most =
      row.route >= 0 && audit.routes[static_cast<std::size_t>(row.route)].certainty == "at-most";
  row.is_follow_only = contacts == 0;
  row.is_for_others = IsForOthers(audit, audit.contacts[static_cast<std::size_t>(row.nearest)]);
  row.is_without_human = without_human == seen;
  row.is_dead = dead == seen;
  AddScent(audit, row);
  AddSearch(audit, row);
  return row;
}

}  // namespace

std::size_t MatrixColumn(std::optional<int> clicks) {
  if (!clicks) return kNoWayColumn;
  return static_cast<std::size_t>(std::clamp(*clicks, 0, 4));
}

bool CountsAsOwn(const Contact& contact) {
  return contact.owner == Owner::kOwn && contact.confidence != Confidence::kWeak &&
         (contact.use == Use::kContact || contact.use == Use::kFollow);
}

bool HasSearch(const std::vector<MatrixRow>& rows) {
  return std::any_of(rows.begin(), rows.end(),
                     [](const MatrixRow& row) { return row.was_searched; });
}

std::vector<MatrixRow> ClicksMatrix(const Audit& audit,
                                    const std::vector<std::string>& always_shown) {
  std::vector<MatrixRow> rows;
  for (const ChannelTitle& channel : audit.channels) {
    MatrixRow row = RowOf(audit, channel.id);
    const bool is_asked =
        std::find(always_shown.begin(), always_shown.end(), channel.id) != always_shown.end();
    if (row.nearest >= 0 || is_asked) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace klikpad
