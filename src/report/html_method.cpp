// What was looked at and how: looks, holes, what was set aside and the settings of the HTML report.

#include "report/html_parts.h"
#include "report/site_text.h"
#include "report/telling.h"

namespace klikpad {
namespace {

constexpr std::size_t kShownHoles = 100;
constexpr std::size_t kShownAside = 60;
constexpr std::size_t kShownSignals = 6;

Json PairView(const std::string& name, const std::string& value) {
  return Json().Set("name", name).Set("value", value);
}

std::string PackNames(const Audit& audit, const Say& say) {
  std::vector<std::string> names;
  for (const auto& [name, tally] : audit.pack_tallies) names.push_back(name);
  return say.List(names);
}

std::string Upper(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

}  // namespace

Json LooksView(const Audit& audit, const Say& say) {
  Json rows{Json::Array{}};
  std::vector<std::string> absent;
  for (const Coverage& row : audit.coverage) {
    if (row.complete == Complete::kNo && row.seen == 0 && row.kind != LookKind::kSite) {
      absent.push_back(say.Look(row));
      continue;
    }
    rows.Add(Json()
                 .Set("name", Upper(say.Look(row)))
                 .Set("is_complete", row.complete == Complete::kYes)
                 .Set("complete", say.Word("complete", std::string(Word(row.complete))))
                 .Set("remark", TellLook(row, say)));
    std::vector<std::string> notes = row.notes;
    if (row.kind == LookKind::kSite && row.scope.empty()) {
      for (std::string& note : PaceNotes(audit.run)) notes.push_back(std::move(note));
    }
    for (const std::string& note : notes) {
      rows.Add(Json()
                   .Set("name", "")
                   .Set("is_complete", true)
                   .Set("complete", "")
                   .Set("remark", CleanText(say.Remark(note), 300)));
    }
  }
  const bool has_rows = !rows.Items().empty();
  return Json()
      .Set("has_rows", has_rows)
      .Set("rows", std::move(rows))
      .Set("absent",
           absent.empty() ? "" : say.Text("looks-not-done", {{"list", say.List(absent)}}));
}

Json HolesView(const Audit& audit, const Say& say) {
  const std::vector<Hole> holes = AllHoles(audit);
  Json rows{Json::Array{}};
  for (const Hole& hole : holes) {
    if (rows.Items().size() == kShownHoles) break;
    const std::string detail =
        CleanText(say.Known(hole.text).value_or(say.Lang() == "en" ? hole.text : ""), 200);
    const std::string reason = say.Word("hole", std::string(Word(hole.reason)));
    rows.Add(LinkView(ShownAddress(hole.url), LinkTarget(hole.url))
                 .Set("reason", reason)
                 .Set("detail", detail == reason ? "" : detail)
                 .Set("clicks", hole.clicks ? std::to_string(*hole.clicks) : "–"));
  }
  const std::size_t shown = rows.Items().size();
  return Json()
      .Set("has_rows", shown > 0)
      .Set("rows", std::move(rows))
      .Set("more", holes.size() > shown
                       ? say.Text("holes-more", {{"n", std::to_string(holes.size() - shown)}})
                       : "");
}

Json AnnexView(const Audit& audit, const Say& say) {
  const auto contacts = SetAside(audit);
  Json rows{Json::Array{}};
  for (const Contact* contact : contacts) {
    if (rows.Items().size() == kShownAside) break;
    std::vector<std::string> signals;
    for (const std::string& signal : contact->signals) {
      if (signals.size() < kShownSignals) signals.push_back(CleanText(say.Remark(signal), 120));
    }
    Json where = LinkView("", "");
    if (!contact->places.empty()) {
      const std::string url = contact->places.front().url.Str();
      where = LinkView(ShownAddress(url, 60), LinkTarget(url));
    }
    std::string joined;
    for (const std::string& signal : signals) joined += (joined.empty() ? "" : "; ") + signal;
    rows.Add(Json()
                 .Set("channel", say.Channel(contact->channel))
                 .Set("value", ContactText(*contact))
                 .Set("owner", say.Word("owner", std::string(Word(contact->owner))))
                 .Set("signals", joined)
                 .Set("where", std::move(where)));
  }
  const std::size_t shown = rows.Items().size();
  return Json()
      .Set("has_rows", shown > 0)
      .Set("rows", std::move(rows))
      .Set("more", contacts.size() > shown
                       ? say.Text("annex-more", {{"n", std::to_string(contacts.size() - shown)}})
                       : "");
}

Json SettingsView(const Audit& audit, const Say& say) {
  Json rows{Json::Array{}};
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) rows.Add(PairView(name, CleanText(value, 200)));
  };
  add(say.Text("start-page"), audit.brand.start);
  add(say.Text("country"), audit.brand.country);
  add(say.Text("sector"), audit.brand.sector);
  for (const auto& [name, value] : audit.parameters) {
    add(say.Word("setting", name), say.Word("setting-value", value));
  }
  add(say.Text("started"), say.Date(audit.run.started_at));
  add(say.Text("ended"), say.Date(audit.run.ended_at));
  add(say.Text("packs"), PackNames(audit, say));
  add(say.Text("version"), KLIKPAD_VERSION);
  add(say.Text("digest"), audit.rules_digest);
  return rows;
}

}  // namespace klikpad
