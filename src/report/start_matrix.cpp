// Shortest ways by channel and start.

#include "report/start_matrix.h"

#include <algorithm>

#include "report/clicks_matrix.h"

namespace klikpad {
namespace {

// The shortest way without search from that address to the channel.
StartCell Shortest(const Audit& audit, const std::string& start, Surface surface,
                   const std::string& channel) {
  StartCell cell;
  for (std::size_t i = 0; i < audit.routes.size(); ++i) {
    const Route& route = audit.routes[i];
    if (route.surface != surface || route.start != start || route.uses_search) continue;
    if (route.tier != Tier::kShortest || route.contact < 0) continue;
    const Contact& contact = audit.contacts[static_cast<std::size_t>(route.contact)];
    if (contact.channel != channel || contact.is_dead || !CountsAsOwn(contact)) continue;
    if (cell.clicks && *cell.clicks <= route.clicks) continue;
    cell = {static_cast<int>(i), route.clicks, route.certainty == "at-most"};
  }
  return cell;
}

}  // namespace

std::vector<StartRow> StartMatrix(const Audit& audit,
                                  const std::vector<std::string>& always_shown) {
  std::vector<StartRow> rows;
  const SiteLook& look = audit.look;
  if (look.other_starts.empty()) return rows;
  for (const ChannelTitle& channel : audit.channels) {
    StartRow row;
    row.channel = channel.id;
    if (look.start >= 0) {
      row.site = Shortest(audit, look.pages[static_cast<std::size_t>(look.start)].url,
                          Surface::kSite, channel.id);
    }
    bool is_shown =
        row.site.clicks.has_value() ||
        std::find(always_shown.begin(), always_shown.end(), channel.id) != always_shown.end();
    for (int start : look.other_starts) {
      const SitePage& page = look.pages[static_cast<std::size_t>(start)];
      row.cells.push_back(Shortest(audit, page.url, page.surface, channel.id));
      is_shown = is_shown || row.cells.back().clicks.has_value();
    }
    if (is_shown) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace klikpad
