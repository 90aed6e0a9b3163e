// Notes, figures and their pictures in the HTML report.

#include <algorithm>

#include "base/base64.h"
#include "report/html_parts.h"
#include "report/observed_tables.h"

namespace klikpad {
namespace {

// The report is one file that is sent by mail: larger pictures stay beside it in the folder.
constexpr std::size_t kMostEmbedded = 2u << 20;
constexpr std::size_t kMostEmbeddedInAll = 8u << 20;

class Pictures {
 public:
  explicit Pictures(const Audit& audit) : audit_(audit) {}

  // A data: address, else the file's place beside the report.
  Json View(const std::string& file) {
    const auto at = std::find_if(audit_.photos.begin(), audit_.photos.end(),
                                 [&](const Photo& photo) { return photo.file == file; });
    if (at == audit_.photos.end()) return {};
    const bool fits =
        at->bytes.size() <= kMostEmbedded && total_ + at->bytes.size() <= kMostEmbeddedInAll;
    if (!fits) return Json().Set("src", "").Set("file", file);
    total_ += at->bytes.size();
    return Json()
        .Set("src", "data:" + at->type + ";base64," + EncodeBase64(at->bytes))
        .Set("file", file);
  }

 private:
  const Audit& audit_;
  std::size_t total_ = 0;
};

Json TableView(const ToldTable& table, Pictures& pictures) {
  Json head{Json::Array{}}, rows{Json::Array{}};
  for (const std::string& column : table.head) head.Add(Json().Set("text", column));
  for (const auto& row : table.rows) {
    Json cells{Json::Array{}};
    for (const ToldCell& cell : row) {
      const Json photo = cell.photo.empty() ? Json() : pictures.View(cell.photo);
      cells.Add(Json()
                    .Set("text", cell.text)
                    .Set("soft", cell.soft)
                    .Set("has_photo", !photo.IsNull())
                    .Set("src", photo["src"].AsString())
                    .Set("file", photo["file"].AsString()));
    }
    rows.Add(Json().Set("cells", std::move(cells)));
  }
  return Json()
      .Set("title", table.title)
      .Set("head", std::move(head))
      .Set("rows", std::move(rows))
      .Set("more", table.more);
}

Json TablesView(const std::vector<ToldTable>& tables, Pictures& pictures) {
  Json views{Json::Array{}};
  for (const ToldTable& table : tables) views.Add(TableView(table, pictures));
  return views;
}

}  // namespace

Json ObservedView(const Audit& audit, const Say& say) {
  Pictures pictures(audit);
  Json sections{Json::Array{}};
  const auto add = [&](const char* id, const std::string& heading, const std::string& intro,
                       const std::vector<ToldTable>& tables) {
    if (tables.empty()) return;
    sections.Add(Json()
                     .Set("id", id)
                     .Set("heading", heading)
                     .Set("intro", intro)
                     .Set("tables", TablesView(tables, pictures)));
  };
  add("metrics", say.Text("metrics-heading"), say.Text("metrics-intro"), TellMetrics(audit, say));
  add("observed", say.Text("observed-heading"), say.Text("observed-intro"),
      TellObservations(audit, say));
  return sections;
}

}  // namespace klikpad
