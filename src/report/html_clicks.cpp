// The clicks matrix and the ways of the HTML report.

#include <algorithm>

#include "report/clicks_matrix.h"
#include "report/html_parts.h"
#include "report/site_text.h"
#include "report/telling.h"

namespace klikpad {
namespace {

Json CellView(const MatrixRow& row, std::size_t column, const Say& say) {
  const int count = row.counts[column];
  const bool is_nearest = row.nearest >= 0 && MatrixColumn(row.clicks) == column;
  // Four and more: how many exactly is worth knowing.
  const bool is_open_end = column == 4 && is_nearest && row.clicks > 4;
  const bool is_none = column == kNoWayColumn || row.is_dead;
  return Json()
      .Set("is_filled", count > 0)
      .Set("is_nearest", is_nearest && !is_none)
      .Set("is_none", is_none)
      .Set("meaning", is_none      ? say.Text(row.is_dead ? "dead" : "no-way")
                      : is_nearest ? say.Text("nearest-here")
                                   : say.Text("also-here"))
      .Set("count", count > 1 ? std::to_string(count) : "")
      .Set("exactly", is_open_end ? std::to_string(*row.clicks) : "");
}

std::string Remark(const MatrixRow& row, const Say& say) {
  std::vector<std::string> remarks;
  if (row.is_dead) remarks.push_back(say.Text("dead"));
  if (row.is_follow_only) remarks.push_back(say.Text("follow-only"));
  if (row.is_for_others) remarks.push_back(say.Text("for-others"));
  if (row.is_without_human) remarks.push_back(say.Text("not-human"));
  std::string text;
  for (const std::string& remark : remarks) text += (text.empty() ? "" : "; ") + remark;
  return text;
}

Json RouteView(const Audit& audit, int route, const Say& say) {
  if (route < 0) return Json(Json::Array{});
  return WayView(WayOf(audit, audit.routes[static_cast<std::size_t>(route)], say));
}

Json RowView(const Audit& audit, const MatrixRow& row, std::size_t columns, const Say& say) {
  Json cells{Json::Array{}};
  for (std::size_t i = 0; i < columns; ++i) cells.Add(CellView(row, i, say));
  const bool is_seen = row.nearest >= 0;
  std::string nearest, clicks, scent;
  if (is_seen) {
    nearest = ContactText(audit.contacts[static_cast<std::size_t>(row.nearest)]);
    if (row.clicks) clicks = (row.is_at_most ? "≤ " : "") + say.Clicks(*row.clicks);
  }
  if (row.has_scent) scent = row.scent ? say.Clicks(*row.scent) : say.Text("not-findable");
  std::string with_search = "–";
  if (row.with_search) {
    const bool is_at_most = row.is_at_most && row.with_search == row.clicks;
    with_search = (is_at_most ? "≤ " : "") + std::to_string(*row.with_search);
  }
  Json way = RouteView(audit, row.route, say), search_way = RouteView(audit, row.search_route, say);
  const bool has_way = !way.Items().empty(), has_search_way = !search_way.Items().empty();
  return Json()
      .Set("channel", say.Channel(row.channel))
      .Set("is_seen", is_seen)
      .Set("unseen", is_seen ? "" : TellUnseen(audit, row.channel, say))
      .Set("cells", std::move(cells))
      .Set("nearest", nearest)
      .Set("clicks", clicks)
      .Set("scent", scent)
      .Set("remark", Remark(row, say))
      .Set("with_search", with_search)
      .Set("is_shorter", row.with_search != row.clicks)
      .Set("has_ways", has_way || has_search_way)
      .Set("has_way", has_way)
      .Set("way", std::move(way))
      .Set("has_search_way", has_search_way)
      .Set("search_way", std::move(search_way))
      .Set("search_clicks", row.with_search ? say.Clicks(*row.with_search) : "");
}

}  // namespace

Json MatrixView(const Audit& audit, const ReportWording& wording, const Say& say) {
  Json rows{Json::Array{}};
  bool has_scent = false, has_ways = false, is_at_most = false;
  const std::vector<MatrixRow> matrix = ClicksMatrix(audit, wording.always_shown);
  // The last column is shown only when something stands in it.
  const bool has_no_way = std::any_of(matrix.begin(), matrix.end(), [](const MatrixRow& row) {
    return row.counts[kNoWayColumn] > 0;
  });
  const std::size_t columns = has_no_way ? kMatrixColumns : kMatrixColumns - 1;
  for (const MatrixRow& row : matrix) {
    rows.Add(RowView(audit, row, columns, say));
    has_scent = has_scent || row.has_scent;
    has_ways = has_ways || row.route >= 0 || row.search_route >= 0;
    is_at_most = is_at_most || row.is_at_most;
  }
  const bool has_search = HasSearch(matrix);
  return Json()
      .Set("rows", std::move(rows))
      .Set("has_search", has_search)
      .Set("has_no_way", has_no_way)
      .Set("gap", static_cast<int>(columns) + (has_search ? 1 : 0))
      .Set("has_scent", has_scent)
      .Set("has_ways", has_ways)
      .Set("is_at_most", is_at_most);
}

}  // namespace klikpad
