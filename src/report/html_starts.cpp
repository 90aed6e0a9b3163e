// The app and the stores in the HTML report: how far each channel is from there.

#include "report/html_parts.h"
#include "report/site_text.h"
#include "report/start_matrix.h"

namespace klikpad {
namespace {

// "App: Beginscherm", "App Store: Voorbeeld".
std::string NameOf(const Audit& audit, int start, const Say& say) {
  const SitePage& page = audit.look.pages[static_cast<std::size_t>(start)];
  std::string key = "start-app";
  for (const Listing& listing : audit.listings) {
    if (listing.page != start) continue;
    key = listing.store == Store::kApple ? "start-apple" : "start-google";
  }
  return say.Text(key, {{"name", CleanText(page.title, 60)}});
}

std::string Clicks(const StartCell& cell, const Say& say) {
  if (!cell.clicks) return say.Text("start-no-way");
  return (cell.is_at_most ? "≤ " : "") + say.Clicks(*cell.clicks);
}

// What can only be followed has its figure in the table; its way is not drawn.
bool IsForContact(const Audit& audit, const StartCell& cell) {
  const Route& route = audit.routes[static_cast<std::size_t>(cell.route)];
  return audit.contacts[static_cast<std::size_t>(route.contact)].use == Use::kContact;
}

Json CellView(const StartCell& cell, const Say& say) {
  return Json().Set("clicks", Clicks(cell, say)).Set("is_none", !cell.clicks.has_value());
}

}  // namespace

Json StartsView(const Audit& audit, const ReportWording& wording, const Say& say) {
  const std::vector<StartRow> matrix = StartMatrix(audit, wording.always_shown);
  Json names{Json::Array{}}, rows{Json::Array{}}, starts{Json::Array{}};
  for (std::size_t i = 0; i < audit.look.other_starts.size(); ++i) {
    const std::string name = NameOf(audit, audit.look.other_starts[i], say);
    names.Add(Json().Set("name", name));
    Json ways{Json::Array{}};
    for (const StartRow& row : matrix) {
      const StartCell& cell = row.cells[i];
      if (cell.route < 0 || !IsForContact(audit, cell)) continue;
      ways.Add(
          Json()
              .Set("channel", say.Channel(row.channel))
              .Set("clicks", Clicks(cell, say))
              .Set("way",
                   WayView(WayOf(audit, audit.routes[static_cast<std::size_t>(cell.route)], say))));
    }
    const bool has_ways = !ways.Items().empty();
    starts.Add(Json().Set("name", name).Set("has_ways", has_ways).Set("ways", std::move(ways)));
  }
  for (const StartRow& row : matrix) {
    Json cells{Json::Array{}};
    cells.Add(CellView(row.site, say));
    for (const StartCell& cell : row.cells) cells.Add(CellView(cell, say));
    rows.Add(Json().Set("channel", say.Channel(row.channel)).Set("cells", std::move(cells)));
  }
  return Json()
      .Set("has_starts", !matrix.empty())
      .Set("names", std::move(names))
      .Set("rows", std::move(rows))
      .Set("starts", std::move(starts));
}

}  // namespace klikpad
