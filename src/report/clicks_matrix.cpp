// Contacts counted by channel and distance.

#include "report/clicks_matrix.h"

#include <algorithm>
#include <tuple>

namespace klikpad {
namespace {

int NearestRoute(const Audit& audit, int contact) {
  int best = -1;
  for (std::size_t i = 0; i < audit.routes.size(); ++i) {
    const Route& route = audit.routes[i];
    if (route.contact != contact || route.tier != Tier::kShortest || route.uses_search) continue;
    if (best < 0 || route.clicks < audit.routes[static_cast<std::size_t>(best)].clicks) {
      best = static_cast<int>(i);
    }
  }
  return best;
}

// What can be called or written to comes before what can only be followed.
auto Order(const Contact& contact) {
  return std::make_tuple(contact.clicks ? *contact.clicks : 1 << 20,
                         contact.use == Use::kContact ? 0 : 1);
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

MatrixRow RowOf(const Audit& audit, const std::string& channel) {
  MatrixRow row;
  row.channel = channel;
  int seen = 0, contacts = 0, without_human = 0, dead = 0;
  for (std::size_t i = 0; i < audit.contacts.size(); ++i) {
    const Contact& contact = audit.contacts[i];
    if (contact.channel != channel || !CountsAsOwn(contact)) continue;
    ++seen;
    contacts += contact.use == Use::kContact ? 1 : 0;
    without_human += contact.human == Human::kNo ? 1 : 0;
    dead += contact.is_dead ? 1 : 0;
    ++row.counts[MatrixColumn(contact.clicks)];
    const bool is_nearer =
        row.nearest < 0 ||
        Order(contact) < Order(audit.contacts[static_cast<std::size_t>(row.nearest)]);
    if (is_nearer) row.nearest = static_cast<int>(i);
  }
  if (row.nearest < 0) return row;
  row.clicks = audit.contacts[static_cast<std::size_t>(row.nearest)].clicks;
  row.route = NearestRoute(audit, row.nearest);
  row.is_at_most =
      row.route >= 0 && audit.routes[static_cast<std::size_t>(row.route)].certainty == "at-most";
  row.is_follow_only = contacts == 0;
  row.is_without_human = without_human == seen;
  row.is_dead = dead == seen;
  AddScent(audit, row);
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
