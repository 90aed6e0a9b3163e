// The clicks matrix and the ways of the HTML report.

#include "report/clicks_matrix.h"
#include "report/html_parts.h"
#include "report/site_text.h"
#include "report/telling.h"

namespace klikpad {
namespace {

Json CellView(const MatrixRow& row, std::size_t column) {
  const int count = row.counts[column];
  const bool is_nearest = row.nearest >= 0 && MatrixColumn(row.clicks) == column;
  // Four and more: how many exactly is worth knowing.
  const bool is_open_end = column == 4 && is_nearest && row.clicks > 4;
  return Json()
      .Set("is_filled", count > 0)
      .Set("is_nearest", is_nearest && column != kNoWayColumn && !row.is_dead)
      .Set("is_none", column == kNoWayColumn || row.is_dead)
      .Set("count", count > 1 ? std::to_string(count) : "")
      .Set("exactly", is_open_end ? std::to_string(*row.clicks) : "");
}

std::string Remark(const MatrixRow& row, const Say& say) {
  std::vector<std::string> remarks;
  if (row.is_dead) remarks.push_back(say.Text("dead"));
  if (row.is_follow_only) remarks.push_back(say.Text("follow-only"));
  if (row.is_without_human) remarks.push_back(say.Text("not-human"));
  std::string text;
  for (const std::string& remark : remarks) text += (text.empty() ? "" : "; ") + remark;
  return text;
}

Json RowView(const Audit& audit, const MatrixRow& row, const Say& say) {
  Json cells{Json::Array{}};
  for (std::size_t i = 0; i < kMatrixColumns; ++i) cells.Add(CellView(row, i));
  const bool is_seen = row.nearest >= 0;
  std::string nearest, clicks, scent;
  if (is_seen) {
    nearest = ContactText(audit.contacts[static_cast<std::size_t>(row.nearest)]);
    if (row.clicks) clicks = (row.is_at_most ? "≤ " : "") + say.Clicks(*row.clicks);
  }
  if (row.has_scent) scent = row.scent ? say.Clicks(*row.scent) : say.Text("not-findable");
  Json way{Json::Array{}};
  if (row.route >= 0) {
    way = WayView(WayOf(audit, audit.routes[static_cast<std::size_t>(row.route)], say));
  }
  const bool has_way = !way.Items().empty();
  return Json()
      .Set("channel", say.Channel(row.channel))
      .Set("is_seen", is_seen)
      .Set("unseen", is_seen ? "" : TellUnseen(audit, row.channel, say))
      .Set("cells", std::move(cells))
      .Set("nearest", nearest)
      .Set("clicks", clicks)
      .Set("scent", scent)
      .Set("remark", Remark(row, say))
      .Set("has_way", has_way)
      .Set("way", std::move(way));
}

}  // namespace

Json MatrixView(const Audit& audit, const ReportWording& wording, const Say& say) {
  Json rows{Json::Array{}};
  bool has_scent = false, has_ways = false, is_at_most = false;
  for (const MatrixRow& row : ClicksMatrix(audit, wording.always_shown)) {
    rows.Add(RowView(audit, row, say));
    has_scent = has_scent || row.has_scent;
    has_ways = has_ways || row.route >= 0;
    is_at_most = is_at_most || row.is_at_most;
  }
  return Json()
      .Set("rows", std::move(rows))
      .Set("has_scent", has_scent)
      .Set("has_ways", has_ways)
      .Set("is_at_most", is_at_most);
}

}  // namespace klikpad
